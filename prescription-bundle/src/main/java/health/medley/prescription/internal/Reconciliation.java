package health.medley.prescription.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.prescription.ConflictChoice;
import health.medley.core.prescription.ConflictDecision;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationOrigin;
import health.medley.core.prescription.SettledConflict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Applies decisions on conflicts to a list. */
final class Reconciliation {
    private final MedicationList before;
    private final Map<String, Conflict> open;
    private final Map<String, Conflict> notInList;
    private final String by;
    private final Instant now;
    private final LocalDate today;
    private final Map<String, ListedMedication> entries = new LinkedHashMap<>();
    private final List<SettledConflict> settled;

    Reconciliation(MedicationList before, Map<String, Conflict> open, String by, Instant now, LocalDate today) {
        this.before = before;
        this.open = new HashMap<>(open);
        this.notInList = open.values().stream()
                .filter(conflict -> conflict.shown().kind() == ConflictKind.NOT_IN_LIST)
                .collect(Collectors.toMap(Reconciliation::only, conflict -> conflict, (one, other) -> one));
        this.by = by;
        this.now = now;
        this.today = today;
        this.settled = new ArrayList<>(before.settled());
        before.medications().forEach(entry -> entries.put(entry.medication().key(), entry));
    }

    /** The list after all decisions. */
    MedicationList settle(List<ConflictDecision> decisions) {
        if (decisions.isEmpty()) {
            throw invalid("no decision was given; expected one or more");
        }
        // what is taken over from the chart comes first: another decision may stop it at once
        decisions.stream()
                .sorted(Comparator.comparing(decision -> decision.choice() != ConflictChoice.ADD))
                .forEach(this::settle);
        return new MedicationList(
                before.id(),
                before.version(),
                before.patient(),
                List.copyOf(entries.values()),
                settled,
                before.notes(),
                before.reconciled());
    }

    private void settle(ConflictDecision decision) {
        Conflict conflict = open.remove(decision.conflict());
        if (conflict == null) {
            throw invalid("a decision names no open conflict, or one that another decision names; read the conflicts"
                    + " again");
        }
        MedicationConflict shown = conflict.shown();
        if (decision.reason().isBlank()) {
            throw invalid("a decision on a conflict of kind " + shown.kind() + " gives no reason");
        }
        if (!shown.choices().contains(decision.choice())) {
            throw invalid("a conflict of kind " + shown.kind() + " cannot be settled by " + decision.choice()
                    + "; expected one of " + shown.choices());
        }
        if (decision.choice() == ConflictChoice.ADD) {
            add(conflict);
        } else if (decision.choice() == ConflictChoice.STOP) {
            stop(shown, decision);
        }
        settled.add(new SettledConflict(shown.kind(), decision, by, now));
    }

    private void add(Conflict conflict) {
        ListedMedication entry = new ListedMedication(
                conflict.shown().medications().get(0),
                conflict.directions(),
                conflict.ordered(),
                Optional.empty(),
                MedicationOrigin.CHART,
                Optional.empty());
        entries.put(entry.medication().key(), entry);
    }

    private static String only(Conflict conflict) {
        return conflict.shown().medications().get(0).key();
    }

    private void stop(MedicationConflict conflict, ConflictDecision decision) {
        String key = decision.stop().orElseGet(() -> onlyOne(conflict));
        boolean named = conflict.medications().stream()
                .anyMatch(medication -> medication.key().equals(key));
        if (named && !entries.containsKey(key) && notInList.containsKey(key)) {
            add(notInList.get(key));
        }
        ListedMedication entry = entries.get(key);
        if (!named || entry == null) {
            throw invalid("what is to be stopped is none of the conflict's medications, or is not on the list; cancel"
                    + " a prescription that is not signed");
        }
        if (entry.taken()) {
            entries.put(key, stopped(entry, today));
        }
    }

    private static String onlyOne(MedicationConflict conflict) {
        if (conflict.medications().size() != 1) {
            throw invalid("a conflict has " + conflict.medications().size() + " medications; say which is stopped");
        }
        return conflict.medications().get(0).key();
    }

    /** An entry that is no longer taken. */
    static ListedMedication stopped(ListedMedication entry, LocalDate day) {
        return new ListedMedication(
                entry.medication(),
                entry.directions(),
                entry.since(),
                Optional.of(day),
                entry.origin(),
                entry.prescription());
    }

    private static MedleyException invalid(String problem) {
        return new MedleyException(ErrorCode.ARGUMENT_INVALID, "Reconciling a medication list: " + problem);
    }
}
