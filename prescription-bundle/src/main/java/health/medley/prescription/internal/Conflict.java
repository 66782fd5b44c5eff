package health.medley.prescription.internal;

import health.medley.core.prescription.ConflictChoice;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ConflictSeverity;
import health.medley.core.prescription.InteractionFinding;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.MedicationConflict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A conflict with what its decision needs.
 *
 * @param shown what people see
 * @param ordered day of the chart's last order, for a difference
 * @param directions how it is taken, for a difference
 */
record Conflict(MedicationConflict shown, Optional<LocalDate> ordered, String directions) {
    private static final int ID_LENGTH = 20;

    /** A difference between chart and list. */
    static Conflict difference(
            ConflictKind kind, MedicationCode medication, String text, Optional<LocalDate> ordered, String directions) {
        // a new order in the chart is a new question
        String id = id(kind, medication.key(), ordered.map(LocalDate::toString).orElse(""));
        MedicationConflict shown = new MedicationConflict(
                id,
                kind,
                ConflictSeverity.RECORD,
                List.of(medication),
                text,
                kind == ConflictKind.NOT_IN_CHART ? "medication list" : "chart, medication orders",
                choices(kind));
        return new Conflict(shown, ordered, directions);
    }

    /** What a checker found. */
    static Conflict found(InteractionFinding finding) {
        String keys =
                finding.medications().stream().map(MedicationCode::key).sorted().collect(Collectors.joining("\n"));
        MedicationConflict shown = new MedicationConflict(
                id(finding.kind(), keys, finding.text()),
                finding.kind(),
                finding.severity(),
                finding.medications(),
                finding.text(),
                finding.source(),
                choices(finding.kind()));
        return new Conflict(shown, Optional.empty(), "");
    }

    String id() {
        return shown.id();
    }

    private static List<ConflictChoice> choices(ConflictKind kind) {
        return kind == ConflictKind.NOT_IN_LIST
                ? List.of(ConflictChoice.ADD, ConflictChoice.LEAVE_OUT)
                : List.of(ConflictChoice.KEEP, ConflictChoice.STOP);
    }

    private static String id(ConflictKind kind, String keys, String more) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((kind + "\n" + keys + "\n" + more).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
