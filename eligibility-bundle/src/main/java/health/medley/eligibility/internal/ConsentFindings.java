package health.medley.eligibility.internal;

import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.Ending;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.KeptConsent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says how the consent of an enrollment stands in a month. Nothing of it makes a patient not eligible. */
final class ConsentFindings {

    private final EnrolledProgram enrollment;
    private final ServiceMonth month;
    private final Set<String> items;
    private final Optional<Integer> renewalMonths;
    private final ZoneId zone;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Look at an enrollment.
     *
     * @param items what the program's rules want to be told
     * @param renewalMonths the age at which the practice wants a consent renewed, in months; empty for never
     * @param zone the practice's
     */
    ConsentFindings(
            EnrolledProgram enrollment,
            ServiceMonth month,
            Set<String> items,
            Optional<Integer> renewalMonths,
            ZoneId zone) {
        this.enrollment = enrollment;
        this.month = month;
        this.items = items;
        this.renewalMonths = renewalMonths;
        this.zone = zone;
    }

    List<Finding> findings() {
        Optional<KeptConsent> consent = enrollment.consent(month);
        consent.ifPresentOrElse(this::given, this::missing);
        enrollment.revoked().ifPresent(this::revoked);
        return findings;
    }

    private void missing() {
        add(
                "NO_CONSENT",
                Outcome.WARNING,
                "No consent is recorded.",
                Map.of(),
                "Ask the patient, and record the consent.");
    }

    private void given(KeptConsent consent) {
        Map<String, String> facts = facts(consent);
        if (consent.date().isAfter(month.lastDay())) {
            add(
                    "NO_CONSENT",
                    Outcome.WARNING,
                    "The consent was given after " + month + ".",
                    facts,
                    "Nothing, unless an earlier consent was given and is not recorded.");
            return;
        }
        practitioner(consent, facts);
        items(consent, facts);
        paper(consent, facts);
        age(consent, facts);
        if (consent.backdated(zone)) {
            add(
                    "CONSENT_BACKDATED",
                    Outcome.NOTE,
                    "The consent was recorded on a later day than it was given.",
                    facts,
                    "");
        }
    }

    private Map<String, String> facts(KeptConsent consent) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("consent", consent.date().toString());
        facts.put("form", consent.form());
        facts.put("taken-by", consent.takenBy());
        facts.put("practitioner", consent.practitionerNpi());
        facts.put("recorded", consent.recordedAt().atZone(zone).toLocalDate().toString());
        return facts;
    }

    private void practitioner(KeptConsent consent, Map<String, String> facts) {
        String npi = enrollment.terms(month).practitionerNpi();
        if (consent.practitionerNpi().equals(npi)) {
            add("CONSENT", Outcome.MET, "The patient consented to the practitioner who bills.", facts, "");
        } else {
            add(
                    MissingItems.CONSENT_OTHER_PRACTITIONER,
                    Outcome.WARNING,
                    "The consent names another practitioner than the one who bills.",
                    facts,
                    "A consent that names the practitioner who bills, NPI " + npi + ".");
        }
    }

    private void items(KeptConsent consent, Map<String, String> facts) {
        Set<String> untold = new TreeSet<>(items);
        untold.removeAll(consent.items());
        if (!untold.isEmpty()) {
            Map<String, String> more = new TreeMap<>(facts);
            more.put("untold", String.join(" ", untold));
            add(
                    MissingItems.CONSENT_INCOMPLETE,
                    Outcome.HOLD,
                    "The consent is kept, but the patient was not told everything.",
                    more,
                    "Tell the patient of " + String.join(", ", untold) + ", and record the consent again.");
        }
    }

    private void paper(KeptConsent consent, Map<String, String> facts) {
        if (consent.form().isEmpty() || consent.takenBy().isEmpty()) {
            add(
                    "CONSENT_UNDOCUMENTED",
                    Outcome.WARNING,
                    "The consent does not say " + (consent.form().isEmpty() ? "its form" : "who took it") + ".",
                    facts,
                    "A consent recorded with its form and who took it.");
        }
    }

    private void age(KeptConsent consent, Map<String, String> facts) {
        renewalMonths.ifPresent(months -> {
            LocalDate due = consent.date().plusMonths(months);
            if (due.isBefore(month.firstDay())) {
                add(
                        "CONSENT_RENEWAL_DUE",
                        Outcome.WARNING,
                        "The consent is older than the practice's " + months + " months.",
                        facts,
                        "A consent renewed since " + month.firstDay().minusMonths(months) + ".");
            }
        });
    }

    private void revoked(Ending ending) {
        boolean effective = ending.day().isBefore(month.firstDay());
        boolean before = !ending.day().isAfter(month.lastDay());
        if (before) {
            add(
                    "CONSENT_REVOKED",
                    effective ? Outcome.WARNING : Outcome.NOTE,
                    effective
                            ? "The consent was revoked in an earlier month."
                            : "The consent was revoked in this month; that is effective at its end.",
                    Map.of("revoked", ending.day().toString()),
                    effective ? "A new enrollment with a new consent." : "");
        }
    }

    private void add(String code, Outcome outcome, String sentence, Map<String, String> facts, String change) {
        findings.add(new Finding(
                code,
                outcome,
                sentence,
                facts,
                Optional.empty(),
                change.isEmpty() ? Optional.empty() : Optional.of(change)));
    }
}
