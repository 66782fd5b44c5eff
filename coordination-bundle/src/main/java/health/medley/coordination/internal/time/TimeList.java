package health.medley.coordination.internal.time;

import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeReader;
import java.util.ArrayList;
import java.util.List;

/** Takes entries into a list. */
final class TimeList implements TimeReader<List<KeptTime>> {

    private final List<KeptTime> taken = new ArrayList<>();

    @Override
    public boolean take(KeptTime time) {
        return taken.add(time);
    }

    @Override
    public List<KeptTime> result() {
        return List.copyOf(taken);
    }
}
