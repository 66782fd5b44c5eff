package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Role;
import health.medley.itests.support.FilledPractice;
import health.medley.itests.support.RunningServer;
import health.medley.itests.support.ServedRoutes;
import health.medley.itests.support.ServedRoutes.ServedRoute;
import health.medley.itests.support.ServerClient;
import health.medley.itests.support.ServerClient.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two practices on one server: every route with every role of the one, asked for what is the other's. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CrossedTokensIT {
    private static final long NO_VERSION = 999;
    private static final List<String> NEVER_SHOWN = List.of(FilledPractice.MARK, FilledPractice.PATIENT);

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static List<ServedRoute> routes;
    private static FilledPractice ours;
    private static FilledPractice theirs;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder.resolve("data"));
        ServerClient main = server.administrator();
        try {
            routes = ServedRoutes.of(main);
            ours = new FilledPractice(main, "ours");
            theirs = new FilledPractice(main, "theirs");
            theirs.fill(routes);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("The practices cannot be filled; the server says " + server.log(), e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void noTokenReachesWhatIsAnotherPractices() {
        List<String> problems = new ArrayList<>();
        String before = standing();
        ours.people().forEach((role, person) -> routes.stream()
                .filter(route -> route.path().matches(".*\\{(patient|id)}.*"))
                .forEach(route -> {
                    Said said = route.ask(person, theirs.names(), 1);
                    if (!refused(route, role, said)) {
                        problems.add(role + " " + route.name() + ": " + said.status() + " " + said.body());
                    }
                }));
        assertEquals(List.of(), problems);
        assertEquals(before, standing());
    }

    /** A list of nothing may be answered where reading is asked for, and a state of one's own where it is changing. */
    private static boolean refused(ServedRoute route, Role role, Said said) {
        boolean allowed = route.needs().map(role::holds).orElse(true);
        boolean nothing =
                said.status() == 200 && !route.changes() && said.body().equals("{\"items\":[]}");
        boolean shown = NEVER_SHOWN.stream().anyMatch(said.body()::contains);
        boolean own = route.changes() && (said.status() == 409 || said.status() == 412);
        return !shown && (allowed ? said.status() == 404 || nothing || own : said.status() == 403);
    }

    @Test
    void whatIsListedIsOnesOwn() {
        List<String> problems = new ArrayList<>();
        Map<String, String> names = new TreeMap<>(ours.names());
        ours.people().forEach((role, person) -> routes.stream()
                .filter(route -> !route.changes() && !route.open())
                .forEach(route -> {
                    Said said = route.ask(person, names, 1);
                    String body = said.body().replace("ours " + FilledPractice.MARK, "");
                    if (body.contains(FilledPractice.MARK)
                            || body.contains(theirs.names().get("patient"))) {
                        problems.add(role + " " + route.name() + ": " + said.status() + " " + said.body());
                    }
                }));
        assertEquals(List.of(), problems);
    }

    @Test
    void aRoleMayDoWhatItHoldsAndNothingElse() {
        List<String> problems = new ArrayList<>();
        theirs.people().forEach((role, person) -> routes.stream()
                .filter(route -> !route.open())
                .forEach(route -> {
                    boolean allowed = route.needs().map(role::holds).orElse(true) && !route.ofMain();
                    Said said = route.ask(person, theirs.names(), NO_VERSION);
                    if (allowed == (said.status() == 403) || said.status() == 401 || said.status() >= 500) {
                        problems.add(role + " " + route.name() + ": " + said.status() + " " + said.body());
                    }
                }));
        assertEquals(List.of(), problems);
    }

    @Test
    void withoutATokenOnlyTheHealthIsTold() {
        List<String> answered = new ArrayList<>();
        for (String token : List.of("", "medley_nobody", "x".repeat(150))) {
            ServerClient nobody = new ServerClient(server.address(), token);
            for (ServedRoute route : routes) {
                if (route.ask(nobody, theirs.names(), 1).status() != 401) {
                    answered.add(route.name());
                }
            }
        }
        assertEquals(List.of("health", "health", "health"), answered);
        assertTrue(routes.size() > 120, "routes: " + routes.size());
    }

    @Test
    void theLogHoldsNothingOfPatients() throws Exception {
        String log = server.log();
        NEVER_SHOWN.forEach(word -> assertTrue(!log.contains(word), word));
    }

    /** Everything the other practice has, as its auditor sees it. */
    private static String standing() {
        StringBuilder standing = new StringBuilder();
        ServerClient auditor = theirs.people().get(Role.AUDITOR);
        routes.stream()
                .filter(route -> !route.changes() && route.path().matches(".*\\{(patient|id)}.*"))
                .filter(route -> route.needs().map(Role.AUDITOR::holds).orElse(true))
                .forEach(route -> standing.append(route.name())
                        .append(' ')
                        .append(route.ask(auditor, theirs.names(), 1).body())
                        .append('\n'));
        return standing.toString();
    }
}
