package health.medley.itests.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decide a month of a program beside chronic care management, for patients who lack nothing but perhaps time. */
final class Neighbours {
    /** A reason the texts leave open here: it is not compared. */
    static final String ANY = "*";

    private final Month m;
    private final boolean clinic;
    private final Set<String> programs;
    private final int year;
    private final List<String> lines = new ArrayList<>();
    private final long staff;
    private final long personally;
    private final long pooled;
    private String status = "NO_BILL";
    private String reason = ANY;

    private Neighbours(Month m, String setting, Set<String> programs) {
        this.m = m;
        this.clinic = !setting.equals("PFS");
        this.programs = programs;
        this.year = m.month.getYear();
        staff = SecondCounter.size(m.time.staff);
        personally = SecondCounter.size(m.time.practitioner);
        pooled = SecondCounter.size(m.time.staff, m.time.practitioner);
    }

    static Answer decide(String key, Month month, String setting, Set<String> programs) {
        Neighbours judge = new Neighbours(month, setting, programs);
        String program = month.enrollment.get("program");
        boolean bundled = judge.clinic && (judge.year < 2025 || judge.chosen());
        boolean consented = month.consent.isPresent() && !month.consent.get().isAfter(month.month.atEndOfMonth());
        if (!consented && !program.equals("tcm")) {
            judge.reason = "NO_CONSENT";
        } else if (bundled) {
            judge.clinic(program);
        } else {
            judge.one(program);
        }
        return judge.answer(key);
    }

    /** The clinic's choice in the months in which it had one. */
    private boolean chosen() {
        return year == 2025
                && m.month.getMonthValue() < 10
                && m.facts.getOrDefault("transition", "individual").equals("G0511");
    }

    private void one(String program) {
        switch (program) {
            case "ccm" -> blocks("99490", "99439", pooled, 1200, 1200, 2, false);
            case "pcm" -> pcm();
            case "apcm" -> apcm();
            case "bhi" -> blocks("99484", "", pooled, 1200, 0, 0, true);
            case "cocm" -> cocm();
            case "rpm" -> rpm();
            case "rtm" -> rtm();
            case "chi" -> since(2024, "G0019", "G0022", pooled, 3600, 1800, 4);
            case "pin" -> since(2024, "G0023", "G0024", pooled, 3600, 1800, 4);
            case "cpm" -> since(2023, "G3002", "G3003", personally, 1800, 900, 4);
            case "tcm" -> tcm();
            default -> throw new IllegalStateException(program);
        }
    }

    private void clinic(String program) {
        long floor = program.equals("pcm") ? 1800 : 1200;
        // of equals the first in the order of rows
        boolean first = programs.iterator().next().equals(program);
        if (pooled >= floor && (year >= 2024 || first)) {
            bill("G0511", 1);
        }
    }

    private void since(int first, String base, String further, long seconds, long floor, long block, int most) {
        if (year < first) {
            reason = "CODE_NOT_VALID_FOR_DOS";
        } else {
            blocks(base, further, seconds, floor, block, most, true);
        }
    }

    /** A base at its floor, and further blocks; more than the most of them are held where a person may allow them. */
    private void blocks(String base, String further, long seconds, long floor, long block, int most, boolean hold) {
        if (seconds < floor) {
            return;
        }
        bill(base, 1);
        long more = further.isEmpty() ? 0 : (seconds - floor) / block;
        bill(further, Math.min(most, more));
        if (more > most && hold) {
            status = "HOLD";
            reason = "MUE_EXCEEDED_REVIEW";
        }
    }

    private void pcm() {
        if (programs.contains("ccm") || programs.contains("apcm")) {
            reason = programs.contains("ccm") ? "CCM_PCM_SAME_PRACTITIONER" : "APCM_REPLACES_PCM";
            return;
        }
        boolean personal = m.enrollment.get("track").equals("pcm_practitioner");
        long seconds = personal ? personally : pooled;
        if (year < 2022) {
            blocks(personal ? "G2064" : "G2065", "", seconds, 1800, 0, 0, true);
        } else {
            blocks(personal ? "99424" : "99426", personal ? "99425" : "99427", seconds, 1800, 1800, 2, true);
        }
    }

    private void apcm() {
        if (year < 2025) {
            reason = "CODE_NOT_VALID_FOR_DOS";
            return;
        }
        boolean poor = m.facts.getOrDefault("qmb", "N").equals("Y");
        bill(m.diseases() < 2 ? "G0556" : poor ? "G0558" : "G0557", 1);
    }

    private void cocm() {
        boolean first = m.facts.getOrDefault("month", "initial").equals("initial");
        blocks(first ? "99492" : "99493", "99494", pooled, first ? 4200 : 3600, 1800, 4, true);
    }

    private void rpm() {
        long days = Long.parseLong(m.facts.getOrDefault("device_days", "0"));
        if (days >= 16) {
            bill("99454", 1);
        } else if (days >= 2 && year >= 2026) {
            bill("99445", 1);
        }
        if (pooled >= 1200) {
            blocks("99457", "99458", pooled, 1200, 1200, 3, true);
        } else if (pooled >= 600 && year >= 2026) {
            bill("99470", 1);
        }
        if (pooled > 0 && pooled < (year >= 2026 ? 600 : 1200) || days < 16) {
            // one of the two services was not reached: whether that is said beside the other is open
            reason = ANY;
        }
    }

    private void rtm() {
        if (year >= 2022) {
            blocks("98980", "98981", pooled, 1200, 1200, 3, true);
        }
    }

    private void tcm() {
        boolean enough = m.mdm.equals("moderate") || m.mdm.equals("high");
        long day = Long.parseLong(m.facts.getOrDefault("visit_day", "99"));
        if (!enough || day > 14) {
            reason = !enough && day > 14 ? ANY : enough ? "TCM_VISIT_LATE" : "TCM_MDM";
        } else {
            bill(day <= 7 && m.mdm.equals("high") ? "99496" : "99495", 1);
        }
    }

    private void bill(String code, long units) {
        if (units > 0 && !code.isEmpty()) {
            lines.add(code + "x" + units);
            status = "BILL";
            reason = programs.size() == 1 && !clinic ? "OK" : ANY;
        }
    }

    private Answer answer(String key) {
        LocalDate day = m.dateOfService();
        BigDecimal amount = BigDecimal.ZERO;
        for (String line : lines) {
            String[] parts = line.split("x");
            BigDecimal fee = Month.TARIFF.fee(parts[0], day, Tariff.facility(m.placeOfService));
            amount = amount.add(fee.multiply(new BigDecimal(parts[1])));
        }
        String said = Tariff.facility(m.placeOfService) && reason.equals("OK") ? "FACILITY_RATE" : reason;
        return new Answer(
                key,
                status,
                String.join(";", lines),
                amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString(),
                said,
                staff,
                personally,
                lines.isEmpty() ? "" : day.toString());
    }
}
