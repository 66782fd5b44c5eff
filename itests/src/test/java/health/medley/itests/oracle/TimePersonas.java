package health.medley.itests.oracle;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** Patients whose case turns on time and its edges. */
final class TimePersonas {
    private TimePersonas() {}

    static final List<Persona> ALL = List.of(
            Persona.of("staff floors", d -> d.staff(d.seconds(600, 1199, 1200, 1201, 2399, 2400, 3599, 3600))),
            Persona.of("staff caps", d -> d.staff(d.seconds(3601, 4799, 4800, 4801, 9000, 20000))),
            Persona.of("nothing logged", d -> {}),
            Persona.of("pooled", d -> d.staff(d.seconds(300, 900, 1199, 1200, 2300))
                    .personal(d.seconds(1, 60, 299, 300, 301, 1200))),
            Persona.of("practitioner time on the staff track", d -> d.personal(d.seconds(1199, 1200, 1800, 3600))),
            Persona.of("staff overlap", TimePersonas::staffOverlap),
            Persona.of("same interval twice", d -> twice(d, d.seconds(600, 1199, 1200, 2400))),
            Persona.of("staff overlaps practitioner", TimePersonas::mixedOverlap),
            Persona.of("empty intervals", d -> {
                d.add(d.day(5).atTime(9, 0), 0, "staff", "ccm").staff(d.seconds(1199, 1200));
                d.add(d.day(28).atTime(9, 0), 0, "practitioner", "ccm");
            }),
            Persona.of("other program reaches", d -> d.staff(d.seconds(300, 1199))
                    .spread(1200, "staff", d.any("bhi", "rpm", "tcm"), 2, 27)),
            Persona.of("other program beside", d -> d.staff(d.seconds(1200, 2500))
                    .spread(d.seconds(600, 3000), "staff", d.any("bhi", "rpm", "tcm", "pcm", "chi"), 2, 27)),
            Persona.of("other program short", d -> d.staff(600).spread(599, "staff", d.any("bhi", "rpm"), 2, 27)),
            Persona.of("another practitioner", d -> {
                d.staff(d.seconds(900, 1200));
                d.add(at(d, 12), at(d, 12).plusSeconds(1500), Draft.FOREIGN, "practitioner", "ccm");
            }),
            Persona.of("clerical", d -> d.staff(d.seconds(600, 1199, 1200))
                    .spread(d.seconds(1, 599, 600, 1500), "clerical", "ccm", 2, 27)),
            Persona.of("split at the start", d -> d.staff(d.seconds(600, 899, 900, 1500))
                    .add(d.day(1).atStartOfDay().minusSeconds(700), 1000, "staff", "ccm")),
            Persona.of("split at the end", d -> d.staff(d.seconds(600, 899, 900, 2100))
                    .add(d.last().atTime(23, 55), 1000, "staff", "ccm")),
            Persona.of("split at both ends", d -> d.staff(d.seconds(200, 600, 601))
                    .add(d.day(1).atStartOfDay().minusSeconds(300), 600, "staff", "ccm")
                    .add(d.last().atTime(23, 55), 600, "staff", "ccm")),
            Persona.of("month edge by instants", TimePersonas::edgeInAnotherOffset),
            Persona.doubtful("entries of another month", d -> d.staff(d.seconds(900, 1200))
                    .add(d.day(1).minusDays(9).atTime(10, 0), 900, "staff", "ccm")),
            Persona.of("clock change", TimePersonas::clockChange),
            Persona.of("through the night", d -> d.staff(d.seconds(1, 600))
                    .add(d.day(9).atTime(23, 50), d.seconds(1000, 1199, 1200), "staff", "ccm")),
            Persona.of("death in the chart", d -> {
                d.death = d.day(20) + d.any("", "T12:10:00Z", "T11:00:00-05:00");
                d.spread(d.seconds(1199, 1200, 2400), "staff", "ccm", 2, 19);
                d.spread(d.seconds(1, 600, 1300), "staff", "ccm", 22, 27);
            }),
            Persona.of("death in the month file", d -> {
                d.event("death=" + d.day(20));
                d.spread(d.seconds(1199, 1200, 2400), "staff", "ccm", 2, 20);
                d.spread(d.seconds(1, 600, 1300), "staff", "ccm", 21, 27);
            }),
            Persona.of("the night of death", d -> {
                d.event("death=" + d.day(20));
                d.spread(600, "staff", "ccm", 2, 19);
                d.add(d.day(20).atTime(23, 50), d.seconds(1200, 1800), "staff", "ccm");
            }),
            Persona.of("dead before the month", d -> {
                d.death = d.day(1).minusDays(40).toString();
                d.enrollment.put("care_plan_date", d.day(1).minusDays(60).toString());
                d.staff(d.seconds(600, 1300));
            }),
            Persona.of("complex floors", d -> complex(d).staff(d.seconds(1200, 2400, 3599, 3600, 5399, 5400, 7199))),
            Persona.of("complex to the cap", d -> complex(d).staff(d.seconds(7200, 21599, 21600, 23399, 23400, 30000))),
            Persona.of(
                    "complex pooled",
                    d -> complex(d).staff(d.seconds(2400, 3000, 3600)).personal(d.seconds(300, 600, 1200, 1800))),
            Persona.of("complex without mdm", d -> {
                complex(d).staff(d.seconds(3600, 7200));
                d.statement.put("mdm", d.any("", "none", "straightforward", "low"));
            }),
            Persona.of("complex without action", d -> {
                complex(d).staff(d.seconds(3600, 7200));
                d.statement.put("care_plan_action", "");
                d.statement.put("mdm", d.any("low", "high"));
            }),
            Persona.of("complex without a month row", d -> {
                complex(d).staff(d.seconds(2400, 3600, 7200));
                d.stated = false;
            }),
            Persona.doubtful("complex below every floor", d -> complex(d).staff(d.seconds(0, 600, 1199))),
            Persona.of("personal floors", d -> d.track("practitioner")
                    .personal(d.seconds(1200, 1799, 1800, 3599, 3600, 5399, 5400, 7199))),
            Persona.of("personal beyond the cap", d -> d.track("practitioner").personal(d.seconds(7200, 9000))),
            Persona.of(
                    "personal with staff left",
                    d -> d.track("practitioner").personal(d.seconds(1800, 3600)).staff(d.seconds(1, 1199, 1200, 3000))),
            Persona.of("personal short, pooled", d -> d.track("practitioner")
                    .personal(d.seconds(1, 600, 1799))
                    .staff(d.seconds(1200, 3600))),
            Persona.of("nothing personal", d -> d.track("practitioner").staff(d.seconds(1200, 3600))),
            Persona.doubtful(
                    "personal below every floor",
                    d -> d.track("practitioner").personal(d.seconds(0, 1, 1199)).staff(d.seconds(0, 0, 0))),
            Persona.of("personal by somebody else", d -> {
                d.track("practitioner").personal(d.seconds(1200, 1799));
                d.add(at(d, 13), at(d, 13).plusSeconds(1800), Draft.FOREIGN, "practitioner", "ccm");
            }),
            Persona.of("personal twice at once", d -> {
                d.track("practitioner");
                twicePersonally(d, d.seconds(1800, 3599));
            }));

    private static Draft complex(Draft d) {
        d.statement.put("mdm", d.any("moderate", "high"));
        d.statement.put("care_plan_action", d.any("established", "implemented", "revised", "monitored"));
        return d.track("complex");
    }

    private static OffsetDateTime at(Draft d, int day) {
        return d.day(day).atTime(21, 0).atZone(d.zone).toOffsetDateTime();
    }

    private static void staffOverlap(Draft d) {
        long total = d.seconds(1199, 1200, 2399, 2400, 5000);
        long common = 1 + d.random.nextInt(400);
        LocalDateTime start = d.day(8).atTime(21, 0);
        d.add(start, total / 2 + common, "staff", "ccm");
        d.add(start.plusSeconds(total / 2), total - total / 2, "staff", "ccm");
        if (d.random.nextBoolean()) {
            d.add(start.plusSeconds(5), 7, "staff", "ccm");
        }
    }

    private static void twice(Draft d, long seconds) {
        LocalDateTime start = d.day(8).atTime(21, 0);
        d.add(start, seconds, "staff", "ccm").add(start, seconds, "staff", "ccm");
    }

    private static void twicePersonally(Draft d, long seconds) {
        LocalDateTime start = d.day(8).atTime(21, 0);
        d.add(start, seconds, "practitioner", "ccm").add(start.plusSeconds(10), 60, "practitioner", "ccm");
    }

    private static void mixedOverlap(Draft d) {
        LocalDateTime start = d.day(8).atTime(21, 0);
        d.add(start, d.seconds(900, 1200), "staff", "ccm");
        d.add(start.plusSeconds(600), d.seconds(300, 599, 600, 2400), "practitioner", "ccm");
    }

    /** An entry that ends exactly at, or one second beyond, the month's first or last midnight, written in UTC. */
    private static void edgeInAnotherOffset(Draft d) {
        boolean atStart = d.random.nextBoolean();
        ZonedDateTime edge = (atStart ? d.day(1) : d.last().plusDays(1)).atStartOfDay(d.zone);
        OffsetDateTime utc = edge.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
        long beyond = d.seconds(0, 1, 2);
        d.staff(d.seconds(1199, 1200));
        d.add(utc.minusSeconds(600), utc.plusSeconds(beyond), "rn-1", "staff", "ccm");
    }

    /** Work through the night in which the clock is set, if the month has one. */
    private static void clockChange(Draft d) {
        ZoneOffsetTransition change =
                d.zone.getRules().nextTransition(d.day(1).atStartOfDay(d.zone).toInstant());
        long seconds = d.seconds(1199, 1200, 1300, 4000);
        if (change == null
                || !change.getInstant()
                        .isBefore(d.last().plusDays(1).atStartOfDay(d.zone).toInstant())) {
            d.add(d.day(10).atTime(1, 50), seconds, "staff", "ccm");
            return;
        }
        ZonedDateTime start = change.getInstant().atZone(d.zone).minusSeconds(700);
        d.add(start.toOffsetDateTime(), start.plusSeconds(seconds).toOffsetDateTime(), "rn-1", "staff", "ccm");
    }
}
