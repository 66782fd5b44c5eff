package health.medley.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.medley.core.CareTime;
import health.medley.core.Money;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON of records: components by their names, dates in ISO-8601, what is empty left out. */
public final class RecordJson {

    private RecordJson() {}

    /** Make a mapper; each component owns one. Its buffers pin no class loader. */
    public static ObjectMapper mapper() {
        ObjectMapper mapper = plain();
        // a list, set or map that is left out is empty: a record may grow by one and still read its former versions
        JsonSetter.Value emptyIfAbsent = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        for (Class<?> type : List.of(List.class, Set.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(emptyIfAbsent);
        }
        return mapper;
    }

    private static ObjectMapper plain() {
        JsonFactory factory = new JsonFactoryBuilder()
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                // a quantity is written and read as it was said: 130 and 8.0, not 1.3E+2 and 8
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // components only: a method that merely looks like a getter is no part of a value
                .disable(MapperFeature.AUTO_DETECT_GETTERS, MapperFeature.AUTO_DETECT_IS_GETTERS)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .addMixIn(PatientRef.class, AsText.class)
                .addMixIn(ServiceMonth.class, MonthAsText.class)
                .addMixIn(CareTime.class, AsSeconds.class)
                .addMixIn(Money.class, AsAmount.class)
                .build();
    }

    /** A value that is written as its only component. */
    abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsText(String value) {}

        @JsonValue
        abstract String value();
    }

    /** A month, written {@code 2025-03}. */
    abstract static class MonthAsText {
        @JsonCreator
        static ServiceMonth parse(String text) {
            return ServiceMonth.parse(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    /** An amount of time, written as whole seconds. */
    abstract static class AsSeconds {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsSeconds(long seconds) {}

        @JsonValue
        abstract long seconds();
    }

    /** An amount of money, written with two decimals. */
    abstract static class AsAmount {
        @JsonCreator
        static Money parse(String text) {
            return Money.parse(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }
}
