package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** Reads the body of a control request, up to a limit, and makes a seed of it. */
final class RequestBody {
    /** Some hundred thousand orders; larger worlds are read from a folder. */
    static final int LIMIT = 64 * 1024 * 1024;

    private RequestBody() {}

    static byte[] read(Context context) {
        if (context.req().getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        try (InputStream in = context.bodyInputStream()) {
            byte[] body = in.readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw tooLarge();
            }
            return body;
        } catch (IOException brokenOff) {
            throw Problem.of(400, "Bad Request", "the body breaks off before its end; nothing was changed");
        }
    }

    private static Problem tooLarge() {
        return Problem.of(
                413,
                "Content Too Large",
                "the body is over " + LIMIT + " bytes; start the sandbox on a folder of that size instead");
    }

    static Seed seed(byte[] body) {
        try {
            return Fixtures.document("request body", body).load();
        } catch (FixtureException e) {
            throw Problem.ofFixtures(e.problems());
        }
    }
}
