package health.medley.itests.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may import whom, held against the manifest of a built bundle. */
final class ImportTable {

    /** What a bundle is, which decides what it may import. */
    enum Kind {
        CORE,
        SWITCHBOARD,
        RULES,
        EDGE,
        STORE,
        PROVIDER
    }

    private static final Set<String> EDGES = Set.of("health.medley.cli", "health.medley.rest");
    private static final List<String> SHARED = List.of("org.slf4j", "com.fasterxml.jackson");
    private static final List<String> OF_EDGES = List.of("jakarta.servlet", "org.osgi.service.servlet");
    private static final List<String> DRIVERS = List.of("org.sqlite", "org.postgresql");
    private static final String KIT = "health/medley/record/";
    private static final List<String> OF_SWITCHBOARD = List.of(
            "org.osgi.framework",
            "org.osgi.service.component",
            "org.osgi.service.cm",
            "org.osgi.util",
            "org.osgi.dto",
            "org.slf4j");
    private static final List<String> FORBIDDEN = List.of("Require-Bundle", "DynamicImport-Package", "Fragment-Host");
    private static final String CORE = "health.medley.core";
    private static final String NULLNESS = "org.jspecify.annotations";

    private final BuiltJar jar;
    private final Kind kind;
    private final List<String> problems = new ArrayList<>();

    private ImportTable(BuiltJar jar) {
        this.jar = jar;
        this.kind = kind(jar.symbolicName());
    }

    static Kind kind(String symbolicName) {
        if (symbolicName.equals(CORE)) {
            return Kind.CORE;
        }
        if (symbolicName.equals("health.medley.switchboard")) {
            return Kind.SWITCHBOARD;
        }
        if (symbolicName.equals("health.medley.store")) {
            return Kind.STORE;
        }
        if (symbolicName.startsWith("health.medley.rules.")) {
            return Kind.RULES;
        }
        return EDGES.contains(symbolicName) ? Kind.EDGE : Kind.PROVIDER;
    }

    /** A sentence for each rule the bundle breaks. */
    static List<String> violations(BuiltJar jar) {
        ImportTable table = new ImportTable(jar);
        table.headers();
        table.imports();
        table.exports();
        table.classes();
        return table.problems;
    }

    private void headers() {
        if (!jar.symbolicName().startsWith("health.medley.")) {
            problem("has the symbolic name '" + jar.symbolicName() + "'");
        }
        for (String header : FORBIDDEN) {
            if (jar.headers().containsKey(header) && !isScrSeenLate(header)) {
                problem("has " + header);
            }
        }
        if (jar.headers().containsKey("Bundle-Activator") && kind != Kind.SWITCHBOARD) {
            problem("has a Bundle-Activator");
        }
    }

    /** The switchboard may start before SCR and still see it later, package by package. */
    private boolean isScrSeenLate(String header) {
        return kind == Kind.SWITCHBOARD
                && header.equals("DynamicImport-Package")
                && jar.clauses(header).stream()
                        .allMatch(clause -> clause.name().startsWith("org.osgi.service.component.runtime")
                                && !clause.name().endsWith("*"));
    }

    private void imports() {
        for (Header header : jar.clauses("Import-Package")) {
            String name = header.name();
            boolean nullness = name.equals(NULLNESS) && kind != Kind.RULES;
            if (nullness && !"optional".equals(header.parameters().get("resolution"))) {
                problem("imports " + NULLNESS + " and not optionally");
            }
            if (!nullness && !ofJdk(name) && !allowed(name)) {
                problem("imports " + name);
            }
            if (of(name, CORE)
                    && !header.parameters().getOrDefault("version", "").contains(",")) {
                problem("imports " + name + " without a range of versions");
            }
        }
    }

    private boolean allowed(String name) {
        return switch (kind) {
            case CORE -> of(name, CORE);
            case RULES -> false;
            case SWITCHBOARD -> of(name, CORE) || OF_SWITCHBOARD.stream().anyMatch(p -> of(name, p));
            case EDGE -> isShared(name) || OF_EDGES.stream().anyMatch(p -> of(name, p));
            case STORE -> isShared(name) || DRIVERS.stream().anyMatch(p -> of(name, p));
            case PROVIDER -> isShared(name);
        };
    }

    private static boolean isShared(String name) {
        return of(name, CORE) || SHARED.stream().anyMatch(p -> of(name, p));
    }

    private boolean ofJdk(String name) {
        boolean jdk = name.startsWith("java.")
                || ModuleLayer.boot().modules().stream()
                        .filter(module -> module.getName().startsWith("java.")
                                || module.getName().startsWith("jdk."))
                        .anyMatch(module -> module.getPackages().contains(name));
        return jdk && kind != Kind.RULES;
    }

    private void exports() {
        for (Header header : jar.clauses("Export-Package")) {
            if (kind != Kind.CORE) {
                problem("exports " + header.name());
            } else if (!header.parameters().containsKey("version")) {
                problem("exports " + header.name() + " without a version");
            }
        }
    }

    private void classes() {
        if (kind == Kind.RULES && !jar.classes().isEmpty()) {
            problem("holds a class: " + jar.classes().get(0));
        }
        if (kind == Kind.RULES
                && jar.clauses("Provide-Capability").stream()
                        .noneMatch(c -> c.name().equals("medley.rules"))) {
            problem("does not provide the capability medley.rules");
        }
        for (String entry : jar.classes()) {
            // the kit travels inside the bundles that keep records, and is exported by none
            boolean ours = entry.startsWith("health/medley/") && !entry.startsWith(KIT);
            if (ours && kind != Kind.CORE && !entry.contains("/internal/")) {
                problem("holds a class outside internal: " + entry);
            }
        }
    }

    private void problem(String what) {
        problems.add(jar.file() + " " + what);
    }

    private static boolean of(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }
}
