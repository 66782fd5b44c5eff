package health.medley.itests.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Make a practice directory of invented patients, the same for the same seed. */
public final class Population {
    private static final List<Persona> PERSONAS = new ArrayList<>();

    static {
        PERSONAS.addAll(TimePersonas.ALL);
        PERSONAS.addAll(ConsentPersonas.ALL);
        PERSONAS.addAll(RulePersonas.ALL);
        PERSONAS.addAll(ProgramPersonas.ALL);
    }

    private final Random random;
    private final YearMonth month;
    private final ZoneId zone;
    private final String placeOfService;
    private final List<Draft> patients = new ArrayList<>();

    private String setting = "PFS";

    private Population(long seed, YearMonth month, ZoneId zone, String placeOfService) {
        this.random = new Random(seed);
        this.month = month;
        this.zone = zone;
        this.placeOfService = placeOfService;
    }

    /** Invent {@code count} patients, every persona in turn. */
    public static Population of(long seed, int count, YearMonth month, ZoneId zone, String placeOfService) {
        Population population = new Population(seed, month, zone, placeOfService);
        for (int i = 0; i < count; i++) {
            Persona persona = PERSONAS.get(i % PERSONAS.size());
            population.patients.add(population.patient(persona));
        }
        Collections.shuffle(population.patients, population.random);
        return population;
    }

    /** Invent {@code count} patients of a clinic. */
    public static Population ofClinic(long seed, int count, YearMonth month, String setting) {
        Population population = new Population(seed, month, ZoneId.of("America/Chicago"), "11");
        population.setting = setting;
        for (int i = 0; i < count; i++) {
            population.patients.add(population.patient(ClinicPersonas.ALL.get(i % ClinicPersonas.ALL.size())));
        }
        Collections.shuffle(population.patients, population.random);
        return population;
    }

    private Draft patient(Persona persona) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        Draft draft = new Draft(random, month, zone, (persona.doubtful() ? "?" : "") + persona.name(), id);
        persona.change().accept(draft);
        return draft;
    }

    /** What the patient of an id was made to try; a leading question mark where the text leaves the answer open. */
    public String persona(String id) {
        return patients.stream()
                .filter(draft -> draft.id.equals(id))
                .findFirst()
                .orElseThrow()
                .persona;
    }

    /** Ids of the patients who are not enrolled. */
    public List<String> notEnrolled() {
        return patients.stream()
                .filter(draft -> !draft.enrolled)
                .map(draft -> draft.id)
                .toList();
    }

    /** Write the practice directory. */
    public Path write(Path practice) throws IOException {
        Files.createDirectories(practice.resolve("chart"));
        put(practice.resolve("practice.json"), """
                {"name": "Invented Practice", "npi": "%s", "zone": "%s", "placeOfService": "%s",
                 "locality": "national", "setting": "%s"}
                """.formatted(Draft.OURS.get(0), zone, placeOfService, setting));
        put(practice.resolve("enrollments.csv"), enrollments());
        put(practice.resolve("activity.csv"), activity());
        put(practice.resolve("month.csv"), statements());
        new ChartWriter(random).write(practice.resolve("chart"), patients);
        return practice;
    }

    private String enrollments() {
        List<String> lines = new ArrayList<>();
        for (Draft draft : patients) {
            if (draft.enrolled) {
                lines.add(String.join(",", draft.enrollment.values()));
            }
            if (draft.enrolledBefore) {
                List<String> row = new ArrayList<>(draft.enrollment.values());
                LocalDate consent = month.atDay(1).minusYears(3);
                row.set(5, consent.toString());
                row.set(8, consent.plusMonths(6).toString());
                lines.add(String.join(",", row));
            }
            draft.programs.forEach((program, track) -> {
                List<String> row = new ArrayList<>(draft.enrollment.values());
                row.set(1, program);
                row.set(4, track);
                lines.add(String.join(",", row));
            });
        }
        return table(String.join(",", patients.get(0).enrollment.keySet()), lines);
    }

    private String activity() {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Draft draft : patients) {
            for (Draft.Work work : draft.work) {
                String kind = draft.any("call", "message", "referral", "prescription", "review", "care-plan", "other");
                lines.add("E" + ++number + "," + draft.id + "," + work.start() + "," + work.end() + ","
                        + work.performer() + "," + work.role() + "," + kind + "," + work.program() + ",");
            }
        }
        Collections.shuffle(lines, random);
        return table("id,patient,start,end,performer,role,kind,program,note", lines);
    }

    private String statements() {
        List<String> lines = new ArrayList<>();
        for (Draft draft : patients) {
            if (draft.stated) {
                lines.add(String.join(",", draft.statement.values()));
            }
        }
        lines.add(patients.get(0).id + "," + month.minusMonths(1) + ",high,revised,G0181@P1,,");
        return table(String.join(",", patients.get(0).statement.keySet()), lines);
    }

    private static String table(String header, List<String> lines) {
        return header + "\n" + String.join("\n", lines) + "\n";
    }

    private static void put(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
