/** referrals: from request to closed loop. */
@NullMarked
package health.medley.referral.internal;

import org.jspecify.annotations.NullMarked;
