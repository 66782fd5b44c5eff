package health.medley.itests.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Patients whose case turns on consent, the initiating visit or the care plan. */
final class ConsentPersonas {
    private static final String VISIT = "initiating_visit";

    private ConsentPersonas() {}

    static final List<Persona> ALL = List.of(
            Persona.of("no consent", d -> {
                consent(plain(d), "");
                d.enrollment.put("consent_items", "");
                d.enrollment.put("consent_form", "");
            }),
            Persona.of(
                    "consent after the month",
                    d -> consent(plain(d), d.last().plusDays(d.any(1, 9)).toString())),
            Persona.of("consent on the 10th", d -> {
                consentIn(d, 10);
                d.spread(d.seconds(1, 599, 600, 900, 1200), "staff", "ccm", 2, 9);
                d.spread(d.seconds(900, 1199, 1200, 1800, 2400), "staff", "ccm", 10, 27);
            }),
            Persona.of("consent on the 10th, personally", d -> {
                consentIn(d.track("practitioner"), 10);
                d.spread(d.seconds(600, 1800), "practitioner", "ccm", 2, 9);
                d.spread(d.seconds(1200, 1799, 1800, 3000), "practitioner", "ccm", 10, 27);
            }),
            Persona.of("midnight of the consent", d -> {
                consentIn(d, 10);
                d.add(d.day(10).atStartOfDay().minusSeconds(600), d.seconds(1799, 1800), "staff", "ccm");
            }),
            Persona.of("consent on an edge of the month", d -> {
                consentIn(d, d.any(1, d.last().getDayOfMonth()));
                d.add(d.last().atTime(9, 0), d.seconds(600, 1200), "staff", "ccm")
                        .staff(d.seconds(1, 900));
            }),
            Persona.of(
                    "revoked in the month",
                    d -> revoked(plain(d), d.day(d.any(1, 15, d.last().getDayOfMonth())))),
            Persona.of("revoked earlier", d -> {
                consent(plain(d), d.day(1).minusDays(300).toString());
                d.visit("99213", d.day(1).minusDays(320), "");
                revoked(d, d.day(1).minusDays(d.any(1, 40)));
            }),
            Persona.of("revoked later", d -> revoked(plain(d), d.last().plusDays(d.any(1, 30)))),
            Persona.of("revoked in the month and capped", d -> revoked(d.staff(5000), d.day(15))),
            Persona.of("a consent item missing", d -> {
                List<String> items = new ArrayList<>(List.of(Draft.ALL_ITEMS.split(";")));
                items.remove(d.random.nextInt(4));
                plain(d).enrollment.put("consent_items", String.join(";", items));
            }),
            Persona.of("every consent item missing", d -> plain(d).enrollment.put("consent_items", "")),
            Persona.of("consent items in another order", d -> plain(d).enrollment
                    .put("consent_items", "right-to-stop;one-practitioner;cost-sharing;availability")),
            Persona.of("a consent item missing, little time", d -> d.staff(d.seconds(0, 600, 1199))
                    .enrollment
                    .put("consent_items", "availability;cost-sharing;one-practitioner")),
            Persona.of("cost share not explained", d -> plain(d).fact("cost_share_explained=N")),
            Persona.of("consent for another practitioner", d -> plain(d).fact("consent_for=P1", "billing=P2")),
            Persona.of("visit of level one", d -> plain(d).visit("99211", visitDay(d), d.any("", "@P1", "@" + d.npi))),
            Persona.of("visit by another", d -> plain(d).visit(
                            "99214", visitDay(d), "@" + d.any(Draft.FOREIGN, "P2", "P3"))),
            Persona.of("visits that count", d -> plain(d).visit(
                            d.any("99202", "99205", "99212", "99215", "G0402", "G0438", "G0439", "99495", "99496"),
                            visitDay(d),
                            d.any("", "@P1", "@" + d.npi))),
            Persona.of("visit a year before", d -> plain(d).visit(
                            "99213", consent(d).minusYears(1).minusDays(d.any(0, 0, 1, 2)), "")),
            Persona.of("visit and the leap day", ConsentPersonas::leapDay),
            Persona.of("visit after the consent", d -> {
                consentIn(d, 5);
                d.spread(d.seconds(1200, 2400), "staff", "ccm", 12, 12);
                d.visit("99214", d.day(d.any(6, 11, 12, 13, 20)), "");
            }),
            Persona.of("no visit, none in the chart", d -> plain(d).enrollment.put(VISIT, "")),
            Persona.of("no visit, seen in the chart", d -> {
                plain(d).enrollment.put(VISIT, "");
                d.encounters.add(new Draft.Encounter(consent(d).minusDays(d.any(1, 30, 200)), d.npi));
            }),
            Persona.of("no visit, seen a year before", d -> {
                plain(d).enrollment.put(VISIT, "");
                d.encounters.add(new Draft.Encounter(consent(d).minusYears(1).minusDays(d.any(0, 1)), d.npi));
            }),
            Persona.of("no visit, somebody else seen", d -> {
                plain(d).enrollment.put(VISIT, "");
                d.encounters.add(new Draft.Encounter(consent(d).minusDays(30), Draft.FOREIGN));
            }),
            Persona.of("visit beside the chart's", d -> {
                plain(d).visit("99214", visitDay(d), "");
                d.encounters.add(new Draft.Encounter(consent(d).minusDays(d.any(1, 30, 200)), d.npi));
            }),
            Persona.of("program not discussed", d -> plain(d).fact("ccm_discussed=N")),
            Persona.of("no plan", d -> {
                plain(d).enrollment.put("care_plan_date", "");
                d.enrollment.put("care_plan_copy", d.any("", "Y", "N"));
            }),
            Persona.of("plan after the month", d -> plain(d).enrollment
                    .put("care_plan_date", d.last().plusDays(1).toString())),
            Persona.of("plan within the month", d -> plain(d).enrollment
                    .put(
                            "care_plan_date",
                            d.day(d.any(1, 15, d.last().getDayOfMonth())).toString())),
            Persona.of("plan after death", d -> {
                plain(d).enrollment
                        .put("care_plan_date", d.day(27).plusDays(d.any(0, 1)).toString());
                d.death = d.day(27).toString();
            }),
            Persona.of("old plan", d -> plain(d).enrollment.put("care_plan_date", "2019-02-03")),
            Persona.of("no copy", d -> plain(d).enrollment.put("care_plan_copy", d.any("", "N"))),
            Persona.of(
                    "no copy, little time",
                    d -> d.staff(d.seconds(0, 900)).enrollment.put("care_plan_copy", "")),
            Persona.of("no copy, complex", d -> {
                d.track("complex").staff(d.seconds(3600, 9000)).enrollment.put("care_plan_copy", "N");
                d.statement.put("mdm", "high");
                d.statement.put("care_plan_action", "revised");
            }),
            Persona.of("copy denied by a fact", d -> plain(d).fact("care_plan_copy=N")),
            Persona.of("no access", d -> plain(d).fact("access_24_7=N")),
            Persona.of("no risk", d -> plain(d).enrollment.put("risk_documented", d.any("", "N"))));

    private static Draft plain(Draft d) {
        return d.staff(d.seconds(1200, 1500, 2400, 3600));
    }

    private static LocalDate consent(Draft d) {
        return LocalDate.parse(d.enrollment.get("consent_date"));
    }

    private static void consent(Draft d, String day) {
        d.enrollment.put("consent_date", day);
    }

    private static void consentIn(Draft d, int day) {
        consent(d, d.day(day).toString());
        d.visit("99214", d.day(day).minusDays(d.random.nextInt(300)), d.any("", "@P1", "@" + d.npi));
    }

    private static void revoked(Draft d, LocalDate day) {
        d.enrollment.put("consent_revoked_date", day.toString());
    }

    private static LocalDate visitDay(Draft d) {
        return consent(d).minusDays(d.random.nextInt(360));
    }

    private static void leapDay(Draft d) {
        boolean leap = d.random.nextBoolean();
        consent(plain(d), leap ? "2024-02-29" : "2024-02-28");
        d.visit("99214", LocalDate.of(2023, 2, d.any(27, 28)), "");
    }
}
