package health.medley.store.internal.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PostgresSchemaTest {

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\n\\)", Pattern.DOTALL);
    /** A key's columns may stand in another order. */
    private static final Pattern KEY = Pattern.compile("PRIMARY KEY \\(([^)]*)\\)");

    @Test
    void hasTheTablesColumnsAndKeysOfTheDefaultStore() throws IOException {
        Map<String, String> sqlite = tables("sqlite");

        assertFalse(sqlite.isEmpty());
        assertEquals(sqlite, tables("postgresql"));
    }

    @Test
    void comparesTextByCodePointsInEveryColumnThatIsComparedOrOrdered() throws IOException {
        String columns = script("postgresql").replace("body TEXT NOT NULL", "");

        assertFalse(Pattern.compile("TEXT(?! COLLATE \"C\")").matcher(columns).find());
    }

    private static Map<String, String> tables(String database) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        Matcher table = TABLE.matcher(script(database));
        while (table.find()) {
            tables.put(table.group(1), neutral(table.group(2)));
        }
        return tables;
    }

    private static String neutral(String columns) {
        String same = columns.replace(" COLLATE \"C\"", "")
                .replace("BIGINT", "INTEGER")
                .replace("BYTEA", "BLOB");
        return KEY.matcher(same)
                .replaceAll(key -> "PRIMARY KEY "
                        + Arrays.stream(key.group(1).split(", ")).sorted().toList());
    }

    private static String script(String database) throws IOException {
        try (InputStream script =
                PostgresSchemaTest.class.getResourceAsStream("/medley/store/" + database + "/001-record.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
