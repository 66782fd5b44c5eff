package health.medley.billing.internal.month;

import health.medley.core.PatientRef;
import health.medley.core.billing.PatientMonth;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.time.KeptTime;
import java.util.List;
import java.util.Optional;

/**
 * Hold what the record says of one patient's month.
 *
 * @param patient whose
 * @param enrolled the enrollments, in the order in which programs go first; none for a patient who is enrolled no
 *     more
 * @param time the time entries that touch the month
 * @param plans the care plans in force on the date of service
 * @param question what billing is asked; empty for a patient without a chart or enrollment
 */
record RecordedMonth(
        PatientRef patient,
        List<EnrolledProgram> enrolled,
        List<KeptTime> time,
        List<PlanInForce> plans,
        Optional<PatientMonth> question) {}
