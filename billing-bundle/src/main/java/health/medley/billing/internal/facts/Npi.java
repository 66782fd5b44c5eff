package health.medley.billing.internal.facts;

import java.util.regex.Pattern;

/** Check an NPI's last digit: Luhn's sum over the prefix 80840 of health identifiers and the ten digits (ISO 7812). */
public final class Npi {
    private static final String PREFIX = "80840";
    private static final int BASE = 10;
    private static final Pattern DIGITS = Pattern.compile("\\d{10}");

    private Npi() {}

    /** Whether these are ten digits, the last of them the right one. */
    public static boolean valid(String npi) {
        if (!DIGITS.matcher(npi).matches()) {
            return false;
        }
        String digits = PREFIX + npi;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted / BASE + weighted % BASE;
        }
        return sum % BASE == 0;
    }
}
