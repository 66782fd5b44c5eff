package health.medley.itests.oracle;

import health.medley.itests.oracle.SecondCounter.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Decide a month by asking one question after the other, in the published order of reasons. */
final class Judge {
    private static final Set<String> BILLERS = Set.of("MD", "NP", "PA", "CNS", "CNM");
    private static final Set<String> ITEMS =
            Set.of("availability", "cost-sharing", "one-practitioner", "right-to-stop");
    private static final Set<String> OVERSIGHT = Set.of("G0181", "G0182");
    private static final Set<String> APCM = Set.of("G0556", "G0557", "G0558");
    private static final Set<String> CCM =
            Set.of("99490", "99439", "G2058", "99487", "99489", "99491", "99437", "G0506");
    private static final Set<String> PCM = Set.of("99424", "99425", "99426", "99427", "G2064", "G2065");
    private static final Set<String> ESRD = new TreeSet<>();

    static {
        for (int code = 90951; code <= 90970; code++) {
            ESRD.add(Integer.toString(code));
        }
    }

    private record Verdict(String status, String reason) {}

    private final Month m;
    private final Set<String> programs;
    private final Codes codes;
    private final String track;
    private final long staff;
    private final long personally;
    private final long pooled;

    private Judge(Month m, Set<String> programs) {
        this.m = m;
        this.programs = programs;
        track = m.enrollment.get("track");
        staff = SecondCounter.size(m.time.staff);
        personally = SecondCounter.size(m.time.practitioner);
        pooled = SecondCounter.size(m.time.staff, m.time.practitioner);
        codes = codesOf(staff, personally, pooled);
    }

    /** Decide a month of a patient who is enrolled in these programs. */
    static Answer decide(String key, Month month, Set<String> programs) {
        return new Judge(month, programs).answer(key);
    }

    private Answer answer(String key) {
        Verdict verdict = verdict();
        boolean billable = !verdict.status().equals("NO_BILL");
        List<String> lines = billable ? codes.lines : List.of();
        LocalDate day = m.dateOfService();
        BigDecimal amount = BigDecimal.ZERO;
        for (String line : lines) {
            String[] parts = line.split("x");
            BigDecimal fee = Month.TARIFF.fee(parts[0], day, Tariff.facility(m.placeOfService));
            amount = amount.add(fee.multiply(new BigDecimal(parts[1])));
        }
        String total = amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        String date = billable ? day.toString() : "";
        return new Answer(
                key, verdict.status(), String.join(";", lines), total, verdict.reason(), staff, personally, date);
    }

    private Codes codesOf(long ofStaff, long ofPractitioner, long ofBoth) {
        boolean mdm = m.mdm.equals("moderate") || m.mdm.equals("high");
        return Codes.of(track, ofStaff, ofPractitioner, ofBoth, mdm, m.action, m.month.getYear());
    }

    private Verdict verdict() {
        List<Supplier<Verdict>> questions =
                List.of(this::claim, this::patient, this::consent, this::visit, this::plan, this::exclusion);
        for (Supplier<Verdict> question : questions) {
            Verdict verdict = question.get();
            if (verdict != null) {
                return verdict;
            }
        }
        if (codes.lines.isEmpty()) {
            return no(belowFloor());
        }
        if (m.billed(true, PCM)) {
            return bill("CCM_PCM_SAME_PRACTITIONER");
        }
        if (programs.contains("pcm")) {
            // the refused program says so in its own row; what the other says is open
            return bill(Neighbours.ANY);
        }
        return codes.beyondMue ? hold("MUE_EXCEEDED_REVIEW") : bill(remark());
    }

    private Verdict claim() {
        if (m.facts.getOrDefault("duplicate", "N").equals("Y")) {
            return no("DUPLICATE");
        }
        if (m.facts.containsKey("npi") && !Npi.valid(m.facts.get("npi"))) {
            return hold("NPI_CHECK_DIGIT");
        }
        if (m.facts.containsKey("threshold_date")
                && m.dateOfService().isBefore(LocalDate.parse(m.facts.get("threshold_date")))) {
            return hold("DOS_BEFORE_THRESHOLD");
        }
        if (m.death.isPresent() && m.dateOfService().isAfter(m.death.get())) {
            return hold("DOS_AFTER_DEATH");
        }
        return null;
    }

    private Verdict patient() {
        String partB = m.events.get("part_b_end");
        if (partB != null && LocalDate.parse(partB).isBefore(m.dateOfService())) {
            return no("NO_PART_B");
        }
        boolean covered = m.chart.coverEnds.isEmpty()
                || m.chart.coverEnds.stream()
                        .anyMatch(end ->
                                end.isEmpty() || end.compareTo(m.dateOfService().toString()) >= 0);
        if (!covered) {
            return no("NO_PART_B");
        }
        if (codes.lines.isEmpty() && pooledBut(Why.SNF) >= Codes.STAFF_FLOOR) {
            return no("SNF_PART_A");
        }
        if (!BILLERS.contains(m.enrollment.get("practitioner_role"))) {
            return no("BILLER_NOT_ELIGIBLE");
        }
        if (m.diseases() < 2) {
            return no("CONDITIONS_LT_2");
        }
        return m.enrollment.get("risk_documented").equals("Y") ? null : no("RISK_NOT_DOCUMENTED");
    }

    private Verdict consent() {
        if (m.consent.isEmpty() || m.consent.get().isAfter(m.month.atEndOfMonth())) {
            return no("NO_CONSENT");
        }
        LocalDate revoked = Month.date(m.enrollment.get("consent_revoked_date")).orElse(LocalDate.MAX);
        if (revoked.isBefore(m.month.atDay(1))) {
            return no("CONSENT_REVOKED");
        }
        if (!m.facts.getOrDefault("consent_for", "P1").equals(m.facts.getOrDefault("billing", "P1"))) {
            return no("CONSENT_OTHER_PRACTITIONER");
        }
        Set<String> told =
                new HashSet<>(List.of(m.enrollment.get("consent_items").split(";")));
        boolean incomplete = !told.containsAll(ITEMS)
                || m.facts.getOrDefault("cost_share_explained", "Y").equals("N");
        return incomplete ? hold("CONSENT_INCOMPLETE") : null;
    }

    private Verdict visit() {
        String reason = InitiatingVisit.whyNot(m);
        return reason.isEmpty() ? null : no(reason);
    }

    private Verdict plan() {
        Map<String, String> row = m.enrollment;
        if (Month.date(row.get("care_plan_date")).orElse(LocalDate.MAX).isAfter(m.dateOfService())) {
            return no("NO_CARE_PLAN");
        }
        boolean copy = row.get("care_plan_copy").equals("Y")
                && !m.facts.getOrDefault("care_plan_copy", "Y").equals("N");
        if (!copy) {
            return hold("CARE_PLAN_COPY_MISSING");
        }
        return m.facts.getOrDefault("access_24_7", "Y").equals("N") ? hold("ACCESS_24_7_MISSING") : null;
    }

    private Verdict exclusion() {
        if (m.billed(true, OVERSIGHT)) {
            return no("CPO_EXCLUSIVE");
        }
        if (m.billed(true, ESRD)) {
            return no("ESRD_EXCLUSIVE");
        }
        if (m.billed(false, ESRD)) {
            return hold("ESRD_OTHER_PRACTITIONER");
        }
        if (m.billed(true, APCM)) {
            return no("APCM_REPLACES_CCM");
        }
        if (m.billed(false, CCM) || m.billed(false, APCM)) {
            return no("ONE_PRACTITIONER_PER_MONTH");
        }
        String hospice = m.events.get("hospice");
        boolean elected = hospice != null && !LocalDate.parse(hospice).isAfter(m.month.atEndOfMonth());
        return elected ? hold("HOSPICE_REVIEW") : null;
    }

    private String belowFloor() {
        return Remarks.belowFloor(m);
    }

    private String remark() {
        return Remarks.onBill(m, codes, this::codesOf);
    }

    private long pooledBut(Why why) {
        return Remarks.pooledBut(m, why);
    }

    private static Verdict no(String reason) {
        return new Verdict("NO_BILL", reason);
    }

    private static Verdict hold(String reason) {
        return new Verdict("HOLD", reason);
    }

    private static Verdict bill(String reason) {
        return new Verdict("BILL", reason);
    }
}
