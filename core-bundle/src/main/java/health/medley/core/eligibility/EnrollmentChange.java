package health.medley.core.eligibility;

import health.medley.core.ServiceMonth;
import health.medley.core.practice.InitiatingVisit;
import java.util.Objects;
import java.util.Optional;

/**
 * Say what an enrollment is to state from now on, whatever it stated before.
 *
 * @param track the family the practice declares
 * @param from first month of the track; months before keep theirs
 * @param initiatingVisit the visit that started the program, as stated; empty if the practice states none
 * @param riskDocumented whether the significant risk the conditions pose is documented
 * @param reason why it is changed, in a few words
 */
public record EnrollmentChange(
        String track,
        ServiceMonth from,
        Optional<InitiatingVisit> initiatingVisit,
        boolean riskDocumented,
        String reason) {
    /** Check that no part is null. */
    public EnrollmentChange {
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(initiatingVisit, "initiatingVisit");
        Objects.requireNonNull(reason, "reason");
    }
}
