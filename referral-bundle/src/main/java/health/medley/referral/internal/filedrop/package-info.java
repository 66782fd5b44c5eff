/** Referrals as documents in a folder that another program takes them from. */
@NullMarked
package health.medley.referral.internal.filedrop;

import org.jspecify.annotations.NullMarked;
