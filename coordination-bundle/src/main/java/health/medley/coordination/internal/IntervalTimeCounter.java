package health.medley.coordination.internal;

import health.medley.core.Caller;
import health.medley.core.time.CountedTime;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeCounter;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeQuestion;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Count time by cutting intervals where a reason not to count begins or ends, and by measuring unions of the rest. */
@Component(service = TimeCounter.class)
public final class IntervalTimeCounter implements TimeCounter {

    @Override
    public CountedTime count(Caller caller, TimeQuestion question) {
        Tally tally = new Tally(question);
        question.entries().forEach(tally::add);
        return tally.counted();
    }

    @Override
    public List<PerformerOverlap> overlaps(Caller caller, List<TimeEntry> entries) {
        return new OverlapSweep(entries).find();
    }
}
