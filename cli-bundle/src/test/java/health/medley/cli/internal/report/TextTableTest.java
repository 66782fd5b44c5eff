package health.medley.cli.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void layOutIsWideEnoughAndNoWider() {
        TextTable table = new TextTable(
                List.of(TextTable.text("Code", 10), TextTable.number("Amount", 10), TextTable.text("Reason", 12)));
        table.row("99490", "60.49", "All is well.");
        table.row("99490x1;99439x2", "5.00", "A reason that goes on");
        assertEquals("""
                Code        Amount  Reason
                ----------  ------  ------------
                99490        60.49  All is well.
                99490x1;      5.00  A reason
                99439x2             that goes on""", String.join("\n", table.lines()));
    }

    @Test
    void breaksAWordThatFitsNoLine() {
        assertEquals(List.of("abcd", "ef"), TextTable.wrap("abcdef", 4));
        assertEquals(List.of(""), TextTable.wrap("", 4));
    }

    @Test
    void printsNoControlCharacters() {
        TextTable table = new TextTable(List.of(TextTable.text("A", 20)));
        table.row("red \u001B[31m alert");
        assertEquals("red ·[31m alert", table.lines().get(2));
    }
}
