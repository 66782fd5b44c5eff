package health.medley.itests.oracle;

import health.medley.itests.oracle.Draft.Condition;
import java.time.LocalDate;
import java.util.List;

/** Patients whose case turns on conditions, other codes, events, facts or who bills. */
final class RulePersonas {
    private RulePersonas() {}

    static final List<Persona> ALL = List.of(
            Persona.of("roles that may bill", d -> plain(d).enrollment
                    .put("practitioner_role", d.any("MD", "NP", "PA", "CNS", "CNM"))),
            Persona.of(
                    "roles that may not", d -> plain(d).enrollment.put("practitioner_role", d.any("CP", "DPM", "RN"))),
            Persona.of("few diseases", d -> {
                plain(d).conditions.clear();
                d.conditions.addAll(Codebook.diseases(d.random, d.any(0, 1, 2), d.month));
            }),
            Persona.of("a second disease that does not count", d -> {
                plain(d).conditions.clear();
                d.conditions.addAll(Codebook.diseases(d.random, 1, d.month));
                d.conditions.add(uncounted(d));
            }),
            Persona.of("a second disease at the edge", d -> {
                plain(d).conditions.clear();
                d.conditions.addAll(Codebook.diseases(d.random, 1, d.month));
                d.conditions.add(atTheEdge(d));
            }),
            Persona.of("oversight by us", d -> plain(d).other(us(d, d.any("G0181", "G0182")))),
            Persona.of("oversight by another", d -> plain(d).other(them(d, d.any("G0181", "G0182")))),
            Persona.of("esrd by us", d -> {
                plain(d).other(us(d, d.any("90951", "90960", "90966", "90967", "90970")));
                d.event(d.any("esrd=Y", ""));
            }),
            Persona.doubtful("esrd by another", d -> plain(d).other(them(d, d.any("90951", "90962", "90970")))),
            Persona.doubtful("esrd without its code", d -> plain(d).event("esrd=Y")),
            Persona.of("apcm by us", d -> plain(d).other(us(d, d.any("G0556", "G0557", "G0558")))),
            Persona.doubtful("apcm by another", d -> plain(d).other(them(d, d.any("G0556", "G0557")))),
            Persona.of("ccm by another", d -> plain(d).other(
                            them(d, d.any("99490", "99439", "99487", "99489", "99491", "99437")))),
            Persona.of("pcm by us", d -> plain(d).other(us(d, d.any("99424", "99425", "99426", "99427")))),
            Persona.doubtful("pcm by us, too little for us", d -> d.staff(d.seconds(600, 1199))
                    .other("99426@P1")),
            Persona.of("pcm by another", d -> plain(d).other(them(d, d.any("99424", "99426")))),
            Persona.of("codes that stand beside", d -> plain(d).other(
                            us(d, d.any("99454", "99457", "99484", "99495", "G0180", "99091")), them(d, "99457"))),
            Persona.of("codes gone or not yet there", d -> plain(d).other(
                            d.any("G2064@P1", "G2065@P1", "G2058@P2", "G2064@P2"))),
            Persona.of("several exclusions", d -> plain(d).other("99490@P2", us(d, "G0181"), "90962@P1", "99424@P1")),
            Persona.of("hospice", d -> d.staff(d.seconds(0, 1199, 1200, 2400, 5000))
                    .event("hospice=" + d.day(1).plusDays(d.any(-60, 0, 10, 27)))),
            Persona.of(
                    "hospice, complex",
                    d -> complex(d).staff(d.seconds(1200, 3600, 5400)).event("hospice=" + d.day(10))),
            Persona.of(
                    "hospice later", d -> plain(d).event("hospice=" + d.last().plusDays(1))),
            Persona.of(
                    "part b ended", d -> plain(d).event("part_b_end=" + d.day(1).minusDays(d.any(1, 50)))),
            Persona.of("part b ends later", d -> plain(d).event(
                            "part_b_end=" + d.last().plusDays(d.any(0, 1, 40)))),
            Persona.doubtful("part b ends in the month", d -> d.spread(2400, "staff", "ccm", 2, 9)
                    .event("part_b_end=" + d.day(20))),
            Persona.of("cover ended in the chart", d -> {
                plain(d).covers.clear();
                d.covers.add(
                        new Draft.Cover("2009-01-01", d.day(1).minusDays(40).toString()));
            }),
            Persona.of("cover ends later in the chart", d -> {
                plain(d).covers.clear();
                d.covers.add(new Draft.Cover(
                        "2009-01-01", d.last().plusDays(d.any(0, 30)).toString()));
            }),
            Persona.doubtful("planning by another", d -> plain(d).other(them(d, "G0506"))),
            Persona.doubtful("oversight by its CPT code", d -> plain(d).other(us(d, "99375"))),
            Persona.doubtful("dated before the minutes", d -> d.spread(2400, "staff", "ccm", 15, 27)
                    .fact("dos=" + d.day(10))),
            Persona.doubtful("revoked in the month, beyond the cap", d -> {
                complex(d).staff(30000);
                d.enrollment.put("consent_revoked_date", d.day(12).toString());
            }),
            Persona.of("enrolled again", d -> {
                d.staff(d.seconds(1199, 1200, 2400));
                d.enrolledBefore = true;
            }),
            Persona.of("in hospital for a while", d -> {
                d.spread(d.seconds(1200, 1500), "staff", "ccm", 12, 27);
                d.spread(d.seconds(60, 1200), "staff", "ccm", 3, 7);
                d.event("inpatient=" + d.day(2) + "/" + d.day(8));
            }),
            Persona.of("in hospital all month", d -> plain(d).event("inpatient="
                    + d.day(1).minusDays(3) + "/" + d.last().plusDays(3))),
            Persona.of("in nursing care all month", d -> plain(d).event("snf_part_a="
                    + d.day(1).minusDays(3) + "/" + d.last().plusDays(3))),
            Persona.doubtful("in nursing care for a while", d -> {
                d.spread(d.seconds(600, 1200), "staff", "ccm", 12, 27);
                d.spread(1200, "staff", "ccm", 3, 7);
                d.event("snf_part_a=" + d.day(2) + "/" + d.day(8));
            }),
            Persona.of("at home or in a home", d -> plain(d).event(d.any("alf=Y", "home_health=Y", "nf_resident=Y"))),
            Persona.of("duplicate", d -> plain(d).fact("duplicate=" + d.any("Y", "Y", "N"))),
            Persona.of("good npi", d -> plain(d).fact("npi=" + d.npi)),
            Persona.doubtful("bad npi", d -> plain(d).fact("npi=1234567890")),
            Persona.of("dated by the threshold", d -> d.spread(d.seconds(1200, 2400), "staff", "ccm", 2, 11)
                    .fact("threshold_date=" + d.day(12), "dos=" + d.day(d.any(12, 12, 13, 20)))),
            Persona.of("dated before the threshold", d -> plain(d).fact(
                            "threshold_date=" + d.day(12), "dos=" + d.day(d.any(5, 11)))),
            Persona.of("dated after death", d -> {
                d.spread(1300, "staff", "ccm", 2, 15);
                d.event("death=" + d.day(20)).fact("dos=" + d.day(d.any(21, 27)));
            }),
            Persona.of("dated before the plan", d -> {
                d.spread(1300, "staff", "ccm", 2, 10);
                d.fact("dos=" + d.day(d.any(14, 15, 16)), "threshold_date=" + d.day(11));
                d.enrollment.put("care_plan_date", d.day(15).toString());
            }),
            Persona.of(
                    "abroad", d -> d.staff(d.seconds(0, 599, 600, 1300)).fact("foreign_minutes=" + d.any(5, 10, 20))),
            Persona.of("asked for a wrong add-on", d -> complex(d).staff(6000).fact("requested=99487+99439")),
            Persona.of(
                    "asked for two families", d -> d.staff(1500).personal(1740).fact("requested=99490+99491")),
            Persona.of(
                    "asked for two families, complex",
                    d -> complex(d).staff(3900).fact("requested=99491+99487")),
            Persona.of("asked for an add-on alone", d -> d.personal(1500).fact("requested=99437")),
            Persona.of("asked for a code that is gone", d -> d.staff(2700).fact("requested=G2058")),
            Persona.of("prognosis of months", d -> plain(d).fact("prognosis_months=4")),
            Persona.of("not enrolled", d -> d.enrolled = false),
            Persona.of("another program too", d -> plain(d).programs.put("rpm", "rpm")),
            Persona.of("many causes", d -> {
                plain(d).enrollment.put("risk_documented", "N");
                d.enrollment.put("consent_date", "");
                d.enrollment.put("care_plan_date", "");
                d.other("G0181@P1").fact(d.any("duplicate=Y", "access_24_7=N"));
            }));

    private static Draft plain(Draft d) {
        return d.staff(d.seconds(1200, 1500, 2400, 3600, 4800));
    }

    private static Draft complex(Draft d) {
        d.statement.put("mdm", "moderate");
        d.statement.put("care_plan_action", "monitored");
        return d.track("complex");
    }

    private static String us(Draft d, String code) {
        return code + d.any("", "@P1", "@" + d.npi);
    }

    private static String them(Draft d, String code) {
        return code + "@" + d.any("P2", "P3", Draft.FOREIGN);
    }

    private static Condition uncounted(Draft d) {
        List<String> code = List.of(other(d));
        LocalDate first = d.day(1);
        String before = first.minusYears(2).toString();
        return switch (d.random.nextInt(5)) {
            case 0 -> new Condition(code, before, "", "", "refuted");
            case 1 -> new Condition(code, before, "", "", "entered-in-error");
            case 2 -> new Condition(code, d.last().plusDays(1) + "T00:10:00+14:00", "", "", "confirmed");
            case 3 -> new Condition(code, before, "", first.minusDays(1) + "T23:59:00-11:00", "");
            default -> new Condition(code, "", d.last().plusDays(3).toString(), "", "provisional");
        };
    }

    private static Condition atTheEdge(Draft d) {
        List<String> code = List.of(other(d));
        String before = d.day(1).minusYears(2).toString();
        return switch (d.random.nextInt(5)) {
            case 0 -> new Condition(code, d.last() + "T23:59:59-11:00", "", "", "confirmed");
            case 1 -> new Condition(code, before, "", d.day(1) + "T00:00:00+14:00", "");
            case 2 -> new Condition(code, "", "", "", "");
            case 3 -> new Condition(code, "", d.last().toString(), "", "unconfirmed");
            default -> new Condition(code, before, d.last().plusDays(30).toString(), "", "differential");
        };
    }

    /** A chronic code of a disease that none of the patient's conditions is. */
    private static String other(Draft d) {
        Diseases diseases = new Diseases();
        List<String> had =
                d.conditions.stream().flatMap(c -> c.codes().stream()).toList();
        while (true) {
            String code = Codebook.anyChronic(d.random);
            if (diseases.of(had).stream().noneMatch(diseases.of(List.of(code))::contains)) {
                return code;
            }
        }
    }
}
