package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.json.Cursor;
import io.github.etnasandbox.json.Cursor.Wording;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Problems;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.json.Utf8Reader;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request to a control route: the world it is for, and what was sent.
 *
 * @param message what was sent beside method and path
 * @param worldId the id of the world that the path names; null when it names none
 * @param parameters what stands in the path in the place of names in braces
 */
record ControlCall(
        ControlMessage message,
        @Nullable String worldId,
        Map<String, String> parameters,
        Worlds worlds,
        Waits waits,
        int bodyLimit) {
    private static final String BODY = "request body";
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    /** The world that the path names, or else the default one. */
    LiveWorld world() {
        return world(worlds, worldId);
    }

    /** The world of an id, the default one for null; a problem when it is not there. */
    static LiveWorld world(Worlds worlds, @Nullable String id) {
        if (id == null) {
            return worlds.defaultWorld();
        }
        return worlds.find(id)
                .orElseThrow(() ->
                        Problem.notFound("there is no world '" + id + "'; GET /sandbox/worlds lists those there are"));
    }

    /** What stands in the path in the place of a name in braces. */
    String parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    /** The one of a kind whose id the path has in place of that kind in braces. */
    <T> T named(String kind, List<T> there, Function<T, String> id) {
        String wanted = parameter(kind);
        return there.stream()
                .filter(each -> id.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        kind, wanted, there.stream().map(id).toList(), "POST /sandbox/" + kind + "s makes one"));
    }

    QueryReader query(List<String> allowed) {
        return new QueryReader(message.query(), allowed);
    }

    byte[] body() {
        if (message.length() > bodyLimit) {
            throw tooLarge();
        }
        try (InputStream in = message.content().get()) {
            byte[] body = in.readNBytes(bodyLimit == Integer.MAX_VALUE ? bodyLimit : bodyLimit + 1);
            if (body.length > bodyLimit) {
                throw tooLarge();
            }
            return body;
        } catch (IOException brokenOff) {
            throw new Problem(HttpStatus.BAD_REQUEST, "the body breaks off before its end; nothing was changed");
        }
    }

    private Problem tooLarge() {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "the body is over " + bodyLimit
                        + " bytes; start the sandbox with more of --body-bytes, or on a folder of that size");
    }

    /** Reads the body, an object. */
    <T> Found<T> body(Shape<T> shape) {
        return body(Kinds.object(shape));
    }

    /** Reads the body, an object; without a body it is read as one without members. */
    <T> Found<T> optionalBody(Shape<T> shape) {
        byte[] body = body();
        return read(body.length == 0 ? EMPTY_OBJECT : body, Kinds.object(shape));
    }

    /** Reads the body. */
    <V> V body(Kind<V> kind) {
        return read(body(), kind);
    }

    static <V> V read(byte[] body, Kind<V> kind) {
        return Cursor.read(BODY, new Utf8Reader(body), Wording.BODY, new Problems(Problem::ofBody), kind);
    }

    /** Reads a body with what may stand in a fixture, and refuses it in the words for that. */
    <V> V fixture(Kind<V> kind) {
        return Cursor.read(BODY, new Utf8Reader(body()), Wording.FILE, new Problems(Problem::ofFixture), kind);
    }

    /** Reads a body that is a fixture document. */
    static Seed seed(byte[] body) {
        try {
            return Fixtures.document(BODY, body).load();
        } catch (FixtureException e) {
            throw Problem.ofFixtures(e);
        }
    }
}
