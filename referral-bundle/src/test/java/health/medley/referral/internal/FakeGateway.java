package health.medley.referral.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.referral.ReferralDocument;
import health.medley.core.referral.ReferralGateway;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralReceipt;
import health.medley.core.referral.ReferralState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A gateway that keeps what it is sent, and fails when told to. */
final class FakeGateway implements ReferralGateway {

    final Map<String, ReferralDocument> taken = new LinkedHashMap<>();
    Optional<ErrorCode> failure = Optional.empty();
    Optional<ReferralNews> news = Optional.empty();
    String askedFor = "";

    void tell(ReferralState state, String report) {
        news = Optional.of(new ReferralNews(
                state,
                Optional.of("told"),
                Optional.empty(),
                report.isEmpty() ? Optional.empty() : Optional.of(report)));
    }

    @Override
    public ReferralReceipt send(Caller caller, ReferralDocument document) {
        failIfTold();
        taken.put(document.id(), document);
        return new ReferralReceipt("ref/" + document.id());
    }

    @Override
    public Optional<ReferralNews> news(Caller caller, String reference) {
        failIfTold();
        askedFor = reference;
        return news;
    }

    private void failIfTold() {
        failure.ifPresent(code -> {
            throw new MedleyException(code, "as told");
        });
    }
}
