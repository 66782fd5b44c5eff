package health.medley.eligibility.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Know which codes name chronic conditions and which codes are one disease. Read once from the list the platform
 * ships; never changes after. A practice's own word goes before it.
 */
final class ChronicList {
    private static final String FILE = "chronic-conditions.csv";
    private static final AtomicReference<@Nullable ChronicList> SHIPPED = new AtomicReference<>();

    private final Map<String, ChronicEntry> exact = new HashMap<>();
    private final Map<String, ChronicEntry> prefixes = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private int longestPrefix;

    private ChronicList() {}

    /**
     * The list that ships with this bundle; read once.
     *
     * @throws MedleyException {@code PLATFORM_FAULTY} if it is not there or not as it was made
     */
    static ChronicList shipped() {
        ChronicList list = SHIPPED.get();
        if (list == null) {
            list = readShipped();
            SHIPPED.set(list);
        }
        return list;
    }

    private static ChronicList readShipped() {
        try (InputStream bytes = ChronicList.class.getResourceAsStream(FILE)) {
            if (bytes == null) {
                throw faulty("the file is missing from the bundle");
            }
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw faulty(e.getMessage());
        }
    }

    /** Read a list in the form of the shipped one. */
    static ChronicList read(Reader csv) throws IOException {
        ChronicList list = new ChronicList();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                list.add(row);
            }
        }
        list.shared.clear();
        return list;
    }

    private void add(NamedCsvRecord row) {
        String systemName = row.getField("code_system");
        CodeSystem system;
        try {
            system = CodeSystem.valueOf(systemName);
        } catch (IllegalArgumentException e) {
            throw faulty("line " + row.getStartingLineNumber() + " names the code system \"" + systemName
                    + "\"; expected SNOMED or ICD10CM");
        }
        String key = system.key(row.getField("code"));
        ChronicEntry entry = new ChronicEntry(
                row.getField("chronic").equals("yes"), one(row.getField("ccw_category")), one(row.getField("name")));
        if (row.getField("match").equals("prefix")) {
            prefixes.put(key, entry);
            longestPrefix = Math.max(longestPrefix, key.length());
        } else if (row.getField("match").equals("exact")) {
            exact.put(key, entry);
        }
    }

    /** Categories and names repeat; keep one copy of each. */
    private String one(String text) {
        return shared.computeIfAbsent(text, same -> same);
    }

    /**
     * Look a code up: the entry for the code itself, else that of the longest prefix it stands under.
     *
     * @param key the code as {@link CodeSystem#key} writes it
     */
    Optional<ChronicEntry> find(String key) {
        ChronicEntry found = exact.get(key);
        for (int length = Math.min(key.length(), longestPrefix); found == null && length > 0; length--) {
            found = prefixes.get(key.substring(0, length));
        }
        return Optional.ofNullable(found);
    }

    private static MedleyException faulty(String problem) {
        return new MedleyException(
                ErrorCode.PLATFORM_FAULTY,
                "Reading the list of chronic conditions " + FILE + ": " + problem
                        + ". Install the eligibility bundle again from its distribution.");
    }
}
