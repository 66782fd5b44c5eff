/** Referrals as FHIR R4 ServiceRequest and Task at an endpoint of their receivers. */
@NullMarked
package health.medley.referral.internal.fhir;

import org.jspecify.annotations.NullMarked;
