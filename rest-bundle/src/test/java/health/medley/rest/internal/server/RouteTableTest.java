package health.medley.rest.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.MedleyException;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private static Route route(String name, String path) {
        return Route.get(name, path, "Do.").by(call -> Reply.nothing());
    }

    private final RouteTable table = new RouteTable(List.of(
            route("all", "/api/things"), route("one", "/api/things/{id}"), route("word", "/api/things/lookup")));

    private String found(String path) {
        return table.find(path)
                .flatMap(match -> match.route("GET"))
                .map(Route::name)
                .orElse("nothing");
    }

    @Test
    void aWordWinsOverANamedSegment() {
        assertEquals("word", found("/api/things/lookup"));
        assertEquals("one", found("/api/things/lookups"));
        assertEquals("all", found("/api/things"));
    }

    @Test
    void nothingIsFoundBesideThePaths() {
        for (String path : List.of("", "/", "api/things", "/api", "/api/things/", "/api//things", "/api/things/a/b")) {
            assertEquals("nothing", found(path), path);
        }
    }

    @Test
    void aNamedSegmentIsDecoded() {
        assertEquals(
                Optional.of("ä/b+c d"),
                table.find("/api/things/%C3%A4%2Fb+c%20d")
                        .map(match -> match.segments().get("id")));
        assertThrows(MedleyException.class, () -> table.find("/api/things/%"));
        assertThrows(MedleyException.class, () -> table.find("/api/things/%4"));
        assertThrows(MedleyException.class, () -> table.find("/api/things/%FF"));
    }

    @Test
    void twoRoutesOfOnePathOrNameAreAMistake() {
        Route one = route("one", "/api/a");
        assertThrows(IllegalArgumentException.class, () -> new RouteTable(List.of(one, route("two", "/api/a"))));
        assertThrows(IllegalArgumentException.class, () -> new RouteTable(List.of(one, route("one", "/api/b"))));
        IllegalArgumentException names = assertThrows(
                IllegalArgumentException.class,
                () -> new RouteTable(List.of(route("a", "/api/{x}/a"), route("b", "/api/{y}/b"))));
        assertTrue(names.getMessage().contains("{y}"), names.getMessage());
    }
}
