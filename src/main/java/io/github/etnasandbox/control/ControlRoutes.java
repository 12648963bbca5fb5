package io.github.etnasandbox.control;

import io.github.etnasandbox.control.ControlTable.Row;
import io.github.etnasandbox.json.PercentEncoding;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.repro.ControlRequest;
import io.github.etnasandbox.state.IdsUsedUpException;
import io.github.etnasandbox.store.StoreException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The control plane: who may use it, and which route of {@link ControlTable} a request is for. */
public final class ControlRoutes {
    static final String WORLDS = "/worlds/";

    private final Worlds worlds;
    private final Waits waits = new Waits();
    private final Guard guard;
    private final int bodyLimit;

    /**
     * @param controlKey what every control request must send in {@code Sandbox-Control-Key}; null for nothing
     * @param hosts names that are ours, besides those that no foreign page can use
     * @param bodyLimit the largest body that is read, in bytes
     */
    public ControlRoutes(Worlds worlds, @Nullable String controlKey, Set<String> hosts, int bodyLimit) {
        this.worlds = worlds;
        this.bodyLimit = bodyLimit;
        this.guard = new Guard(controlKey, hosts);
    }

    /** Returns the page for browsers, which has the same guard. */
    public Console console() {
        return new Console(worlds, guard);
    }

    /** Tells whether a path belongs to the control plane, whatever stands there. */
    public boolean owns(String path) {
        String inWorld = pathInWorld(path);
        return inWorld.isEmpty() || inWorld.equals("/sandbox") || inWorld.startsWith("/sandbox/");
    }

    /** Answers a request that is {@link #owns owned}. */
    public void handle(Context context, String path) {
        guard.check(context);
        String method = context.req().getMethod();
        String inWorld = pathInWorld(path);
        String asked = inWorld.isEmpty() ? ControlTable.OF_A_WORLD : inWorld;
        for (Row row : ControlTable.ROWS) {
            Map<String, String> parameters = row.method().equals(method) ? row.fit(asked) : null;
            if (parameters != null) {
                ControlMessage message = ControlMessage.of(context);
                answer(row, context, new ControlCall(message, worldIn(path), parameters, worlds, waits, bodyLimit));
                return;
            }
        }
        throw unmatched(method, asked);
    }

    private void answer(Row row, Context context, ControlCall call) {
        try {
            row.endpoint().apply(call).send(context, waits);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone); // nobody reads the answer
        }
    }

    /**
     * Does what a control request of a world says, as if it had been sent.
     *
     * @return why it was refused; empty when it was done
     */
    public static Optional<String> perform(LiveWorld world, ControlRequest request) {
        byte[] body =
                request.body() == null ? new byte[0] : request.body().json().getBytes(StandardCharsets.UTF_8);
        for (Row row : ControlTable.ROWS) {
            Map<String, String> parameters = row.method().equals(request.method()) ? row.fit(request.path()) : null;
            if (parameters != null) {
                ControlCall call = new ControlCall(
                        ControlMessage.of(body), world.id(), parameters, world.among(), new Waits(), body.length);
                try {
                    Objects.requireNonNull(row.endpoint().apply(call)); // nobody reads the answer
                    return Optional.empty();
                } catch (Problem | IdsUsedUpException refused) {
                    return Optional.of(String.valueOf(refused.getMessage()));
                }
            }
        }
        return Optional.ofNullable(unmatched(request.method(), request.path()).getMessage());
    }

    /** Has refusals answered as problems. */
    public void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> problem.send(context));
        routes.exception(
                IdsUsedUpException.class,
                (atTheEnd, context) ->
                        new Problem(HttpStatus.CONFLICT, String.valueOf(atTheEnd.getMessage())).send(context));
    }

    /** Answers a request that met a fault of the sandbox itself. */
    public void fault(Exception e, Context context) {
        Problem problem = e instanceof StoreException
                ? new Problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()))
                : new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "the sandbox itself failed, please report this: " + e);
        problem.send(context);
    }

    private static Problem unmatched(String method, String path) {
        String methods = ControlTable.ROWS.stream()
                .filter(row -> row.fit(path) != null)
                .map(Row::method)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!methods.isEmpty()) {
            return Problem.methodNotAllowed(
                    "method " + method + " is not for " + path + "; it takes " + methods, methods);
        }
        return Problem.notFound("there is no control route " + path + "; there are "
                + ControlTable.ROWS.stream()
                        .map(row -> row.method() + " " + row.path())
                        .collect(Collectors.joining(", ")));
    }

    /** The id of the world that a path names; null when it names none. */
    static @Nullable String worldIn(String path) {
        return path.startsWith(WORLDS) ? PercentEncoding.decoded(path.split("/", 4)[2], false) : null;
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
