package io.github.etnasandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.token.Token;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The routes that end tokens before their time. */
final class TokenEndpoints {
    static final Shape<Void> BODY = Shape.strict();
    private static final Field<Void, String> TOKEN = BODY.required("token", Kinds.TEXT);

    private TokenEndpoints() {}

    /** {@code POST /sandbox/tokens/expire} and {@code …/revoke} with {@code {"token": "admin-token"}}. */
    static ControlReply end(ControlCall call, TokenCommand.End.How how) {
        LiveWorld of = call.world();
        String value = call.body(BODY).get(TOKEN);
        Token ended = of.apply(new TokenCommand.End(value, how))
                .orElseThrow(() -> Problem.notFound("this world does not know the token"));
        return ControlReply.of(new Ended(ended.userId().value(), ended.expires(), ended.revoked()));
    }

    /** {@code POST /sandbox/tokens/forget}: all that were issued, as after a restart. */
    static ControlReply forget(ControlCall call) {
        return ControlReply.of(new Forgotten(call.world().forgetTokens()));
    }

    record Ended(
            @JsonProperty("UserId") int userId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expires,

            boolean revoked) {}

    record Forgotten(int forgotten) {}
}
