package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {
    @TempDir
    Path temp;

    @Test
    void aFolderOfItsOwnGoesWithThePlatform() throws IOException {
        Workplace workplace = Workplace.open(null);
        Path cache = Files.createDirectories(workplace.cache());
        Files.writeString(cache.resolve("file"), "text");
        workplace.close();
        assertFalse(Files.exists(cache.getParent()));
    }

    @Test
    void aGivenFolderKeepsWhatIsNotThePlatforms() throws IOException {
        Path kept = Files.writeString(temp.resolve("kept"), "text");
        try (Workplace workplace = Workplace.open(temp)) {
            Files.createDirectories(workplace.cache());
            MedleyException refused = assertThrows(MedleyException.class, () -> Workplace.open(temp));
            assertEquals(ErrorCode.PLATFORM_NOT_STARTED, refused.code());
            assertTrue(refused.getMessage().contains("this process"), refused.getMessage());
        }
        assertTrue(Files.exists(kept));
        assertFalse(Files.exists(temp.resolve("cache")));
        Workplace.open(temp).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "text");
        MedleyException refused = assertThrows(MedleyException.class, () -> Workplace.open(file.resolve("below")));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }
}
