package health.medley.switchboard.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.RoutingPin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hold the current routing table, and the former ones that somebody still works under.
 *
 * <p>Callers read one volatile field and count; they take no lock. The monitor guards replacing and retiring, and
 * nobody calls a provider while holding it.
 */
final class Routing {
    private final LongSupplier clock;
    private final Runnable wake;
    private final List<RoutingTable> draining = new ArrayList<>();
    private final Map<Integer, Tally> past = new HashMap<>();
    private volatile RoutingTable current;
    private volatile boolean shut;
    private long generations;

    /**
     * Start with a table that names nobody.
     *
     * @param clock nanoseconds, as of {@link System#nanoTime}
     * @param wake told when a former table may have become idle; must not block
     */
    Routing(LongSupplier clock, Runnable wake) {
        this.clock = clock;
        this.wake = wake;
        this.current = new RoutingTable(this, 1, clock.getAsLong(), new Generation[0], RuleRoutes.NONE);
    }

    /** The table that work beginning now will see. */
    RoutingTable current() {
        return current;
    }

    /** Whether the switchboard has stopped. */
    boolean shut() {
        return shut;
    }

    /** The time by the clock that ages are measured with. */
    long now() {
        return clock.getAsLong();
    }

    /** A number for a new generation. */
    synchronized long nextGeneration() {
        return ++generations;
    }

    /** Enter by the current table: count, then look whether it is still the current one. Null: nobody answers. */
    @Nullable
    Route enter(int port, int stripe) {
        for (; ; ) {
            RoutingTable table = current;
            Route route = table.route(port);
            if (route == null) {
                if (table == current) {
                    return null;
                }
                continue;
            }
            route.calls().enter(stripe);
            if (table == current) {
                return route;
            }
            route.calls().bounce(stripe);
            wake.run();
        }
    }

    /** Enter by the table of a pin. Null: nobody answers under that table. */
    @Nullable
    Route enter(RoutingPin pin, int port, int stripe) {
        RoutingTable table = tableOf(pin);
        Route route = table.route(port);
        if (route == null) {
            tableOf(pin);
            return null;
        }
        route.calls().enter(stripe);
        if (table.closed()) {
            route.calls().bounce(stripe);
            throw retired(pin);
        }
        return route;
    }

    /** Leave. */
    void leave(Route route, int stripe) {
        route.calls().leave(stripe);
        if (route.table().replaced()) {
            wake.run();
        }
    }

    /** Lease the table of a pin, or the current one; give it back with {@link #giveBack}. */
    RoutingTable lease(@Nullable RoutingPin pin, int stripe) {
        for (; ; ) {
            RoutingTable table = pin == null ? current : tableOf(pin);
            table.leases().enter(stripe);
            if (pin == null ? table == current : !table.closed()) {
                return table;
            }
            table.leases().leave(stripe);
            wake.run();
        }
    }

    /** Give a leased table back. */
    void giveBack(RoutingTable table, int stripe) {
        table.leases().leave(stripe);
        if (table.replaced()) {
            wake.run();
        }
    }

    /** The table a pin points to. */
    RoutingTable tableOf(RoutingPin pin) {
        if (!(pin instanceof Pin own) || own.table().owner() != this) {
            throw new MedleyException(
                    ErrorCode.PIN_INVALID,
                    "Calling with a pinned caller: its pin (" + pin.getClass().getName()
                            + ") was not made by this platform. Hand on the caller you were given, or open a lease"
                            + " here.");
        }
        if (own.table().closed()) {
            throw retired(pin);
        }
        return own.table();
    }

    private static MedleyException retired(RoutingPin pin) {
        return new MedleyException(
                ErrorCode.PIN_INVALID,
                "Calling with a caller pinned to routing " + pin.routing()
                        + ": that routing is retired, its lease or call has ended. Keep a lease open (Ports.open) for"
                        + " as long as the work lasts.");
    }

    /**
     * Replace the current table in one step.
     *
     * @param changes who answers from now on, by the number of the port; a null value empties the port
     * @param rules the active rule sets; null leaves them as they are
     * @return the new table
     */
    synchronized RoutingTable replace(Map<Integer, @Nullable Generation> changes, @Nullable RuleRoutes rules) {
        RoutingTable old = current;
        if (shut) {
            return old;
        }
        int ports = changes.keySet().stream().mapToInt(port -> port + 1).max().orElse(0);
        @Nullable Generation[] next = old.generations(Math.max(ports, old.size()));
        changes.forEach((port, generation) -> next[port] = generation);
        long now = now();
        current = new RoutingTable(this, old.number() + 1, now, next, rules == null ? old.rules() : rules);
        draining.add(old);
        old.replace(now);
        wake.run();
        return current;
    }

    /** Name nobody any more, for good. */
    synchronized void close() {
        Map<Integer, @Nullable Generation> nobody = new HashMap<>();
        current.entries().forEach(route -> nobody.put(route.port(), null));
        replace(nobody, RuleRoutes.NONE);
        shut = true;
    }

    /** Retire the former tables that nobody works under; returns the generations that no table names any more. */
    synchronized List<Generation> retire() {
        Set<Generation> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Iterator<RoutingTable> tables = draining.iterator(); tables.hasNext(); ) {
            RoutingTable table = tables.next();
            List<Route> entries = table.entries();
            if (table.retire()) {
                tables.remove();
                for (Route route : entries) {
                    past.merge(route.port(), Tally.of(route.calls()), Tally::plus);
                    gone.add(route.generation());
                }
            }
        }
        draining.forEach(table -> table.entries().forEach(route -> gone.remove(route.generation())));
        current.entries().forEach(route -> gone.remove(route.generation()));
        return new ArrayList<>(gone);
    }

    /** What went through a port so far, by all tables. */
    synchronized Tally tally(int port) {
        Tally tally = past.getOrDefault(port, Tally.NONE);
        for (RoutingTable table : draining) {
            tally = tally.plus(tallyOf(table, port));
        }
        return tally.plus(tallyOf(current, port));
    }

    /** The former tables that somebody may still work under, oldest first. */
    synchronized List<RoutingTable> draining() {
        return List.copyOf(draining);
    }

    private static Tally tallyOf(RoutingTable table, int port) {
        Route route = table.route(port);
        return route == null ? Tally.NONE : Tally.of(route.calls());
    }
}
