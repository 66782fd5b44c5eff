package health.medley.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.practice.Rejects;
import java.nio.charset.StandardCharsets;

/** Any text is a file of cases or is rejected. */
class CaseFileFuzzTest {

    @FuzzTest(maxDuration = "5s")
    void anyTextIsAFileOfCasesOrIsRejected(byte[] bytes) throws Exception {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Budget.hold(() -> CaseFile.of(text, "cases.csv", new Rejects()).ifPresent(CaseFile::expects));
    }
}
