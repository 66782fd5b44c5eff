package health.medley.switchboard.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A small bundle, made on the fly. */
public final class Jar {
    private static final String IMPORTS =
            "health.medley.core,health.medley.core.command,health.medley.core.eligibility,"
                    + "health.medley.core.time,health.medley.core.ports,health.medley.core.rules,"
                    + "health.medley.switchboard.signals,org.osgi.framework";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Jar(String name, String version) {
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", name);
        headers.put("Bundle-Version", version);
    }

    /** A bundle with nothing in it. */
    public static Jar named(String name, String version) {
        return new Jar(name, version);
    }

    /** A bundle of scripted providers; see {@code FixtureActivator}. */
    public static Jar providing(String name, String version, String fixtures) {
        Jar jar = named(name, version)
                .header("Import-Package", IMPORTS)
                .header("Bundle-Activator", "health.medley.switchboard.fixtures.FixtureActivator")
                .header("Fixture", fixtures);
        return jar.fixtures();
    }

    /** A bundle with the scripted providers' classes and one component. */
    public static Jar component(String name, String version, String xml) {
        return named(name, version)
                .header("Import-Package", IMPORTS)
                .header("Service-Component", "OSGI-INF/component.xml")
                .file("OSGI-INF/component.xml", xml)
                .fixtures();
    }

    /** A rule bundle with these months. */
    public static Jar rules(String name, String version, String program, String from, String to) {
        return named("health.medley.rules." + name, version)
                .header(
                        "Provide-Capability",
                        "medley.rules;name=\"" + name + "\";program=\"" + program + "\";months=\"[" + from + "," + to
                                + "]\"")
                .file(
                        "medley/rules/program.yaml",
                        "name: " + name + "\nversion: " + version + "\nprogram: " + program + "\nmonths: {from: " + from
                                + ", to: " + to + "}\n");
    }

    /** Add a header. */
    public Jar header(String key, String value) {
        headers.put(key, value);
        return this;
    }

    /** Add a text file. */
    public Jar file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Add a file. */
    public Jar file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    private Jar fixtures() {
        Path classes = Platform.placeOf(Jar.class);
        Path folder = classes.resolve("health/medley/switchboard/fixtures");
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put("health/medley/switchboard/fixtures/" + file.getFileName(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Its bytes. */
    public byte[] bytes() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same, to be read. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    /** Write it to a file. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
