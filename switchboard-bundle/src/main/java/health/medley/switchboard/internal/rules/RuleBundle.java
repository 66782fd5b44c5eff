package health.medley.switchboard.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import org.osgi.framework.Bundle;

/** Collect the files of an installed rule bundle, without starting or resolving it. */
final class RuleBundle {
    private RuleBundle() {}

    static void collect(Bundle bundle, RuleText text) throws IOException {
        Deque<String> folders = new ArrayDeque<>();
        folders.add("/");
        while (!folders.isEmpty()) {
            Enumeration<String> found = bundle.getEntryPaths(folders.remove());
            if (found == null) {
                continue;
            }
            for (String name : Collections.list(found)) {
                if (name.endsWith("/")) {
                    folders.add(name);
                }
                String path = text.path(name);
                if (path != null) {
                    add(bundle, name, path, text);
                }
            }
        }
    }

    private static void add(Bundle bundle, String name, String path, RuleText text) throws IOException {
        URL entry = bundle.getEntry(name);
        if (entry == null) {
            throw text.invalid("its entry \"" + name + "\" is listed and is not there", "Pack it again.");
        }
        try (InputStream in = entry.openStream()) {
            text.add(path, in.readNBytes(text.allowance() + 1));
        }
    }
}
