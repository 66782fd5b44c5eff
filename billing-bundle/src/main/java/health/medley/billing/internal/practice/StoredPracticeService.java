package health.medley.billing.internal.practice;

import health.medley.billing.internal.facts.Npi;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.practice.PracticeSettings;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps each practice as one record of the store. */
@Component(service = PracticeService.class)
public final class StoredPracticeService implements PracticeService {
    private static final int SCHEMA = 1;

    private final Lazy<Records<PracticeSettings>> settings;

    /** Keep practices in {@code store}. */
    @Activate
    public StoredPracticeService(@Reference RecordStore store) {
        this.settings = new Lazy<>(() ->
                new Records<>(store, RecordKind.of("practice", SCHEMA, PracticeSettings.class, RecordJson.mapper())));
    }

    @Override
    public Practice practice(Caller caller) {
        return settings(caller)
                .map(PracticeSettings::practice)
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.STATE_INVALID,
                        "Practice " + caller.practice() + " has no settings yet. An administrator sets its name, NPI,"
                                + " time zone, place of service, locality and setting first."));
    }

    @Override
    public Optional<PracticeSettings> settings(Caller caller) {
        return settings.get().find(caller, PracticeSettings.ID);
    }

    @Override
    public PracticeSettings update(Caller caller, long version, Practice practice) {
        check(practice);
        return settings.get().save(caller, new PracticeSettings(PracticeSettings.ID, version, practice), "settings");
    }

    private static void check(Practice practice) {
        if (practice.name().isBlank()) {
            throw invalid("its name is blank; write the name that stands on its claims");
        }
        if (!Npi.valid(practice.npi())) {
            throw invalid(
                    "\"" + practice.npi() + "\" is no NPI; expected ten digits of which the last checks the others");
        }
        if (!practice.placeOfService().matches("\\d{2}")) {
            throw invalid("\"" + practice.placeOfService() + "\" is no place of service; expected two digits, for"
                    + " example 11 for an office");
        }
        if (practice.locality().isBlank()) {
            throw invalid("its locality is blank; write national, or a locality of the fee schedule");
        }
    }

    private static MedleyException invalid(String what) {
        return new MedleyException(ErrorCode.ARGUMENT_INVALID, "Setting the practice: " + what + ".");
    }
}
