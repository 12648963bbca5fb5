package io.github.etnasandbox.control;

import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.state.IdsUsedUpException;
import io.github.etnasandbox.state.TokenCommand.End.How;
import io.github.etnasandbox.venue.VenueEvent;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The control plane in one table. Every route under {@code /sandbox} is there for each world, behind that world's path.
 */
public final class ControlRoutes {
    static final String WORLDS = "/worlds/";
    private static final String OF_A_WORLD = WORLDS + "{world}";

    /** One row: the same route serves the default world's path and, unless the path names a world itself, all others'. */
    private record Row(HandlerType method, String path, Function<ControlCall, ControlReply> endpoint) {
        /** Whether a path has the segments of this row's; a name in braces stands for any. */
        boolean fits(String actual) {
            return actual.matches(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
        }
    }

    private final Worlds worlds;
    private final Waits waits = new Waits();
    private final Guard guard;
    private final int bodyLimit;
    private final List<Row> table;

    /**
     * @param controlKey what every control request must send in {@code Sandbox-Control-Key}; null for nothing
     * @param hosts names that are ours, besides those that no foreign page can use
     * @param bodyLimit the largest body that is read, in bytes
     */
    public ControlRoutes(Worlds worlds, @Nullable String controlKey, Set<String> hosts, int bodyLimit) {
        this.worlds = worlds;
        this.bodyLimit = bodyLimit;
        this.guard = new Guard(controlKey, hosts);
        WorldEndpoints sandbox = new WorldEndpoints();
        List<Row> rows = new ArrayList<>(List.of(
                new Row(HandlerType.GET, "/sandbox/health", sandbox::health),
                new Row(HandlerType.HEAD, "/sandbox/health", sandbox::health),
                new Row(HandlerType.POST, "/sandbox/reset", WorldEndpoints::reset),
                new Row(HandlerType.GET, "/sandbox/state", StateEndpoints::state),
                new Row(HandlerType.PUT, "/sandbox/seed", StateEndpoints::replace),
                new Row(HandlerType.POST, "/sandbox/seed", StateEndpoints::reload),
                new Row(HandlerType.GET, "/sandbox/clock", ClockEndpoints::get),
                new Row(HandlerType.PUT, "/sandbox/clock", ClockEndpoints::set),
                new Row(HandlerType.POST, "/sandbox/clock/advance", ClockEndpoints::advance),
                new Row(HandlerType.POST, "/sandbox/gates", GateEndpoints::open),
                new Row(HandlerType.GET, "/sandbox/gates", GateEndpoints::list),
                new Row(HandlerType.GET, "/sandbox/gates/{gate}", GateEndpoints::get),
                new Row(HandlerType.POST, "/sandbox/gates/{gate}/release", GateEndpoints::release),
                new Row(HandlerType.GET, "/sandbox/requests", RequestEndpoints::list),
                new Row(HandlerType.DELETE, "/sandbox/requests", RequestEndpoints::clear),
                new Row(HandlerType.GET, "/sandbox/requests.har", RequestEndpoints::har),
                new Row(HandlerType.GET, "/sandbox/requests/{number}", RequestEndpoints::get),
                new Row(HandlerType.GET, "/sandbox/requests/{number}/explanation", RequestEndpoints::explanation),
                new Row(HandlerType.POST, "/sandbox/faults", FaultEndpoints::add),
                new Row(HandlerType.GET, "/sandbox/faults", FaultEndpoints::list),
                new Row(HandlerType.DELETE, "/sandbox/faults", FaultEndpoints::clear),
                new Row(HandlerType.GET, "/sandbox/faults/{fault}", FaultEndpoints::get),
                new Row(HandlerType.DELETE, "/sandbox/faults/{fault}", FaultEndpoints::remove),
                new Row(HandlerType.POST, "/sandbox/tokens/expire", call -> TokenEndpoints.end(call, How.EXPIRE)),
                new Row(HandlerType.POST, "/sandbox/tokens/revoke", call -> TokenEndpoints.end(call, How.REVOKE)),
                new Row(HandlerType.POST, "/sandbox/tokens/forget", TokenEndpoints::forget),
                new Row(HandlerType.GET, "/sandbox/snapshots", StateEndpoints::snapshots),
                new Row(HandlerType.PUT, "/sandbox/snapshots/{snapshot}", StateEndpoints::keep),
                new Row(HandlerType.GET, "/sandbox/snapshots/{snapshot}", StateEndpoints::snapshot),
                new Row(HandlerType.DELETE, "/sandbox/snapshots/{snapshot}", StateEndpoints::forget),
                new Row(HandlerType.POST, "/sandbox/snapshots/{snapshot}/restore", StateEndpoints::restore),
                new Row(HandlerType.POST, "/sandbox/worlds", WorldEndpoints::create),
                new Row(HandlerType.GET, "/sandbox/worlds", WorldEndpoints::list),
                new Row(HandlerType.DELETE, OF_A_WORLD, WorldEndpoints::drop),
                new Row(HandlerType.GET, "/sandbox/venue", VenueEndpoints::settings),
                new Row(HandlerType.PUT, "/sandbox/venue", VenueEndpoints::configure),
                new Row(HandlerType.PUT, "/sandbox/cancel-outcome", VenueEndpoints::nextCancel),
                new Row(HandlerType.PUT, "/sandbox/orders/{order}/cancel-outcome", VenueEndpoints::cancelOutcome)));
        for (VenueEvent event : VenueEvent.values()) {
            rows.add(new Row(
                    HandlerType.POST,
                    "/sandbox/orders/{order}/" + event.word(),
                    call -> VenueEndpoints.event(call, event)));
        }
        this.table = List.copyOf(rows);
    }

    /** Registers the table with Javalin. */
    public void register(RoutesConfig routes) {
        for (Row row : table) {
            Handler guarded = context -> {
                guard.check(context);
                row.endpoint()
                        .apply(new ControlCall(context, worlds, waits, bodyLimit))
                        .send(context, waits);
            };
            routes.addHttpHandler(row.method(), row.path(), guarded);
            if (!row.path().startsWith(OF_A_WORLD)) {
                routes.addHttpHandler(row.method(), OF_A_WORLD + row.path(), guarded);
            }
        }
        routes.exception(Problem.class, (problem, context) -> problem.send(context));
        routes.exception(
                IdsUsedUpException.class,
                (atTheEnd, context) ->
                        new Problem(HttpStatus.CONFLICT, String.valueOf(atTheEnd.getMessage())).send(context));
    }

    /** Returns what browsers get, which has the same guard. */
    public BrowserPages pages() {
        return new BrowserPages(worlds, guard);
    }

    /** Tells whether a path belongs to the control plane, whatever stands there. */
    public boolean owns(String path) {
        String inWorld = pathInWorld(path);
        return inWorld.isEmpty() || inWorld.equals("/sandbox") || inWorld.startsWith("/sandbox/");
    }

    /** Answers a request to a path of the control plane that no row fits. */
    public void unmatched(Context context) {
        try {
            guard.check(context);
            throw unmatched(context.req().getMethod(), context.path());
        } catch (Problem problem) {
            problem.send(context); // here, since Javalin may be past the place where it maps exceptions
        }
    }

    /** Answers a request that met a fault of the sandbox itself. */
    public void fault(Exception e, Context context) {
        new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "the sandbox itself failed, please report this: " + e)
                .send(context);
    }

    private Problem unmatched(String method, String requestPath) {
        String inWorld = pathInWorld(requestPath);
        String path = inWorld.isEmpty() ? OF_A_WORLD : inWorld;
        String methods = table.stream()
                .filter(row -> row.fits(path))
                .map(row -> row.method().name())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!methods.isEmpty()) {
            return Problem.methodNotAllowed(
                    "method " + method + " is not for " + path + "; it takes " + methods, methods);
        }
        return Problem.notFound("there is no control route " + path + "; there are "
                + table.stream()
                        .map(row -> row.method().name() + " " + row.path())
                        .collect(Collectors.joining(", ")));
    }

    /** The path behind a world's own; empty for the world's own path. */
    static String pathInWorld(String path) {
        if (!path.startsWith(WORLDS)) {
            return path;
        }
        int slash = path.indexOf('/', WORLDS.length());
        return slash < 0 || slash == path.length() - 1 ? "" : path.substring(slash);
    }
}
