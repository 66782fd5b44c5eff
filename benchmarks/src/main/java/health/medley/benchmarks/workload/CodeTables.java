package health.medley.benchmarks.workload;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The codes rows are made of. */
public final class CodeTables {

    /** 300 codes that count as chronic. */
    public static final List<String> CHRONIC = tenOfEach(
            "E11", "E10", "I50", "I25", "I48", "J44", "J45", "N18", "F32", "F33", "M05", "M06", "M15", "M17", "G20",
            "G30", "G35", "G40", "I69", "I70", "E03", "E78", "B20", "C50", "C61", "D63", "F20", "F31", "H40", "K74");

    /** 100 codes that do not. */
    public static final List<String> ACUTE =
            tenOfEach("J06", "S93", "R05", "H10", "L03", "N39", "K52", "B34", "M54", "R51");

    static final List<String> HARMLESS =
            List.of("99213", "99214", "99215", "36415", "80053", "83036", "93000", "96127", "G0439", "G0438");

    static final List<String> EXCLUDING = Stream.of(
                    Stream.of("G0181", "G0182", "G0556", "G0557", "G0558"),
                    IntStream.rangeClosed(90951, 90970).mapToObj(Integer::toString),
                    IntStream.rangeClosed(99424, 99427).mapToObj(Integer::toString))
            .flatMap(codes -> codes)
            .toList();

    private CodeTables() {}

    /** Codes that exclude every code of the workload in a year; G0556 to G0558 do so from 2025 only. */
    public static Set<String> excluding(int year) {
        return EXCLUDING.stream()
                .filter(code -> year >= 2025 || !code.startsWith("G055"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> tenOfEach(String... stems) {
        return Arrays.stream(stems)
                .flatMap(stem -> IntStream.range(0, 10).mapToObj(digit -> stem + "." + digit))
                .toList();
    }
}
