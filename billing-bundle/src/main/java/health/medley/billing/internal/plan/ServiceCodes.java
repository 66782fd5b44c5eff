package health.medley.billing.internal.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Name the families and codes of one service among those of its program.
 *
 * @param families the service's families, in the order of their numbers
 * @param everyFamily the families of every service
 * @param everyCode the codes of every service
 * @param places where each of the service's codes stands: its family's number times {@link #FAMILY}, and 0 for a base
 */
record ServiceCodes(
        List<String> families, List<String> everyFamily, Set<String> everyCode, Map<String, List<Long>> places) {
    /** What a family's number is multiplied with in the place of a code; the add-ons of a family are fewer. */
    static final long FAMILY = 8;
}
