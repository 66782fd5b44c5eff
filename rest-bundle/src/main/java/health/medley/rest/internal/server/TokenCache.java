package health.medley.rest.internal.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers for a moment what the store said about a token; another node may have revoked it meanwhile. */
final class TokenCache {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private record Seen(Optional<Token> token, Instant at) {}

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Clock clock;

    TokenCache(Clock clock) {
        this.clock = clock;
    }

    Optional<Token> get(String hash, Function<String, Optional<Token>> store) {
        Instant now = clock.instant();
        Seen known = seen.get(hash);
        if (known != null && now.isBefore(known.at().plus(MOMENT))) {
            return known.token();
        }
        Optional<Token> found = store.apply(hash);
        if (found.isPresent()) {
            if (seen.size() >= MOST) {
                seen.clear();
            }
            seen.put(hash, new Seen(found, now));
        }
        return found;
    }

    void forget(String hash) {
        seen.remove(hash);
    }
}
