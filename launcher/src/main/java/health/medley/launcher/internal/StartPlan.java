package health.medley.launcher.internal;

import health.medley.core.ports.Choice;
import health.medley.launcher.StartReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A copy of what a configuration said when the platform was started. */
public record StartPlan(
        @Nullable Path directory,
        @Nullable Path bundles,
        ClassLoader resources,
        List<String> groups,
        List<Path> extras,
        List<Choice> choices,
        Map<String, String> settings,
        List<HostService> services,
        Consumer<StartReport> listener) {
    /** Copy what may change. */
    public StartPlan {
        groups = List.copyOf(groups);
        extras = List.copyOf(extras);
        choices = List.copyOf(choices);
        settings = new LinkedHashMap<>(settings);
        services = List.copyOf(services);
    }
}
