package health.medley.itests.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the oracle, or a row of determinations, says of one enrollment.
 *
 * @param key patient and program
 * @param dateOfService empty for none
 */
public record Answer(
        String key,
        String status,
        String codes,
        String amount,
        String reason,
        long staffSeconds,
        long practitionerSeconds,
        String dateOfService) {

    /** Answers by key; where one patient has several rows of a program, the later by status and reason get a number. */
    public static Map<String, Answer> numbered(List<Answer> answers) {
        List<Answer> sorted = new ArrayList<>(answers);
        sorted.sort(
                Comparator.comparing(Answer::key).thenComparing(Answer::status).thenComparing(Answer::reason));
        Map<String, Answer> byKey = new TreeMap<>();
        for (Answer answer : sorted) {
            String key = answer.key();
            for (int n = 2; byKey.containsKey(key); n++) {
                key = answer.key() + " " + n;
            }
            byKey.put(key, answer);
        }
        return byKey;
    }
}
