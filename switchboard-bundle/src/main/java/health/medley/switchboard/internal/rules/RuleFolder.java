package health.medley.switchboard.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Collect the files of a rule bundle that lies in a folder. Links are not followed. */
final class RuleFolder {
    private static final int DEEPEST = 8;

    private RuleFolder() {}

    static void collect(Path folder, RuleText text) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            files = walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(RuleText.MOST_ENTRIES + 1L)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            String name = name(folder.relativize(file));
            // what an editor or a desktop leaves beside the files is no rule and gets into no jar
            if (file.getFileName().toString().startsWith(".")) {
                continue;
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw text.invalid("\"" + name + "\" is a link or no plain file", "Put the file itself there.");
            }
            String path = text.path(RuleText.FOLDER + name);
            try (InputStream in = Files.newInputStream(file)) {
                text.add(path, in.readNBytes(text.allowance() + 1));
            }
        }
    }

    private static String name(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
