package io.github.etnasandbox.control;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a control request, or an object inside it, that has the members it may have and no others.
 */
final class ControlBody {
    private final Map<Member<?>, Object> values;

    ControlBody(Map<Member<?>, Object> values) {
        this.values = values;
    }

    /**
     * Reads the body of a request.
     *
     * @throws Problem with everything that is wrong with it
     */
    static ControlBody read(Context context, Member<?>... members) {
        return BodyReader.read(RequestBody.read(context), List.of(members));
    }

    /**
     * Reads the body of a request that may as well have none.
     *
     * @throws Problem with everything that is wrong with it
     */
    static ControlBody readOptional(Context context, Member<?>... members) {
        byte[] body = RequestBody.read(context);
        return body.length == 0 ? new ControlBody(Map.of()) : BodyReader.read(body, List.of(members));
    }

    /** The value of a required member. */
    <T> T get(Member<T> member) {
        return find(member).orElseThrow();
    }

    /** The value of a member, empty when it was left out or null. */
    @SuppressWarnings("unchecked") // the reader put there what the member's own kind gave
    <T> Optional<T> find(Member<T> member) {
        return (Optional<T>) Optional.ofNullable(values.get(member));
    }
}
