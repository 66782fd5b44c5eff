package health.medley.cli.internal.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that the tables of a practice may use; a name that is not here is a mistake in writing. */
final class Vocabulary {

    static final List<String> PROGRAMS =
            List.of("ccm", "pcm", "apcm", "tcm", "bhi", "cocm", "rpm", "rtm", "chi", "pin", "cpm");
    /** What a practice may set parameters for beside programs. */
    static final List<String> CAPABILITIES = List.of("coordination", "enrollment", "referral");

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

    /** What may happen to a patient, with the kind of its value. */
    static final Map<String, ValueKind> EVENTS = kinds(Map.of(
            ValueKind.DAY, "death discharge part_b_end",
            ValueKind.DAY_OR_FLAG, "hospice",
            ValueKind.STAY, "inpatient snf_part_a",
            ValueKind.FLAG, "esrd",
            ValueKind.TEXT, "alf home_health nf_resident"));

    /** Further facts, with the kind of their values. */
    static final Map<String, ValueKind> FACTS = kinds(Map.of(
            ValueKind.DAY,
            "ccm_start dos received threshold_date",
            ValueKind.MINUTES_OR_ALL,
            "in_em minutes_overlap_visit",
            ValueKind.MINUTES,
            "P2_minutes bhi_minutes chi_minutes cocm_minutes cpm_minutes distinct_ccm_minutes distinct_minutes"
                    + " february_minutes foreign_minutes january_minutes minutes_before_consent nonclinical_minutes"
                    + " pcm_minutes pin_minutes raw_logged rpm_minutes rtm_minutes tcm_minutes voicemail_minutes",
            ValueKind.COUNT,
            "attempts contact_business_day device_days last_visit_days pcm_condition_months prognosis_months"
                    + " visit_day",
            ValueKind.FLAG,
            "99490_already_billed access_24_7 apcm_base base_claim_already_sent base_paid bhi_consent"
                    + " care_plan_copy ccm_discussed cost_share_explained different_practices duplicate interactive"
                    + " primary_care_focal qmb same_dos",
            ValueKind.TEXT,
            "billing cf consent_for consent_form corrected_pos discharged_to first_ccm_month format g0506_performer"
                    + " g0506_previous june minutes_on_em_date month national_fac_2024 national_nonfac npi requested"
                    + " transition"));

    private Vocabulary() {}

    private static Map<String, ValueKind> kinds(Map<ValueKind, String> names) {
        Map<String, ValueKind> kinds = new HashMap<>();
        names.forEach((kind, words) -> {
            for (String name : words.split(" ")) {
                kinds.put(name, kind);
            }
        });
        return Map.copyOf(kinds);
    }
}
