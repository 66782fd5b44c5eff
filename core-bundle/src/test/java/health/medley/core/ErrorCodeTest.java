package health.medley.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void isNamedAsItsConstantWithANumberOfItsOwn() throws IllegalAccessException {
        HashSet<Integer> numbers = new HashSet<>();
        for (Field constant : constants()) {
            ErrorCode code = (ErrorCode) constant.get(null);
            assertEquals(constant.getName(), code.name());
            assertTrue(numbers.add(code.number()), "number " + code.number() + " is used twice");
        }
    }

    @Test
    void standsInTheReference() throws IOException, IllegalAccessException {
        String reference = Files.readString(Path.of("..", "docs", "reference", "error-codes.md"));
        for (Field constant : constants()) {
            ErrorCode code = (ErrorCode) constant.get(null);
            String row = "| " + code.number() + " | `" + code.name() + "` | " + code.kind() + " |";
            assertTrue(reference.contains(row), "docs/reference/error-codes.md lacks: " + row);
        }
    }

    private static List<Field> constants() {
        List<Field> constants = new ArrayList<>();
        for (Field field : ErrorCode.class.getFields()) {
            if (field.getType() == ErrorCode.class) {
                constants.add(field);
            }
        }
        return constants;
    }
}
