package health.medley.itests.support;

import health.medley.itests.oracle.Answer;
import health.medley.itests.oracle.Csv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results of a run, read back from its files. */
public final class Results {
    private Results() {}

    /** Rows of {@code determinations.csv} as {@link Answer#numbered} keys them. */
    public static Map<String, Answer> determinations(Path out) {
        List<Answer> answers = new ArrayList<>();
        for (Map<String, String> row : Csv.read(out.resolve("determinations.csv"))) {
            Answer answer = new Answer(
                    row.get("patient") + " " + row.get("program"),
                    row.get("status"),
                    row.get("codes"),
                    row.get("amount"),
                    row.get("reason"),
                    Long.parseLong(row.get("staff_seconds")),
                    Long.parseLong(row.get("practitioner_seconds")),
                    row.get("date_of_service"));
            answers.add(answer);
            int units = units(row.get("codes"));
            if (units != Integer.parseInt(row.get("units"))) {
                throw new IllegalStateException("Units are not the sum of the codes': " + row);
            }
        }
        return Answer.numbered(answers);
    }

    private static int units(String codes) {
        int units = 0;
        for (String line : codes.isEmpty() ? new String[0] : codes.split(";")) {
            units += Integer.parseInt(line.substring(line.indexOf('x') + 1));
        }
        return units;
    }

    /** A value by the name of its column. */
    public static String column(Answer answer, String column) {
        if (answer == null) {
            return "no row";
        }
        return switch (column) {
            case "status" -> answer.status();
            case "codes" -> answer.codes();
            case "reason" -> answer.reason();
            case "amount" -> answer.amount();
            case "staff_seconds" -> Long.toString(answer.staffSeconds());
            case "practitioner_seconds" -> Long.toString(answer.practitionerSeconds());
            default -> throw new IllegalArgumentException(column);
        };
    }

    /**
     * Whether two answers agree, the codes in any order; of a program without rules nothing is counted, so time and date
     * are not compared; a reason that is expected to be {@code *} is any.
     */
    public static boolean same(Answer expected, Answer ours) {
        if (ours == null) {
            return false;
        }
        if (expected.status().equals("UNKNOWN")) {
            return ours.status().equals("UNKNOWN")
                    && ours.reason().equals(expected.reason())
                    && ours.codes().isEmpty();
        }
        String reason = expected.reason().equals("*") ? ours.reason() : expected.reason();
        return new Answer(
                        ours.key(),
                        expected.status(),
                        sorted(expected.codes()),
                        expected.amount(),
                        reason,
                        expected.staffSeconds(),
                        expected.practitionerSeconds(),
                        expected.dateOfService())
                .equals(new Answer(
                        ours.key(),
                        ours.status(),
                        sorted(ours.codes()),
                        ours.amount(),
                        ours.reason(),
                        ours.staffSeconds(),
                        ours.practitionerSeconds(),
                        ours.dateOfService()));
    }

    private static String sorted(String codes) {
        return Arrays.stream(codes.split(";")).sorted().collect(Collectors.joining(";"));
    }
}
