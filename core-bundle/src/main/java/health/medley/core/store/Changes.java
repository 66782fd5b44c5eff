package health.medley.core.store;

import health.medley.core.Request;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold what is to be committed together: all of it or nothing.
 *
 * @param drafts the new versions, one or more, of different records
 * @param request the request that is answered by this commit; empty if it has no name, or if this is one of several
 *     commits of a request and not the last
 */
public record Changes(List<RecordDraft> drafts, Optional<Request> request) {
    /** Copy the drafts; check that there are some, of different records. */
    public Changes {
        drafts = List.copyOf(drafts);
        Objects.requireNonNull(request, "request");
        if (drafts.isEmpty() || drafts.stream().map(RecordDraft::key).distinct().count() != drafts.size()) {
            throw new IllegalArgumentException("A commit needs one draft or more, each of another record");
        }
    }
}
