package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.fixture.FixtureProblem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a control request with a problem document (RFC 9457). What was wrong stands in {@code detail}; problems of
 * fixtures and of other bodies stand one by one in {@code problems}.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNPROCESSABLE = "Unprocessable Content";

    private final int status;
    private final String title;
    private final String detail;
    private final @Nullable String allow;
    private final transient List<FixtureProblem> problems;

    private Problem(int status, String title, String detail, @Nullable String allow, List<FixtureProblem> problems) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.allow = allow;
        this.problems = problems;
    }

    static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, null, List.of());
    }

    static Problem methodNotAllowed(String detail, String allow) {
        return new Problem(405, "Method Not Allowed", detail, allow, List.of());
    }

    static Problem ofFixtures(List<FixtureProblem> problems) {
        String detail = problems.size() == 1
                ? "the fixtures have a problem; nothing was changed"
                : "the fixtures have " + problems.size() + " problems; nothing was changed";
        return new Problem(422, UNPROCESSABLE, detail, null, problems);
    }

    static Problem ofBody(List<FixtureProblem> problems) {
        String detail = problems.size() == 1
                ? problems.get(0).toString()
                : "the body has " + problems.size() + " problems; nothing was changed";
        return new Problem(422, UNPROCESSABLE, detail, null, problems);
    }

    /** What was sent is readable, but cannot be. */
    static Problem unprocessable(String detail) {
        return of(422, UNPROCESSABLE, detail);
    }

    static Problem conflict(String detail) {
        return of(409, "Conflict", detail);
    }

    void write(Context context) {
        context.status(status);
        if (allow != null) {
            context.header("Allow", allow);
        }
        Json.write(context, "application/problem+json", json -> {
            json.writeStartObject();
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            if (!problems.isEmpty()) {
                json.writeArrayFieldStart("problems");
                for (FixtureProblem problem : problems) {
                    write(json, problem);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, FixtureProblem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", problem.file());
        json.writeNumberField("line", problem.line());
        json.writeNumberField("column", problem.column());
        json.writeStringField("pointer", problem.pointer());
        json.writeStringField("message", problem.message());
        json.writeEndObject();
    }
}
