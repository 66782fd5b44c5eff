package health.medley.itests.oracle;

import java.util.List;

/** Patients enrolled in other programs, alone or beside chronic care management. */
final class ProgramPersonas {
    private ProgramPersonas() {}

    static final List<Persona> ALL = List.of(
            Persona.of("pcm by staff", d -> work(d, "pcm", "pcm_staff", 600, 1799, 1800, 3599, 3600, 5400, 7200)),
            Persona.of("pcm personally", d -> of(d, "pcm", "pcm_practitioner")
                    .spread(d.seconds(1800, 3600, 5400, 7200), "practitioner", "pcm", 2, 27)),
            Persona.of("apcm", d -> {
                of(d, "apcm", "apcm").conditions.clear();
                d.conditions.addAll(Codebook.diseases(d.random, d.any(0, 1, 2, 4), d.month));
                d.fact(d.any("qmb=Y", "qmb=N", "primary_care_focal=Y"));
            }),
            Persona.of("bhi", d -> work(d, "bhi", "bhi", 599, 1199, 1200, 2500)),
            Persona.of("bhi without consent", d -> {
                work(d, "bhi", "bhi", 1200, 2500).enrollment.put("consent_date", "");
                d.enrollment.put("consent_items", "");
                d.enrollment.put("consent_form", "");
            }),
            Persona.of("cocm, first month", d -> work(d, "cocm", "cocm", 4200, 5999, 6000, 7800)
                    .fact("month=initial")),
            Persona.of("cocm, later month", d -> work(d, "cocm", "cocm", 3600, 5399, 5400)
                    .fact("month=subsequent")),
            Persona.of("rpm", d -> work(d, "rpm", "rpm", 0, 1200, 2399, 2400, 4800)
                    .fact("device_days=" + d.any(16, 17, 30), "interactive=Y")),
            Persona.of("rpm, short", d -> work(d, "rpm", "rpm", 0, 599, 600, 1199)
                    .fact("device_days=" + d.any(0, 1, 2, 15, 16), "interactive=Y")),
            Persona.of("chi", d -> work(d, "chi", "chi", 3599, 3600, 5399, 5400, 12600)),
            Persona.of("pin", d -> work(d, "pin", "pin", 3599, 3600, 5399, 5400)),
            Persona.doubtful("cpm", d -> of(d, "cpm", "cpm")
                    .spread(d.seconds(1799, 1800, 2700, 6000), "practitioner", "cpm", 2, 27)),
            Persona.of("tcm", d -> {
                of(d, "tcm", "tcm").fact("contact_business_day=" + d.any(1, 2), "visit_day=" + d.any(5, 7, 8, 14, 15));
                d.statement.put("mdm", d.any("low", "moderate", "high"));
            }),
            Persona.of("ccm and bhi", d -> two(d, "bhi", d.seconds(1200, 2400), 1200)),
            Persona.of("ccm and bhi, too little for one", d -> two(d, "bhi", d.any(600L, 1200L), d.any(600L, 1200L))),
            Persona.of("ccm and rpm", d -> two(d, "rpm", 2400, 1200).fact("device_days=16", "interactive=Y")),
            Persona.of("ccm and pcm", d -> two(d, "pcm", 1200, 1800)),
            Persona.of("ccm and cocm", d -> two(d, "cocm", 1200, 4200).fact("month=initial")),
            Persona.of("ccm and chi", d -> two(d, "chi", 1200, 3600)));

    private static Draft of(Draft d, String program, String track) {
        d.enrollment.put("program", program);
        return d.track(track);
    }

    private static Draft work(Draft d, String program, String track, long... seconds) {
        return of(d, program, track).spread(d.seconds(seconds), "staff", program, 2, 27);
    }

    private static Draft two(Draft d, String program, long ccm, long other) {
        d.programs.put(program, program.equals("pcm") ? "pcm_staff" : program);
        return d.staff(ccm).spread(other, "staff", program, 2, 27);
    }
}
