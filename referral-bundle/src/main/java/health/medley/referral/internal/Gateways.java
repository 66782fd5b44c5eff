package health.medley.referral.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.referral.ReferralGateway;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Knows the gateways that are there now, by id. */
final class Gateways {

    private volatile Map<String, ReferralGateway> byId = Map.of();

    synchronized void add(String id, ReferralGateway gateway) {
        Map<String, ReferralGateway> more = new TreeMap<>(byId);
        more.put(id, gateway);
        byId = more;
    }

    synchronized void remove(ReferralGateway gateway) {
        Map<String, ReferralGateway> less = new TreeMap<>(byId);
        less.values().removeIf(there -> there == gateway);
        byId = less;
    }

    Set<String> ids() {
        return byId.keySet();
    }

    /** Ask a gateway; whatever is wrong with it, the caller may try again later. */
    <R> R ask(Caller caller, String id, Function<ReferralGateway, R> question) {
        ReferralGateway gateway = byId.get(id);
        if (gateway == null) {
            throw new MedleyException(
                    ErrorCode.GATEWAY_FAILED,
                    "Reaching the referral gateway " + id + ": it is not there, there are " + byId.keySet()
                            + "; configure it, or try again later. Nothing has changed");
        }
        try {
            return question.apply(gateway);
        } catch (MedleyException e) {
            if (e.code().equals(ErrorCode.PROVIDER_FAILED) || e.code().equals(ErrorCode.SERVICE_ABSENT)) {
                throw new MedleyException(
                        ErrorCode.GATEWAY_FAILED,
                        "Reaching the referral gateway " + id + ": it failed itself; try again later. Nothing has"
                                + " changed",
                        e);
            }
            throw e;
        }
    }
}
