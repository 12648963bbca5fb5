package io.github.etnasandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.FixtureProblem;
import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.Place;
import io.github.etnasandbox.json.Problems;
import io.github.etnasandbox.json.Problems.JsonProblem;
import io.github.etnasandbox.json.Schemas;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a control request with a problem document (RFC 9457). What was wrong stands in {@code detail}; problems of
 * fixtures and of other bodies stand one by one in {@code problems}.
 */
final class Problem extends RuntimeException {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final transient List<FixtureProblem> problems;
    private final @Nullable String allow;

    private Problem(HttpStatus status, String detail, List<FixtureProblem> problems, @Nullable String allow) {
        super(detail, null, false, false);
        this.status = status;
        this.problems = problems;
        this.allow = allow;
    }

    Problem(HttpStatus status, String detail) {
        this(status, detail, List.of(), null);
    }

    static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail);
    }

    /** There is nothing of that name in the world. */
    static Problem notFound(String kind, String name, Collection<String> there, String remedy) {
        return notFound("there is no " + kind + " '" + name + "' in this world; there "
                + (there.isEmpty() ? "is none, " + remedy : "are " + String.join(", ", there)));
    }

    /** @param allow the methods that the path takes */
    static Problem methodNotAllowed(String detail, String allow) {
        return new Problem(HttpStatus.METHOD_NOT_ALLOWED, detail, List.of(), allow);
    }

    static Problem ofFixtures(FixtureException e) {
        List<FixtureProblem> problems = e.problems();
        String detail = problems.size() == 1
                ? "the fixtures have a problem; nothing was changed"
                : "the fixtures have " + problems.size() + " problems; nothing was changed";
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, detail, problems, null);
    }

    /** Of a body with what may stand in a fixture. */
    static Problem ofFixture(List<JsonProblem> problems) {
        String detail = problems.size() == 1
                ? problems.get(0).toString()
                : "the body has " + problems.size() + " problems; nothing was changed";
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                detail,
                problems.stream().map(Problem::listed).toList(),
                null);
    }

    /** Of another body. Whether values go together is of interest once each of them is right. */
    static Problem ofBody(List<JsonProblem> problems) {
        List<JsonProblem> wrong = problems.stream()
                .filter(problem -> !problem.contradiction())
                .limit(Problems.MOST)
                .toList();
        if (!wrong.isEmpty()) {
            return ofFixture(wrong);
        }
        JsonProblem contradiction = problems.get(0);
        String pointer = contradiction.place().pointer();
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, (pointer.isEmpty() ? "" : pointer + ": ") + contradiction.message());
    }

    private static FixtureProblem listed(JsonProblem problem) {
        Place place = problem.place();
        return new FixtureProblem(place.file(), place.line(), place.column(), place.pointer(), problem.message());
    }

    /** Runs an action. A world that refuses what was sent, or cannot do it now, has a problem to tell. */
    static <T> T attempt(Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException wrong) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
        } catch (NoSuchElementException missing) {
            throw notFound(String.valueOf(missing.getMessage()));
        } catch (IllegalStateException notNow) {
            throw new Problem(HttpStatus.CONFLICT, String.valueOf(notNow.getMessage()));
        }
    }

    /** The document, in the order of its members. */
    private record Document(
            String title,
            int status,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FixtureProblem> problems) {}

    /** Describes the document. */
    static Map<String, Object> schema(Schemas schemas) {
        return JsonRecords.schema(Document.class, schemas);
    }

    /** The phrase of RFC 9110, which Javalin shortens for one of them. */
    private String title() {
        return status == HttpStatus.INTERNAL_SERVER_ERROR ? "Internal Server Error" : status.getMessage();
    }

    void send(Context context) {
        context.status(status);
        if (allow != null) {
            context.header("Allow", allow);
        }
        ControlReply.send(
                context, MEDIA_TYPE, new Document(title(), status.getCode(), String.valueOf(getMessage()), problems));
    }
}
