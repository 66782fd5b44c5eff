package health.medley.cli.internal.practice;

import java.util.List;
import java.util.Set;

/** The names that the tables of a practice may use; a name that is not here is a mistake in writing. */
final class Vocabulary {

    static final List<String> PROGRAMS =
            List.of("ccm", "pcm", "apcm", "tcm", "bhi", "cocm", "rpm", "rtm", "chi", "pin", "cpm");
    static final List<String> TRACKS = List.of(
            "staff",
            "complex",
            "practitioner",
            "pcm_staff",
            "pcm_practitioner",
            "apcm",
            "tcm",
            "bhi",
            "cocm",
            "rpm",
            "chi",
            "pin",
            "cpm");
    static final List<String> PRACTITIONER_ROLES = List.of("MD", "NP", "PA", "CNS", "CNM", "CP", "DPM", "RN");
    static final List<String> CONSENT_FORMS = List.of("verbal", "signed");
    static final List<String> CONSENT_ITEMS =
            List.of("availability", "cost-sharing", "one-practitioner", "right-to-stop");
    static final List<String> TIME_ROLES = List.of("staff", "practitioner", "clerical");
    static final List<String> KINDS =
            List.of("call", "message", "referral", "prescription", "review", "transition", "care-plan", "other");
    static final List<String> MDM = List.of("none", "straightforward", "low", "moderate", "high");
    static final List<String> CARE_PLAN_ACTIONS = List.of("established", "implemented", "revised", "monitored");

    /** Events whose value is a day. */
    static final Set<String> DAY_EVENTS = Set.of("death", "discharge", "part_b_end");
    /** Events whose value is two days, {@code from/to}. */
    static final Set<String> STAY_EVENTS = Set.of("inpatient", "snf_part_a");

    static final Set<String> EVENTS = Set.of(
            "alf",
            "death",
            "discharge",
            "esrd",
            "home_health",
            "hospice",
            "inpatient",
            "nf_resident",
            "part_b_end",
            "snf_part_a");

    /** Facts whose value is a day. */
    static final Set<String> DAY_FACTS = Set.of("dos", "threshold_date", "g0506_previous");

    static final Set<String> FACTS =
            Set.of(("99490_already_billed P2_minutes access_24_7 minutes_on_em_date apcm_base attempts"
                            + " base_claim_already_sent base_paid bhi_consent bhi_minutes billing care_plan_copy"
                            + " ccm_discussed ccm_start cf chi_minutes cocm_minutes consent_for consent_form"
                            + " contact_business_day corrected_pos cost_share_explained cpm_minutes device_days"
                            + " different_practices discharged_to distinct_minutes distinct_ccm_minutes dos duplicate"
                            + " february_minutes first_ccm_month foreign_minutes format g0506_performer"
                            + " g0506_previous in_em interactive january_minutes june last_visit_days"
                            + " minutes_overlap_visit minutes_before_consent month national_fac_2024 national_nonfac"
                            + " nonclinical_minutes npi pcm_condition_months pcm_minutes pin_minutes"
                            + " primary_care_focal prognosis_months qmb raw_logged received requested rpm_minutes"
                            + " same_dos tcm_minutes threshold_date transition visit_day voicemail_minutes")
                    .split(" "));

    private Vocabulary() {}
}
