package health.medley.prescription.internal;

import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ConflictSeverity;
import health.medley.core.prescription.InteractionFinding;
import health.medley.core.prescription.InteractionQuestion;
import health.medley.core.prescription.InteractionReport;
import health.medley.core.prescription.MedicationCode;
import health.medley.prescription.internal.InteractionTable.Ingredient;
import health.medley.prescription.internal.InteractionTable.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question to the table. */
final class TableCheck {
    private final InteractionTable table;
    private final InteractionQuestion question;
    private final List<Known> known = new ArrayList<>();
    private final List<MedicationCode> unknown = new ArrayList<>();
    private final List<InteractionFinding> findings = new ArrayList<>();
    private final Recognition recognition;

    private record Known(MedicationCode medication, List<Ingredient> ingredients) {}

    TableCheck(InteractionTable table, InteractionQuestion question) {
        this.table = table;
        this.question = question;
        this.recognition = new Recognition(table);
        for (MedicationCode medication : question.medications()) {
            List<Ingredient> ingredients = recognition.ingredients(medication);
            if (ingredients.isEmpty()) {
                unknown.add(medication);
            } else {
                known.add(new Known(medication, ingredients));
            }
        }
    }

    InteractionReport report() {
        for (int i = 0; i < known.size(); i++) {
            for (int j = i + 1; j < known.size(); j++) {
                compare(known.get(i), known.get(j));
            }
        }
        known.forEach(this::compareWithAllergies);
        return new InteractionReport(findings, unknown, table.version(), coverage());
    }

    private String coverage() {
        int asked = question.medications().size();
        return known.size() + " of " + asked + " medications are known to this data. It knows "
                + table.ingredients().size() + " ingredients and "
                + table.pairs().size()
                + " pairs of well-known danger, duplicates of an ingredient or class, and allergies to an ingredient."
                + " It knows no doses, routes, diseases, kidney function, food or herbs: no finding is no word of"
                + " safety.";
    }

    private void compare(Known one, Known other) {
        List<MedicationCode> both = List.of(one.medication(), other.medication());
        duplicate(one, other)
                .ifPresent(text -> findings.add(new InteractionFinding(
                        ConflictKind.DUPLICATE, ConflictSeverity.MODERATE, both, text, source(InteractionTable.OWN))));
        for (Pair pair : table.pairs()) {
            if (interact(pair, one, other)) {
                findings.add(new InteractionFinding(
                        ConflictKind.INTERACTION, pair.severity(), both, pair.text(), source(pair.source())));
            }
        }
    }

    private static boolean interact(Pair pair, Known one, Known other) {
        return one.ingredients().stream()
                .anyMatch(first -> other.ingredients().stream().anyMatch(second -> pair.matches(first, second)));
    }

    private Optional<String> duplicate(Known one, Known other) {
        for (Ingredient first : one.ingredients()) {
            for (Ingredient second : other.ingredients()) {
                if (first.equals(second)) {
                    return Optional.of("Both have " + first.name() + ". Decide which is taken, and the whole dose.");
                }
                Optional<String> shared = first.classes().stream()
                        .filter(second.classes()::contains)
                        .filter(key -> table.classes().get(key).oneAtATime())
                        .sorted()
                        .findFirst();
                if (shared.isPresent()) {
                    return Optional.of("Both are "
                            + table.classes().get(shared.get()).name() + ". Decide whether both are needed.");
                }
            }
        }
        return Optional.empty();
    }

    private void compareWithAllergies(Known medication) {
        for (MedicationCode allergy : question.allergies()) {
            List<Ingredient> substances = recognition.ingredients(allergy);
            medication.ingredients().stream()
                    .filter(substances::contains)
                    .findFirst()
                    .ifPresent(ingredient -> findings.add(new InteractionFinding(
                            ConflictKind.ALLERGY,
                            ConflictSeverity.SEVERE,
                            List.of(medication.medication()),
                            "The chart names an allergy to " + ingredient.name() + ". Stop it, or say why it is borne.",
                            source(InteractionTable.OWN))));
        }
    }

    private String source(String key) {
        return table.sources().getOrDefault(key, key);
    }
}
