package health.medley.itests.oracle;

/** The check digit of an NPI: Luhn over 80840 and the ten digits. */
final class Npi {
    private Npi() {}

    static boolean valid(String npi) {
        return npi.matches("[12]\\d{9}") && sum("80840" + npi) % 10 == 0;
    }

    /** The NPI that begins with these nine digits. */
    static String of(String nine) {
        for (int digit = 0; digit < 10; digit++) {
            if (valid(nine + digit)) {
                return nine + digit;
            }
        }
        throw new IllegalArgumentException(nine);
    }

    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 1 ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum;
    }
}
