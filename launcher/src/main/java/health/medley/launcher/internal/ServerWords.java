package health.medley.launcher.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command needs beside the base of the platform, and what its words say about it. The platform is started before
 * the command is known to it, so the launcher reads these words first; the command reads them again.
 *
 * @param part what it needs
 * @param data the data directory
 * @param port the port to listen on, if said
 * @param host the address to listen on, if said
 * @param passing whether the data is a demonstration's and goes when the command ends
 */
record ServerWords(Part part, Path data, Optional<String> port, Optional<String> host, boolean passing) {

    /** A part of the platform that not every command needs. */
    enum Part {
        /** Neither record nor server. */
        NONE,
        /** The record, without a server. */
        STORE,
        /** Record and server. */
        SERVER
    }

    private static final String DATA = "--data";
    private static final String PORT = "--port";
    private static final String HOST = "--host";
    private static final String DEFAULT_DATA = "medley-data";
    private static final Set<String> OF_THE_RECORD = Set.of("status", "backup", "restore", "audit");

    static ServerWords read(List<String> words, Path directory) {
        String first = words.isEmpty() ? "" : words.get(0);
        boolean help = words.contains("--help") || words.contains("-h");
        Path data = directory.resolve(value(words, DATA).orElse(DEFAULT_DATA)).normalize();
        Part part = Part.NONE;
        boolean demo = first.equals("demo") && !words.contains("--once") && !words.contains("--json");
        if (help) {
            part = Part.NONE;
        } else if (first.equals("serve") || demo) {
            part = Part.SERVER;
        } else if (OF_THE_RECORD.contains(first) && reachable(first, data)) {
            part = Part.STORE;
        }
        if (part == Part.SERVER && demo) {
            data = passingFolder();
        }
        return new ServerWords(part, data, value(words, PORT), value(words, HOST), part == Part.SERVER && demo);
    }

    /** The words, naming the data directory that nobody typed. */
    Words named(Words typed) {
        List<String> all = new ArrayList<>(typed.words());
        all.addAll(List.of(DATA, data.toString()));
        return new Words(all, typed.rules(), typed.debug());
    }

    // a server that runs there is asked over HTTP; only a restore may begin with nothing
    private static boolean reachable(String first, Path data) {
        return first.equals("restore") && !Files.exists(data) || Files.isDirectory(data) && !Workplace.inUse(data);
    }

    private static Path passingFolder() {
        try {
            return Files.createTempDirectory("medley-demo-");
        } catch (IOException e) {
            throw new Words.Wrong("medley: no folder for the demo's data can be made (" + e + "); set java.io.tmpdir");
        }
    }

    private static Optional<String> value(List<String> words, String option) {
        @Nullable String found = null;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                found = words.get(i + 1);
            } else if (words.get(i).startsWith(option + "=")) {
                found = words.get(i).substring(option.length() + 1);
            }
        }
        return Optional.ofNullable(found);
    }
}
