package health.medley.store.internal.chain;

import health.medley.core.store.ChainFlaw;
import health.medley.core.store.FlawKind;
import health.medley.core.store.RecordKey;
import health.medley.store.internal.database.Space;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Remembers what was emptied until the record of a purge says so: emptying alone is no purge. */
final class PurgesSeen {

    private final Map<Long, VersionRow> emptied = new TreeMap<>();

    void take(VersionRow version) {
        if (version.purged()) {
            emptied.put(version.entry(), version);
        }
        if (version.link().space().kind().equals(PurgeBody.KIND) && !version.purged()) {
            PurgeBody.of(version.body()).entries().forEach(emptied::remove);
        }
    }

    Optional<ChainFlaw> unannounced(BiFunction<Space, String, Optional<RecordKey>> named) {
        return emptied.values().stream().findFirst().map(version -> {
            Link link = version.link();
            return new ChainFlaw(
                    FlawKind.CHANGED,
                    link.writer(),
                    link.sequence(),
                    named.apply(link.space(), link.id()),
                    link.version(),
                    "Version " + link.sequence() + " of writer " + link.writer()
                            + " is changed: it was emptied, and no record of a purge says so");
        });
    }
}
