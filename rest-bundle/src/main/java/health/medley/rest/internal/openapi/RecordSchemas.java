package health.medley.rest.internal.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import health.medley.core.CareTime;
import health.medley.core.Money;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Makes JSON schemas (2020-12) of records as {@link health.medley.record.RecordJson} writes them. */
public final class RecordSchemas {

    private static final String STRING = "string";
    private static final String FORMAT = "format";
    private static final String PATTERN = "pattern";
    private static final Map<Class<?>, List<String>> TEXTS = Map.ofEntries(
            Map.entry(Instant.class, List.of(FORMAT, "date-time")),
            Map.entry(OffsetDateTime.class, List.of(FORMAT, "date-time")),
            Map.entry(ZonedDateTime.class, List.of(FORMAT, "date-time")),
            Map.entry(LocalDate.class, List.of(FORMAT, "date")),
            Map.entry(Duration.class, List.of(FORMAT, "duration")),
            Map.entry(LocalDateTime.class, List.of(PATTERN, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+$")),
            Map.entry(LocalTime.class, List.of(PATTERN, "^[0-9]{2}:[0-9]{2}(:[0-9.]+)?$")),
            Map.entry(MonthDay.class, List.of(PATTERN, "^--[0-9]{2}-[0-9]{2}$")),
            Map.entry(YearMonth.class, List.of(PATTERN, "^[0-9]{4}-[0-9]{2}$")),
            Map.entry(ServiceMonth.class, List.of(PATTERN, "^[0-9]{4}-[0-9]{2}$")),
            Map.entry(PatientRef.class, List.of(PATTERN, "^p[a-z0-9]{26}$")),
            Map.entry(Money.class, List.of(PATTERN, "^-?[0-9]+\\.[0-9]{2}$")),
            Map.entry(ZoneId.class, List.of("description", "An IANA time zone.")));

    private final SchemaBuilder builder;

    /** Make schemas that refer to each other; nodes are made by {@code mapper}. */
    public RecordSchemas(ObjectMapper mapper) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.FLATTENED_OPTIONALS,
                        Option.INLINE_NULLABLE_SCHEMAS,
                        Option.PLAIN_DEFINITION_KEYS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withRequiredCheck(RecordSchemas::required).withNullableCheck(field -> false);
        config.forTypesInGeneral().withCustomDefinitionProvider(RecordSchemas::definition);
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** A reference to the schema of a type. */
    public ObjectNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /** Every schema referred to, by its name; {@code path} is where they will stand. */
    public ObjectNode all(String path) {
        return builder.collectDefinitions(path);
    }

    private static boolean required(FieldScope field) {
        Class<?> type = field.getOverriddenType() == null
                ? field.getDeclaredType().getErasedType()
                : field.getType().getErasedType();
        return !Optional.class.isAssignableFrom(type)
                && type != OptionalInt.class
                && type != OptionalLong.class
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }

    private static CustomDefinition definition(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        if (TEXTS.containsKey(erased)) {
            List<String> more = TEXTS.get(erased);
            schema.put("type", STRING).put(more.get(0), more.get(1));
        } else if (erased == CareTime.class) {
            schema.put("type", "integer").put("description", "Whole seconds.");
        } else if (erased == OptionalInt.class || erased == OptionalLong.class) {
            schema.put("type", "integer");
        } else if (Map.class.isAssignableFrom(erased)) {
            schema.put("type", "object");
            ResolvedType value = context.getTypeContext().getTypeParameterFor(type, Map.class, 1);
            if (value != null && value.getErasedType() != Object.class) {
                schema.set("additionalProperties", context.createDefinitionReference(value));
            }
        } else {
            return null;
        }
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }
}
