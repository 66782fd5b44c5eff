package health.medley.itests.oracle;

import java.util.List;

/** Patients of a rural or federally qualified clinic. */
final class ClinicPersonas {
    private ClinicPersonas() {}

    static final List<Persona> ALL = List.of(
            Persona.of("ccm", d -> d.staff(d.seconds(0, 600, 1199, 1200, 2400, 3600, 4800))),
            Persona.of("ccm, bundled", d -> d.staff(d.seconds(1199, 1200, 2400)).fact("transition=G0511")),
            Persona.of(
                    "ccm, individual", d -> d.staff(d.seconds(1199, 1200, 2400)).fact("transition=individual")),
            Persona.of("no consent", d -> {
                d.staff(1500).enrollment.put("consent_date", "");
                d.enrollment.put("consent_items", "");
                d.enrollment.put("consent_form", "");
            }),
            Persona.of("bhi", d -> {
                d.enrollment.put("program", "bhi");
                d.track("bhi").spread(d.seconds(1199, 1200), "staff", "bhi", 2, 27);
            }),
            Persona.of("pcm", d -> {
                d.enrollment.put("program", "pcm");
                d.track("pcm_staff").spread(d.seconds(1799, 1800), "staff", "pcm", 2, 27);
            }),
            Persona.of("ccm and bhi", d -> {
                d.programs.put("bhi", "bhi");
                d.staff(1200).spread(1200, "staff", "bhi", 2, 27);
            }));
}
