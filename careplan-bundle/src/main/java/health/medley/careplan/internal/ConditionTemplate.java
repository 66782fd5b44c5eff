package health.medley.careplan.internal;

import health.medley.core.careplan.GoalBound;
import health.medley.core.careplan.PlanElement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan says of one condition: data, with its source and version. Every part is checked when it is read.
 *
 * @param template its name, for example {@code hypertension}
 * @param version its version; a plan's draft names it
 * @param name what people call the condition
 * @param matches the codes it is for, by code system ({@code SNOMED}, {@code ICD10CM}); a star at the end of a code
 *     stands for every code that begins so
 * @param source the guidance it follows
 * @param sections sentences, by element
 * @param goals measurable goals, one or more
 * @param interventions what is planned, one or more
 */
record ConditionTemplate(
        String template,
        String version,
        String name,
        Map<String, List<String>> matches,
        Source source,
        Map<PlanElement, String> sections,
        List<Goal> goals,
        List<Intervention> interventions) {

    ConditionTemplate {
        check(template.matches("[a-z][a-z0-9-]*"), "template", "small letters, digits and hyphens");
        check(version.matches("\\d+\\.\\d+\\.\\d+"), "version", "three numbers with dots");
        check(!name.isBlank(), "name", "words");
        check(CodeSystems.known(matches.keySet()), "matches", "code systems among " + CodeSystems.names());
        check(matches.values().stream().anyMatch(codes -> !codes.isEmpty()), "matches", "at least one code");
        check(sections.containsKey(PlanElement.OUTCOME_AND_PROGNOSIS), "sections", "OUTCOME_AND_PROGNOSIS");
        check(sections.containsKey(PlanElement.SYMPTOM_MANAGEMENT), "sections", "SYMPTOM_MANAGEMENT");
        check(sections.values().stream().noneMatch(String::isBlank), "sections", "words for each element");
        check(!goals.isEmpty(), "goals", "at least one");
        check(!interventions.isEmpty(), "interventions", "at least one");
    }

    /** Name and version, as a draft names it. */
    String reference() {
        return template + "@" + version;
    }

    /** Whether it is for a code of a system. */
    boolean matches(String system, String code) {
        return matches.getOrDefault(system, List.of()).stream().anyMatch(pattern -> matchesOne(pattern, code));
    }

    private static boolean matchesOne(String pattern, String code) {
        return pattern.endsWith("*")
                ? code.startsWith(pattern.substring(0, pattern.length() - 1))
                : code.equals(pattern);
    }

    /**
     * Where something was taken from.
     *
     * @param title title of the publication
     * @param date its day
     * @param checked the day on which somebody last compared the two; empty if nobody did yet
     */
    record Source(String title, LocalDate date, Optional<LocalDate> checked) {
        Source {
            check(!title.isBlank(), "source/title", "words");
        }

        /** In one line. */
        String words() {
            return title + " (" + date + ")";
        }
    }

    /** A goal with what is measured and within how many months. */
    record Goal(
            String id,
            String text,
            String measure,
            GoalBound bound,
            BigDecimal quantity,
            String unit,
            int months,
            Optional<Source> source) {
        Goal {
            check(id.matches("[a-z][a-z0-9-]*"), "goals/id", "small letters, digits and hyphens");
            check(!text.isBlank() && !measure.isBlank() && !unit.isBlank(), "goals", "text, measure and unit");
            check(months >= 1, "goals/months", "1 or more");
        }
    }

    /** What is done, and who is responsible for it. */
    record Intervention(String text, String responsible) {
        Intervention {
            check(!text.isBlank() && !responsible.isBlank(), "interventions", "text and responsible");
        }
    }

    private static void check(boolean good, String key, String expected) {
        if (!good) {
            throw new IllegalArgumentException("\"" + key + "\": expected " + expected);
        }
    }
}
