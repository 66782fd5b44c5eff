package health.medley.itests.oracle;

import health.medley.itests.oracle.Draft.Condition;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Codes for invented charts: by disease, so that a number of diseases can be asked for. */
final class Codebook {
    private static final Map<String, List<String>> BY_DISEASE = new LinkedHashMap<>();
    private static final List<String> NOT_CHRONIC = new ArrayList<>();

    static {
        Diseases diseases = new Diseases();
        for (Map<String, String> row : Csv.resource("chronic.csv")) {
            String code = row.get("code_system") + ":" + row.get("code");
            String used = row.get("match").equals("exact") ? code : code + (code.contains(".") ? "1" : ".1");
            Set<String> found = diseases.of(List.of(used));
            boolean yes = row.get("chronic").equals("yes");
            if (yes && found.size() == 1 && !row.get("match").equals("prefix-partial")) {
                BY_DISEASE
                        .computeIfAbsent(found.iterator().next(), d -> new ArrayList<>())
                        .add(used);
            } else if (!yes && found.isEmpty() && row.get("match").equals("exact")) {
                NOT_CHRONIC.add(code);
            }
        }
    }

    private Codebook() {}

    /** Conditions that make exactly this many diseases in the month, some with several codes. */
    static List<Condition> diseases(Random random, int count, YearMonth month) {
        List<String> names = new ArrayList<>(BY_DISEASE.keySet());
        Collections.shuffle(names, random);
        List<Condition> conditions = new ArrayList<>();
        for (String name : names.subList(0, count)) {
            int codes = 1 + random.nextInt(3);
            for (int i = 0; i < codes; i++) {
                conditions.add(new Condition(List.of(code(random, name)), onset(random, month), "", "", "confirmed"));
            }
        }
        return conditions;
    }

    /** Conditions that count for nothing: not chronic, refuted, not yet begun, gone. */
    static List<Condition> noise(Random random, YearMonth month) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String code = NOT_CHRONIC.get(random.nextInt(NOT_CHRONIC.size()));
            conditions.add(new Condition(List.of(code), onset(random, month), "", "", "confirmed"));
        }
        return conditions;
    }

    static String anyChronic(Random random) {
        List<String> names = new ArrayList<>(BY_DISEASE.keySet());
        return code(random, names.get(random.nextInt(names.size())));
    }

    private static String code(Random random, String disease) {
        List<String> codes = BY_DISEASE.get(disease);
        return codes.get(random.nextInt(codes.size()));
    }

    private static String onset(Random random, YearMonth month) {
        LocalDate day = month.atDay(1).minusDays(1 + random.nextInt(6000));
        return day + "T1" + random.nextInt(10) + ":30:00-05:00";
    }
}
