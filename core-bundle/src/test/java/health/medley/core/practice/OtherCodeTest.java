package health.medley.core.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OtherCodeTest {

    @Test
    void withoutAPractitionerItIsUs() {
        assertEquals(new OtherCode("99457", OtherCode.US), OtherCode.parse("99457"));
        assertEquals("G0181@P2", OtherCode.parse("G0181@P2").toString());
    }

    @Test
    void refusesWhatIsNoCode() {
        for (String wrong : new String[] {"", "9945", "99457@", "994577", "99457 @P1", "@P1"}) {
            assertThrows(IllegalArgumentException.class, () -> OtherCode.parse(wrong), wrong);
        }
    }
}
