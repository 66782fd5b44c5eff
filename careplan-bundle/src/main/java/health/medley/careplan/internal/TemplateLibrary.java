package health.medley.careplan.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.record.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The templates that ship with this bundle. Read once; never changes after. A file with a key nobody knows, or without
 * one that is needed, is refused.
 *
 * @param templates the templates, in the order of their names
 * @param findings what else of a chart says something to a plan
 */
record TemplateLibrary(List<ConditionTemplate> templates, ChartFinding.Table findings) {
    private static final String FOLDER = "/medley/careplan/";

    TemplateLibrary {
        templates = List.copyOf(templates);
    }

    /**
     * Read what ships.
     *
     * @throws MedleyException {@code PLATFORM_FAULTY} if a file is missing or not as it must be
     */
    static TemplateLibrary shipped() {
        ObjectMapper mapper = strict();
        List<ConditionTemplate> templates = new ArrayList<>();
        for (String name : text("templates/index.txt").lines().toList()) {
            String file = "templates/" + name + ".yaml";
            templates.add(read(mapper, file, text(file), ConditionTemplate.class));
        }
        ChartFinding.Table findings = read(mapper, "findings.yaml", text("findings.yaml"), ChartFinding.Table.class);
        return new TemplateLibrary(templates, findings);
    }

    /** Read one file. */
    static <T> T read(String file, String yaml, Class<T> type) {
        return read(strict(), file, yaml, type);
    }

    private static ObjectMapper strict() {
        return RecordJson.mapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    }

    private static <T> T read(ObjectMapper mapper, String file, String yaml, Class<T> type) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            return mapper.convertValue(new Load(settings).loadFromString(yaml), type);
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw faulty(file, e.getMessage());
        }
    }

    private static String text(String file) {
        try (InputStream bytes = TemplateLibrary.class.getResourceAsStream(FOLDER + file)) {
            if (bytes == null) {
                throw faulty(file, "it is missing from the bundle");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw faulty(file, e.getMessage());
        }
    }

    private static MedleyException faulty(String file, String problem) {
        return new MedleyException(
                ErrorCode.PLATFORM_FAULTY,
                "Reading the care plan template " + file + ": " + problem
                        + ". Install the care plan bundle again from its distribution.");
    }
}
