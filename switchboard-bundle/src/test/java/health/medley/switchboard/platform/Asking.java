package health.medley.switchboard.platform;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.time.TimeCounter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** Short ways to ask the scripted providers. */
public final class Asking {
    private Asking() {}

    /** What the ledger answers. */
    public static String ledger(TimeCounter ledger, Caller caller) {
        return ledger.overlaps(caller, List.of()).get(0).performer();
    }

    /** What screening answers. */
    public static String screening(EligibilityService screening, Caller caller) {
        return screening.decide(caller, null).missing().get(0);
    }

    /** What a command prints. */
    public static String command(Command command, Caller caller) {
        List<String> lines = new ArrayList<>();
        CommandOutput output = new CommandOutput() {
            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void note(String text) {
                lines.add(text);
            }

            @Override
            public void progress(String stage, long done, long total) {
                lines.add(stage);
            }
        };
        command.run(caller, new CommandCall(List.of(), Path.of("."), Path.of("."), false), output);
        return lines.get(0);
    }

    /** The code of the error that {@code work} ends with. */
    public static ErrorCode code(Executable work) {
        return error(work).code();
    }

    /** The error that {@code work} ends with. */
    public static MedleyException error(Executable work) {
        return Assertions.assertThrows(MedleyException.class, work);
    }
}
