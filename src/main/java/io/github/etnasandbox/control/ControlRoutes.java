package io.github.etnasandbox.control;

import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.Worlds;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The control plane in one table. Every route under {@code /sandbox} is there for each world, behind that world's path.
 */
public final class ControlRoutes {
    private static final String OF_A_WORLD = "/worlds/{world}";

    /** One row: the same handler serves the default world's path and, unless the path names a world itself, all others'. */
    private record Row(HandlerType method, String path, Handler handler) {
        /** Whether a path is this row's, any segment standing for a parameter in braces. */
        boolean fits(String actual) {
            return actual.matches(path.replaceAll("\\{[^/]+}", "[^/]+"));
        }
    }

    private final Worlds worlds;
    private final Guard guard;
    private final List<Row> table;

    /**
     * Makes the control routes of a sandbox.
     *
     * @param controlKey what every control request must send in {@code Sandbox-Control-Key}; null for nothing
     */
    public ControlRoutes(Worlds worlds, @Nullable String controlKey, String boundHost) {
        this.worlds = worlds;
        this.guard = new Guard(controlKey, boundHost);
        HealthEndpoint health = new HealthEndpoint(worlds);
        SeedEndpoints seed = new SeedEndpoints(this::world);
        ClockEndpoints clock = new ClockEndpoints(this::world);
        VenueEndpoints venue = new VenueEndpoints(this::world);
        Waits waits = new Waits();
        GateEndpoints gates = new GateEndpoints(this::world, waits);
        RequestEndpoints requests = new RequestEndpoints(this::world, waits);
        FaultEndpoints faults = new FaultEndpoints(this::world);
        TokenEndpoints tokens = new TokenEndpoints(this::world);
        SnapshotEndpoints snapshots = new SnapshotEndpoints(this::world);
        WorldEndpoints each = new WorldEndpoints(worlds, this::world);
        List<Row> rows = new ArrayList<>(List.of(
                new Row(HandlerType.GET, "/sandbox/health", health::get),
                new Row(HandlerType.HEAD, "/sandbox/health", health::get),
                new Row(HandlerType.POST, "/sandbox/reset", each::reset),
                new Row(HandlerType.GET, "/sandbox/state", seed::state),
                new Row(HandlerType.PUT, "/sandbox/seed", seed::replace),
                new Row(HandlerType.POST, "/sandbox/seed", seed::reload),
                new Row(HandlerType.GET, "/sandbox/clock", clock::get),
                new Row(HandlerType.PUT, "/sandbox/clock", clock::set),
                new Row(HandlerType.POST, "/sandbox/clock/advance", clock::advance),
                new Row(HandlerType.POST, "/sandbox/gates", gates::open),
                new Row(HandlerType.GET, "/sandbox/gates", gates::list),
                new Row(HandlerType.GET, "/sandbox/gates/{gate}", gates::get),
                new Row(HandlerType.POST, "/sandbox/gates/{gate}/release", gates::release),
                new Row(HandlerType.GET, "/sandbox/requests", requests::list),
                new Row(HandlerType.DELETE, "/sandbox/requests", requests::clear),
                new Row(HandlerType.GET, "/sandbox/requests.har", requests::har),
                new Row(HandlerType.GET, "/sandbox/requests/{number}", requests::get),
                new Row(HandlerType.GET, "/sandbox/requests/{number}/explanation", requests::explanation),
                new Row(HandlerType.POST, "/sandbox/faults", faults::add),
                new Row(HandlerType.GET, "/sandbox/faults", faults::list),
                new Row(HandlerType.DELETE, "/sandbox/faults", faults::clear),
                new Row(HandlerType.GET, "/sandbox/faults/{fault}", faults::get),
                new Row(HandlerType.DELETE, "/sandbox/faults/{fault}", faults::remove),
                new Row(HandlerType.POST, "/sandbox/tokens/expire", tokens.end(TokenCommand.End.How.EXPIRE)),
                new Row(HandlerType.POST, "/sandbox/tokens/revoke", tokens.end(TokenCommand.End.How.REVOKE)),
                new Row(HandlerType.POST, "/sandbox/tokens/forget", tokens::forget),
                new Row(HandlerType.GET, "/sandbox/snapshots", snapshots::list),
                new Row(HandlerType.PUT, "/sandbox/snapshots/{snapshot}", snapshots::keep),
                new Row(HandlerType.GET, "/sandbox/snapshots/{snapshot}", snapshots::get),
                new Row(HandlerType.DELETE, "/sandbox/snapshots/{snapshot}", snapshots::forget),
                new Row(HandlerType.POST, "/sandbox/snapshots/{snapshot}/restore", snapshots::restore),
                new Row(HandlerType.POST, "/sandbox/worlds", each::create),
                new Row(HandlerType.GET, "/sandbox/worlds", each::list),
                new Row(HandlerType.DELETE, OF_A_WORLD, each::drop),
                new Row(HandlerType.GET, "/sandbox/venue", venue::settings),
                new Row(HandlerType.PUT, "/sandbox/venue", venue::configure),
                new Row(HandlerType.PUT, "/sandbox/cancel-outcome", venue::nextCancel),
                new Row(HandlerType.PUT, "/sandbox/orders/{order}/cancel-outcome", venue::cancelOutcome)));
        for (VenueEvent event : VenueEvent.values()) {
            rows.add(new Row(HandlerType.POST, "/sandbox/orders/{order}/" + event.word(), venue.event(event)));
        }
        this.table = List.copyOf(rows);
    }

    /** Registers the table with Javalin. */
    public void register(RoutesConfig routes) {
        for (Row row : table) {
            Handler guarded = context -> {
                guard.check(context);
                row.handler().handle(context);
            };
            routes.addHttpHandler(row.method(), row.path(), guarded);
            if (!row.path().startsWith(OF_A_WORLD)) {
                routes.addHttpHandler(row.method(), OF_A_WORLD + row.path(), guarded);
            }
        }
        routes.exception(Problem.class, (problem, context) -> problem.write(context));
    }

    /**
     * Tells whether a path belongs to the control plane, whatever stands there.
     *
     * @return true when the API has nothing to do with it
     */
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
            problem.write(context); // here, since Javalin may be past the place where it maps exceptions
        }
    }

    /** Answers a request that met a fault of the sandbox itself. */
    public void fault(Exception e, Context context) {
        Problem.of(500, "Internal Server Error", "the sandbox itself failed, please report this: " + e)
                .write(context);
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
        return Problem.of(
                404,
                "Not Found",
                "there is no control route " + path + "; there are "
                        + table.stream()
                                .map(row -> row.method().name() + " " + row.path())
                                .collect(Collectors.joining(", ")));
    }

    /** The path behind a world's own; empty for the world's own path. */
    private static String pathInWorld(String path) {
        if (!path.startsWith("/worlds/")) {
            return path;
        }
        int slash = path.indexOf('/', "/worlds/".length());
        return slash < 0 || slash == path.length() - 1 ? "" : path.substring(slash);
    }

    private World world(Context context) {
        String id = context.pathParamMap().get("world");
        if (id == null) {
            return worlds.defaultWorld();
        }
        return worlds.find(id)
                .orElseThrow(() -> Problem.of(
                        404, "Not Found", "there is no world '" + id + "'; GET /sandbox/worlds lists those there are"));
    }
}
