package health.medley.itests.support;

import health.medley.core.Caller;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A vendor's bundle, compiled and packed by hand against core alone, as somebody outside would. */
public final class VendorBundle {
    private final String name;
    private final String version;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> components = new ArrayList<>();
    private boolean ownCore;

    private VendorBundle(String name, String version) {
        this.name = name;
        this.version = version;
    }

    public static VendorBundle named(String name, String version) {
        return new VendorBundle(name, version)
                .header(
                        "Import-Package",
                        "health.medley.core;version=\"[1.0,2)\",health.medley.core.time;version=\"[1.0,2)\","
                                + "health.medley.core.eligibility;version=\"[1.0,2)\",health.medley.core.ports;version=\"[1.0,2)\"");
    }

    /** Add a class by its full name. */
    public VendorBundle source(String type, String text) {
        sources.put(type, text);
        return this;
    }

    public VendorBundle file(String path, String text) {
        files.put(path, text);
        return this;
    }

    public VendorBundle header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Register a class as a component that provides a contract; extra lines go into the component's XML. */
    public VendorBundle component(String type, Class<?> contract, String... lines) {
        String file = "OSGI-INF/" + type + ".xml";
        components.add(file);
        return file(file, """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
                  %s
                  <implementation class="%s"/>
                  <service><provide interface="%s"/></service>
                </scr:component>
                """.formatted(type, String.join("\n", lines), type, contract.getName()));
    }

    /** Pack core's classes into the bundle as well. */
    public VendorBundle withItsOwnCore() {
        ownCore = true;
        return this;
    }

    /** Compile and pack into {@code folder}. */
    public Path build(Path folder) {
        try {
            Files.createDirectories(folder);
            Path classes = Files.createTempDirectory(folder, "classes");
            compile(classes);
            Path jar = folder.resolve(name + "-" + version + ".jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
                addTree(out, classes);
                for (Map.Entry<String, String> file : files.entrySet()) {
                    put(out, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                }
                if (ownCore) {
                    put(out, "health/medley/core/Caller.class", coreClass("Caller"));
                    put(out, "health/medley/core/CareTime.class", coreClass("CareTime"));
                    put(out, "health/medley/core/time/TimeCounter.class", coreClass("time/TimeCounter"));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Building " + name, e);
        }
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = classes.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            paths.add(file);
        }
        if (paths.isEmpty()) {
            return;
        }
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-Xlint:-classfile",
                    "-cp",
                    core().toString(),
                    "-d",
                    classes.toString());
            boolean done = compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(paths))
                    .call();
            if (!done) {
                throw new IllegalStateException("Compiling " + name + ":\n" + said);
            }
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        if (!components.isEmpty()) {
            main.putValue("Service-Component", String.join(",", components));
            main.putValue(
                    "Require-Capability",
                    "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0)(!(version>=2.0.0)))\"");
        }
        headers.forEach(main::putValue);
        return manifest;
    }

    private static void addTree(JarOutputStream out, Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                put(out, folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static byte[] coreClass(String name) throws IOException {
        try (var in = Caller.class.getResourceAsStream("/health/medley/core/" + name + ".class")) {
            return in.readAllBytes();
        }
    }

    private static Path core() {
        try {
            return Path.of(Caller.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
