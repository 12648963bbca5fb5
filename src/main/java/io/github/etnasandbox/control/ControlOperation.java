package io.github.etnasandbox.control;

import io.github.etnasandbox.contract.OpenApi;
import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.json.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What documents say of a control route besides method and path.
 *
 * @param id the name of the operation
 * @param summary what it does
 * @param query the names of its query parameters
 * @param body what its body may be, null for no body
 * @param bodyRequired whether there must be one
 * @param mediaType the media type of what it answers when it succeeds
 * @param answers what that is, by status; null where it has no body
 */
record ControlOperation(
        String id,
        String summary,
        List<String> query,
        @Nullable Described body,
        boolean bodyRequired,
        String mediaType,
        Map<Integer, @Nullable Described> answers) {

    /** What a body may be, in the schemas of a document. */
    @FunctionalInterface
    interface Described extends Function<Schemas, Map<String, Object>> {}

    /** An operation that takes nothing, and does not answer yet. */
    static ControlOperation named(String id, String summary) {
        return new ControlOperation(id, summary, List.of(), null, false, OpenApi.JSON, Map.of());
    }

    ControlOperation asking(List<String> newQuery) {
        return new ControlOperation(id, summary, newQuery, body, bodyRequired, mediaType, answers);
    }

    ControlOperation taking(Described newBody) {
        return new ControlOperation(id, summary, query, newBody, true, mediaType, answers);
    }

    ControlOperation taking(Shape<?> shape) {
        return taking(shape::schema);
    }

    ControlOperation taking(Kind<?> kind) {
        return taking(kind::schema);
    }

    /** The same without which it can do. */
    ControlOperation takingPerhaps(Described newBody) {
        return new ControlOperation(id, summary, query, newBody, false, mediaType, answers);
    }

    ControlOperation answering(int status, @Nullable Described answer) {
        Map<Integer, @Nullable Described> more = new LinkedHashMap<>(answers);
        more.put(status, answer);
        return new ControlOperation(id, summary, query, body, bodyRequired, mediaType, more);
    }

    /** It answers in another form than JSON. */
    ControlOperation answering(String newMediaType, Described answer) {
        return new ControlOperation(id, summary, query, body, bodyRequired, newMediaType, answers)
                .answering(200, answer);
    }

    /** It answers with a record, or with a list of them. */
    ControlOperation answering(int status, Class<?> type) {
        return answering(status, schemas -> JsonRecords.schema(type, schemas));
    }

    ControlOperation answeringList(Class<?> type) {
        return answering(200, schemas -> Schemas.of("type", "array", "items", JsonRecords.schema(type, schemas)));
    }

    ControlOperation answering(int status, Shape<?> shape) {
        return answering(status, shape::schema);
    }

    /** It answers without a body. */
    ControlOperation answeringNothing() {
        return answering(204, (Described) null);
    }

    /** The operation in a document. */
    Map<String, Object> in(OpenApi document, ControlTable.Row row) {
        List<Object> parameters = new ArrayList<>();
        for (String segment : row.segments()) {
            if (segment.startsWith("{")) {
                String name = segment.substring(1, segment.length() - 1);
                parameters.add(OpenApi.parameter("path", name, true, Schemas.of("type", "string"), "The " + name));
            }
        }
        for (String name : query) {
            parameters.add(OpenApi.parameter(
                    "query", name, false, Schemas.of("type", "string"), QueryReader.description(name)));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        answers.forEach((status, answer) -> responses.put(
                Integer.toString(status),
                Schemas.of(
                        "description",
                        answer == null ? "It is done" : "What it answers",
                        "content",
                        answer == null ? null : OpenApi.content(mediaType, answer.apply(document.schemas())))));
        responses.put(
                "default",
                Schemas.of(
                        "description",
                        "What was wrong; nothing was changed",
                        "content",
                        OpenApi.content(Problem.MEDIA_TYPE, Problem.schema(document.schemas()))));
        return Schemas.of(
                "operationId",
                id,
                "tags",
                List.of(ControlContract.TAG),
                "summary",
                summary,
                "parameters",
                parameters.isEmpty() ? null : parameters,
                "requestBody",
                body == null
                        ? null
                        : Schemas.of(
                                "required",
                                bodyRequired,
                                "content",
                                OpenApi.content(OpenApi.JSON, body.apply(document.schemas()))),
                "responses",
                responses,
                "security",
                List.of(Schemas.of(), Schemas.of(ControlContract.KEY, List.of())));
    }
}
