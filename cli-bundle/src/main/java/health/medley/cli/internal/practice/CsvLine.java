package health.medley.cli.internal.practice;

import health.medley.core.InputProblem;
import java.util.Optional;

/**
 * Holds one physical line of a table.
 *
 * @param number its number, 1 for the first
 * @param text its text without the line end; what could be decoded where {@code problem} is set
 * @param oddQuotes whether it holds an odd number of quotation marks, and so opens or closes a quoted value
 * @param problem why the line cannot be used, if it cannot
 */
record CsvLine(long number, String text, boolean oddQuotes, Optional<InputProblem> problem) {}
