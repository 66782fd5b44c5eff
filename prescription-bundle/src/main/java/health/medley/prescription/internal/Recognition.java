package health.medley.prescription.internal;

import health.medley.core.prescription.MedicationCode;
import health.medley.prescription.internal.InteractionTable.Ingredient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which ingredients a medication has, by its ATC code or by the words of its name. */
final class Recognition {
    private static final String ATC = "http://www.whocc.no/atc";

    private final InteractionTable table;

    Recognition(InteractionTable table) {
        this.table = table;
    }

    /** The ingredients known of a medication; empty if none is. */
    List<Ingredient> ingredients(MedicationCode medication) {
        String words = words(medication.name());
        List<Ingredient> found = new ArrayList<>();
        for (Ingredient ingredient : table.ingredients()) {
            boolean coded = medication.system().equals(ATC) && ingredient.atc().contains(medication.code());
            if (coded || ingredient.names().stream().anyMatch(name -> words.contains(words(name)))) {
                found.add(ingredient);
            }
        }
        return found;
    }

    /** Small letters and digits with single blanks around and between the words. */
    private static String words(String text) {
        return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip() + " ";
    }
}
