/** Referrals in the record store: their steps, their deadlines, and the gateways they go through. */
@NullMarked
package health.medley.referral.internal;

import org.jspecify.annotations.NullMarked;
