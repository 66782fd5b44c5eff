package health.medley.billing.internal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Know which facts one service of a program sees. A program's facts are those of all its services; a fact that only one
 * service sees is written {@code SERVICE/FACT}, and empty where that service does not see it.
 */
final class ServiceFacts {
    private static final String BETWEEN = "/";

    private ServiceFacts() {}

    /** The facts as a service sees them. */
    static Map<String, String> seenBy(String service, Map<String, String> facts) {
        if (service.isEmpty()) {
            return facts;
        }
        String prefix = service + BETWEEN;
        Map<String, String> seen = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (!name.contains(BETWEEN)) {
                seen.putIfAbsent(name, value);
            } else if (name.startsWith(prefix)) {
                seen.put(name.substring(prefix.length()), value);
            }
        });
        seen.values().removeIf(String::isEmpty);
        return Collections.unmodifiableMap(seen);
    }

    /** Write down that a service sees other facts than those written for all. */
    static void write(String service, Map<String, String> seen, Map<String, String> facts) {
        if (service.isEmpty()) {
            facts.keySet().removeIf(name -> !seen.containsKey(name));
            facts.putAll(seen);
            return;
        }
        String prefix = service + BETWEEN;
        facts.keySet().removeIf(name -> name.startsWith(prefix));
        Map<String, String> own = new TreeMap<>();
        seen.forEach((name, value) -> {
            if (!value.equals(facts.get(name))) {
                own.put(prefix + name, value);
            }
        });
        facts.forEach((name, value) -> {
            if (!name.contains(BETWEEN) && !seen.containsKey(name)) {
                own.put(prefix + name, "");
            }
        });
        facts.putAll(own);
    }
}
