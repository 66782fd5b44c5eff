package health.medley.benchmarks.measure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collect the figures a run ends with and print them: one line each, name, value and unit, tabs between. */
public final class Figures {

    private final List<String> lines = new ArrayList<>();

    /** Add a figure. The value is written with a point and four significant digits, whatever the machine's language. */
    public void add(String name, double value, String unit) {
        lines.add(name + "\t" + number(value) + "\t" + unit);
    }

    /** Print the figures; nothing may be printed after them. */
    public void print(PrintStream out) {
        out.println();
        lines.forEach(out::println);
        out.flush();
    }

    /** Write a number as figures are written. */
    public static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
