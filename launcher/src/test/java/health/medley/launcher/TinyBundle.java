package health.medley.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes small bundles. */
public final class TinyBundle {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private TinyBundle(String name, String version) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", name);
        header("Bundle-Version", version);
    }

    /** A bundle with nothing in it. */
    public static TinyBundle named(String name, String version) {
        return new TinyBundle(name, version);
    }

    /** A bundle with the command {@link health.medley.launcher.sample.Greeting} under {@code id}. */
    public static TinyBundle greeting(String name, String version, String id) {
        String component =
                "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"test.greeting\" init=\"1\">"
                        + "<implementation class=\"health.medley.launcher.sample.Greeting\"/>"
                        + "<service><provide interface=\"health.medley.core.command.Command\"/></service>"
                        + "<property name=\"medley.id\" value=\"" + id + "\"/>"
                        + "<property name=\"medley.usage\" value=\"" + id + " WORD...\"/>"
                        + "<property name=\"medley.summary\" value=\"greets\"/></scr:component>";
        return named(name, version)
                .header("Import-Package", "health.medley.core;version=\"[1.0,2)\",health.medley.core.command")
                .header("Service-Component", "OSGI-INF/greeting.xml")
                .file("OSGI-INF/greeting.xml", component)
                .type("health.medley.launcher.sample.Greeting");
    }

    /** Add a header to the manifest. */
    public TinyBundle header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Add a file. */
    public TinyBundle file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Add a class of the tests. */
    public TinyBundle type(String name) {
        String path = name.replace('.', '/') + ".class";
        try (InputStream in = TinyBundle.class.getResourceAsStream("/" + path)) {
            files.put(path, in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Write it into {@code folder} under its name and version. */
    public Path in(Path folder) throws IOException {
        Path jar = folder.resolve(headers.get("Bundle-SymbolicName") + "-" + headers.get("Bundle-Version") + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return jar;
    }
}
