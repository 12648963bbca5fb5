package io.github.etnasandbox.control;

import io.github.etnasandbox.fault.Fault;
import io.github.etnasandbox.fault.Faults;
import io.github.etnasandbox.fault.StandingFault;
import io.github.etnasandbox.fixture.FaultShape;
import io.github.etnasandbox.fixture.FixtureProblem;
import io.github.etnasandbox.json.Cursor;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonProblem;
import io.github.etnasandbox.json.Problems;
import io.github.etnasandbox.json.Utf8Reader;
import io.github.etnasandbox.json.Wording;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The routes that disturb requests of a world, and tell what came of it. */
final class FaultEndpoints {
    private final Function<Context, World> world;

    FaultEndpoints(Function<Context, World> world) {
        this.world = world;
    }

    /** {@code POST /sandbox/faults} with a fault as in fixtures. */
    void add(Context context) {
        World of = world.apply(context);
        StandingFault added;
        try {
            added = of.inject(read(context));
        } catch (IllegalStateException tooMany) {
            throw Problem.conflict(String.valueOf(tooMany.getMessage()));
        }
        context.status(201);
        context.header("Location", of.controlUrl() + "/faults/" + added.id());
        Json.write(context, json -> json.writeRawValue(text(added)));
    }

    /** {@code GET /sandbox/faults}. */
    void list(Context context) {
        Faults faults = world.apply(context).faults();
        Json.write(context, json -> {
            json.writeStartArray();
            for (StandingFault each : faults.all()) {
                json.writeRawValue(text(each));
            }
            json.writeEndArray();
        });
    }

    /** {@code GET /sandbox/faults/{fault}}. */
    void get(Context context) {
        StandingFault fault = fault(context);
        Json.write(context, json -> json.writeRawValue(text(fault)));
    }

    /** {@code DELETE /sandbox/faults/{fault}}. */
    void remove(Context context) {
        fault(context).close();
        Json.none(context);
    }

    /** {@code DELETE /sandbox/faults}: all of them, the seed's included until the next reset. */
    void clear(Context context) {
        world.apply(context).faults().clear();
        Json.none(context);
    }

    private static Fault read(Context context) {
        Problems problems = new Problems(FaultEndpoints::refusal);
        List<Fault> read = new ArrayList<>();
        try (Reader text = new Utf8Reader(RequestBody.read(context))) {
            Cursor.read(
                    "request body",
                    text,
                    Wording.FILE,
                    problems,
                    cursor -> Optional.ofNullable(FaultShape.KIND.read(cursor)).ifPresent(read::add));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        problems.throwIfAny();
        return read.get(0);
    }

    private static Problem refusal(List<JsonProblem> problems) {
        return Problem.ofBody(problems.stream()
                .map(each -> new FixtureProblem(
                        each.place().file(),
                        each.place().line(),
                        each.place().column(),
                        each.place().pointer(),
                        each.message()))
                .toList());
    }

    private StandingFault fault(Context context) {
        Faults faults = world.apply(context).faults();
        String id = context.pathParam("fault");
        return faults.find(id).orElseThrow(() -> {
            String there = faults.all().stream().map(StandingFault::id).collect(Collectors.joining(", "));
            return Problem.of(
                    404,
                    "Not Found",
                    "there is no fault '" + id + "' in this world; there "
                            + (there.isEmpty() ? "is none, POST /sandbox/faults makes one" : "are " + there));
        });
    }

    private static String text(StandingFault fault) {
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text).begin().text("id", fault.id());
        FaultShape.SHAPE.write(fault.fault(), json);
        json.raw("matches", Long.toString(fault.matches()))
                .integer("hits", fault.hits())
                .end();
        return text.toString();
    }
}
