package health.medley.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.practice.Rejects;

/** Any text is a file of cases or is rejected. */
class CaseFileFuzzTest {

    @FuzzTest(maxDuration = "8s")
    void anyTextIsAFileOfCasesOrIsRejected(byte[] bytes) throws Exception {
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        Budget.hold(() -> CaseFile.of(text, "cases.csv", new Rejects()).ifPresent(CaseFile::expects));
    }
}
