package health.medley.eligibility.internal.enrollment;

import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.BillingTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes terms from a month on; the months before keep theirs. */
final class TermsChange {

    private TermsChange() {}

    static List<BillingTerms> track(List<BillingTerms> terms, ServiceMonth from, String track) {
        return from(
                terms, from, old -> new BillingTerms(old.from(), old.practitionerNpi(), old.practitionerRole(), track));
    }

    static List<BillingTerms> practitioner(List<BillingTerms> terms, ServiceMonth from, String npi, String role) {
        return from(terms, from, old -> new BillingTerms(old.from(), npi, role, old.track()));
    }

    private static List<BillingTerms> from(
            List<BillingTerms> terms, ServiceMonth from, UnaryOperator<BillingTerms> change) {
        List<BillingTerms> changed = new ArrayList<>();
        BillingTerms inForce = terms.get(0);
        // the first terms stand for earlier months, too
        ServiceMonth begin = from.compareTo(inForce.from()) < 0 ? inForce.from() : from;
        for (BillingTerms next : terms) {
            if (next.from().compareTo(begin) < 0) {
                add(changed, next);
            }
            if (next.from().compareTo(begin) <= 0) {
                inForce = next;
            }
        }
        add(
                changed,
                change.apply(new BillingTerms(
                        begin, inForce.practitionerNpi(), inForce.practitionerRole(), inForce.track())));
        for (BillingTerms next : terms) {
            if (next.from().compareTo(begin) > 0) {
                add(changed, change.apply(next));
            }
        }
        return changed;
    }

    /** Add terms, unless they say what the last ones say. */
    private static void add(List<BillingTerms> terms, BillingTerms next) {
        if (terms.isEmpty() || !same(terms.get(terms.size() - 1), next)) {
            terms.add(next);
        }
    }

    private static boolean same(BillingTerms one, BillingTerms other) {
        return one.practitionerNpi().equals(other.practitionerNpi())
                && one.practitionerRole().equals(other.practitionerRole())
                && one.track().equals(other.track());
    }
}
