package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void agreesWithTheJdkOnRandomBytes() {
        Random random = new Random(3);
        int valid = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = sample(random, 1 + random.nextInt(12));
            boolean expected = jdkAccepts(bytes);
            assertEquals(expected, Utf8.firstInvalid(bytes, 0, bytes.length) < 0, () -> Arrays.toString(bytes));
            valid += expected ? 1 : 0;
        }
        assertEquals(true, valid > 1_000 && valid < 49_000);
    }

    // mostly bytes at the edges of what is allowed
    private static byte[] sample(Random random, int length) {
        int[] edges = {
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5
        };
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : edges[random.nextInt(edges.length)]);
        }
        return bytes;
    }

    private static boolean jdkAccepts(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void passesGoodTextOnUnchangedHoweverItComes() throws IOException {
        byte[] text = "a\u00E4\u20AC\uD83D\uDE00".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        Utf8Stream stream = new Utf8Stream(drip(text, new Random(4)));

        assertArrayEquals(text, stream.readAllBytes());
        assertEquals(false, stream.invalidBefore(Long.MAX_VALUE));
        assertEquals(text.length, stream.total());
    }

    @Test
    void marksBadBytesAndTellsWhereTheyWere() throws IOException {
        byte[] text = new byte[200_000];
        Arrays.fill(text, (byte) 'x');
        text[10] = (byte) 0xE4;
        text[150_000] = (byte) 0xF0;
        text[199_999] = (byte) 0xC3;
        Utf8Stream stream = new Utf8Stream(drip(text, new Random(5)));

        byte[] passed = stream.readAllBytes();

        assertEquals("x?x", new String(passed, 9, 3, StandardCharsets.US_ASCII));
        assertEquals('?', passed[150_000]);
        assertEquals('?', passed[199_999]);
        assertEquals(false, stream.invalidBefore(10));
        assertEquals(true, stream.invalidBefore(11));
        assertEquals(false, stream.invalidBefore(150_000));
        assertEquals(true, stream.invalidBefore(150_001));
        assertEquals(true, stream.invalidBefore(200_000));
        assertEquals(false, stream.invalidBefore(Long.MAX_VALUE));
    }

    /** A stream that gives a few bytes at a time. */
    private static InputStream drip(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }
}
