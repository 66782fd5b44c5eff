package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ports.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** The settings of one container: those of Felix, those the switchboard reads, and configurations of components. */
final class FrameworkSettings {
    private static final String CHOSEN = "medley.routing.chosen";

    private FrameworkSettings() {}

    static Map<String, Object> of(StartPlan plan, Workplace workplace) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, workplace.cache().toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SharedPackages.exports());
        settings.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_EXT);
        settings.put("felix.bootdelegation.implicit", "false");
        // the factory for URLs is one for the whole JVM: it would tie platforms to each other and to the host
        settings.put("felix.service.urlhandlers", "false");
        settings.put("felix.log.logger", new FrameworkLog());
        settings.put("felix.cm.dir", workplace.configurations().toString());
        plan.settings().forEach((name, value) -> {
            if (!isConfiguration(name)) {
                settings.put(name, value);
            }
        });
        if (!plan.choices().isEmpty()) {
            settings.put(CHOSEN, chosen(plan));
        }
        return settings;
    }

    private static String chosen(StartPlan plan) {
        String earlier = plan.settings().get(CHOSEN);
        Stream<String> before = earlier == null || earlier.isBlank() ? Stream.of() : Stream.of(earlier);
        return Stream.concat(before, plan.choices().stream().map(FrameworkSettings::text))
                .collect(Collectors.joining(","));
    }

    private static String text(Choice choice) {
        return choice.name() + "/" + choice.version();
    }

    private static boolean isConfiguration(String name) {
        return name.indexOf('/') > 0;
    }

    /** Write the settings of the form {@code PID/name} where ConfigAdmin finds them when it starts. */
    static void writeConfigurations(StartPlan plan, Workplace workplace) {
        Map<String, Map<String, String>> configurations = new TreeMap<>();
        plan.settings().forEach((name, value) -> {
            if (isConfiguration(name)) {
                int slash = name.indexOf('/');
                configurations
                        .computeIfAbsent(pid(name, name.substring(0, slash)), pid -> new LinkedHashMap<>())
                        .put(name.substring(slash + 1), value);
            }
        });
        try {
            OwnFolder.make(workplace.configurations());
            for (Map.Entry<String, Map<String, String>> each : configurations.entrySet()) {
                // ConfigAdmin makes a folder of each part of a PID
                Path file = workplace.configurations().resolve(each.getKey().replace('.', '/') + ".config");
                Files.createDirectories(file.getParent());
                Files.write(file, lines(each.getKey(), each.getValue()));
            }
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: the settings cannot be written to " + workplace.configurations() + " (" + e
                            + ")",
                    e);
        }
    }

    private static String pid(String name, String pid) {
        if (!pid.matches("[A-Za-z0-9._-]+")) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Setting " + name + ": \"" + pid + "\" is no PID; expected letters, digits, '.', '_' and '-' before"
                            + " the slash");
        }
        return pid;
    }

    private static List<String> lines(String pid, Map<String, String> values) {
        Stream<String> first = Stream.of("service.pid=\"" + pid + "\"");
        return Stream.concat(
                        first, values.entrySet().stream().map(e -> e.getKey() + "=\"" + escaped(e.getValue()) + "\""))
                .toList();
    }

    // the file is a program's text to ConfigAdmin: these four have a meaning there
    private static String escaped(String value) {
        return value.replaceAll("([\\\\\"= ])", "\\\\$1");
    }
}
