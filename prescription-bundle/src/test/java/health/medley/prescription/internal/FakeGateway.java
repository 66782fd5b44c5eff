package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.prescription.PharmacyGateway;
import health.medley.core.prescription.PharmacyOrder;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was sent; refuses while it is down. */
final class FakeGateway implements PharmacyGateway {
    final List<String> sent = new ArrayList<>();
    final List<String> cancelled = new ArrayList<>();
    boolean down;

    @Override
    public String send(Caller caller, PharmacyOrder order) {
        return take(order, sent);
    }

    @Override
    public String cancel(Caller caller, PharmacyOrder order, String reason) {
        return take(order, cancelled);
    }

    private String take(PharmacyOrder order, List<String> taken) {
        if (down) {
            throw new MedleyException(ErrorCode.GATEWAY_FAILED, "The line is down; send again");
        }
        taken.add(order.number());
        return "receipt-" + order.number();
    }
}
