package io.github.etnasandbox.repro;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.json.RawJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to a control route of a world.
 *
 * @param path the path inside the world, such as {@code /sandbox/orders/73552/fill}
 * @param body its body, null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ControlRequest(
        String method, String path, @Nullable RawJson body) {
    public ControlRequest {
        Objects.requireNonNull(method, "there is no method");
        Objects.requireNonNull(path, "there is no path");
    }
}
