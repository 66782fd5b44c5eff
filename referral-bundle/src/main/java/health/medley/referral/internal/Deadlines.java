package health.medley.referral.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.practice.Practice;
import health.medley.core.referral.ReferralDeadline;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.ReferralUrgency;
import health.medley.record.due.Within;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Knows how long a referral may stay in a state. Shipped as data; a practice sets its own as parameters of
 * {@code referral}, for example {@code urgent.sent} to {@code 2 business days}.
 */
final class Deadlines {

    private static final String SHIPPED = "/medley/referral/deadlines.json";
    private static final String PARAMETERS = "referral";

    private final Table table;

    record Table(String source, LocalDate verified, Map<String, String> deadlines) {
        Table {
            deadlines = new TreeMap<>(deadlines);
        }
    }

    private Deadlines(Table table) {
        this.table = table;
        table.deadlines().forEach((name, text) -> Within.parse(text, SHIPPED + ", " + name));
    }

    static Deadlines shipped(ObjectMapper mapper) {
        try (InputStream in = Deadlines.class.getResourceAsStream(SHIPPED)) {
            return new Deadlines(mapper.readValue(in, Table.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + SHIPPED + " of this bundle", e);
        }
    }

    /** By when to leave {@code state}, which was entered or begins to count on {@code day}. */
    Optional<ReferralDeadline> of(Practice practice, ReferralUrgency urgency, ReferralState state, LocalDate day) {
        if (state.ended()) {
            return Optional.empty();
        }
        String name = word(urgency) + "." + word(state);
        String own = practice.parametersOf(PARAMETERS).get(name);
        Within within = own != null
                ? Within.parse(own, "the practice's parameter " + PARAMETERS + "." + name)
                : Within.parse(table.deadlines().get(name), SHIPPED + ", " + name);
        return Optional.of(new ReferralDeadline(
                within.from(day), within.toString(), own != null ? "parameter of the practice" : table.source()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
