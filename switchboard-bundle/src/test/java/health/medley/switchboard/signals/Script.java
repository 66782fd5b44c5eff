package health.medley.switchboard.signals;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What providers do when they are called, by name. Shared between the test and its bundles by the system bundle. */
public final class Script {
    private static final Map<String, Action> ACTIONS = new ConcurrentHashMap<>();

    private Script() {}

    /** What a provider does. */
    @FunctionalInterface
    public interface Action {
        /** Answer a call with a text. */
        String answer(Call call) throws Exception;
    }

    /** Let everything called {@code name} do this. */
    public static void on(String name, Action action) {
        ACTIONS.put(name, action);
    }

    /** Forget everything. */
    public static void clear() {
        ACTIONS.clear();
    }

    /** Do it; with no action, answer with the version of the bundle that was called. */
    public static String run(String name, Call call) {
        Action action = ACTIONS.get(name);
        try {
            return action == null ? call.version() : action.answer(call);
        } catch (Exception e) {
            throw Script.<RuntimeException>sneaky(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneaky(Throwable e) throws E {
        throw (E) e;
    }
}
