package health.medley.prescription.internal;

import health.medley.core.prescription.MedicationCode;
import health.medley.prescription.internal.InteractionTable.Ingredient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which ingredients a medication has, by its ATC code or by the words of its name. */
final class Recognition {
    private static final String ATC = "http://www.whocc.no/atc";
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

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
            if (coded || ingredient.words().stream().anyMatch(words::contains)) {
                found.add(ingredient);
            }
        }
        return found;
    }

    /** Small letters and digits with single blanks around and between the words. */
    static String words(String text) {
        return " "
                + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }
}
