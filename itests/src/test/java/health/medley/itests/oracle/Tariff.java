package health.medley.itests.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a code is worth on a day, and whether it is valid in a month. */
final class Tariff {
    private static final Set<String> FACILITIES =
            Set.of("19", "21", "22", "23", "24", "26", "31", "34", "51", "52", "53", "56", "61");

    private final List<Map<String, String>> fees = Csv.resource("fees.csv");
    private final List<Map<String, String>> dates = Csv.resource("code-dates.csv");

    static boolean facility(String placeOfService) {
        return FACILITIES.contains(placeOfService);
    }

    /** Fee of one unit, national, outside a qualifying APM. */
    BigDecimal fee(String code, LocalDate day, boolean facility) {
        for (Map<String, String> row : fees) {
            if (row.get("hcpcs").equals(code)
                    && within(row, day)
                    && !row.get("basis").equals("qualifying-APM")) {
                return new BigDecimal(row.get(facility ? "facility" : "office"));
            }
        }
        throw new IllegalStateException("No fee of " + code + " on " + day);
    }

    /** Whether the fee of {@code code} differs between two days of the month. */
    boolean changesWithin(String code, YearMonth month, boolean facility) {
        return !fee(code, month.atDay(1), facility).equals(fee(code, month.atEndOfMonth(), facility));
    }

    /** Whether {@code code} is valid on a day of the month; a code that the files do not know has no dates. */
    boolean validIn(String code, YearMonth month) {
        for (Map<String, String> row : dates) {
            if (row.get("hcpcs").equals(code)
                    && !LocalDate.parse(row.get("from")).isAfter(month.atEndOfMonth())
                    && !LocalDate.parse(row.get("to")).isBefore(month.atDay(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(Map<String, String> row, LocalDate day) {
        return !day.isBefore(LocalDate.parse(row.get("from"))) && !day.isAfter(LocalDate.parse(row.get("to")));
    }
}
