/** Referrals: from the request to the closed loop, over gateways to those who receive them. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.referral;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
