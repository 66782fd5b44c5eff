package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.practice.PracticeSettings;
import health.medley.core.practice.Setting;
import java.time.ZoneId;
import java.util.Optional;

/** A practice in Boston. */
final class FakePractices implements PracticeService {

    @Override
    public Practice practice(Caller caller) {
        return new Practice("Test", "1999999018", ZoneId.of("America/New_York"), "11", "national", Setting.PFS);
    }

    @Override
    public Optional<PracticeSettings> settings(Caller caller) {
        throw new UnsupportedOperationException("no test asks");
    }

    @Override
    public PracticeSettings update(Caller caller, long version, Practice practice) {
        throw new UnsupportedOperationException("no test sets");
    }
}
