package health.medley.store.internal.commit;

import health.medley.core.store.RecordDraft;
import health.medley.record.RecordText;
import health.medley.store.internal.chain.ChainHasher;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.read.Texts;
import java.nio.charset.StandardCharsets;

/**
 * A draft with what can be made of it before its turn comes, on the thread of whoever commits.
 *
 * @param draft the draft
 * @param space its practice and kind
 * @param fields its index fields as they are kept
 * @param keys its unique keys as they are kept
 * @param content hash of body and index fields
 */
@SuppressWarnings("ArrayRecordComponent")
record PreparedDraft(RecordDraft draft, Space space, String fields, String keys, byte[] content) {

    static PreparedDraft of(String practice, RecordDraft draft, ChainHasher hasher) {
        String fields = Texts.fields(draft.index());
        String keys = Texts.keys(draft.uniqueKeys());
        RecordText.check(draft);
        return new PreparedDraft(
                draft,
                new Space(practice, draft.key().kind()),
                fields,
                keys,
                hasher.content(draft.body().getBytes(StandardCharsets.UTF_8), fields));
    }
}
