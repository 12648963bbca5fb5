package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/** The routes that end tokens before their time. */
final class TokenEndpoints {
    private static final Member<String> TOKEN = Member.required("token", MemberKinds.TEXT);

    private final Function<Context, World> world;

    TokenEndpoints(Function<Context, World> world) {
        this.world = world;
    }

    /** {@code POST /sandbox/tokens/expire} and {@code revoke} with {@code {"token": "admin-token"}}. */
    Handler end(TokenCommand.End.How how) {
        return context -> {
            World of = world.apply(context);
            String value = ControlBody.read(context, TOKEN).get(TOKEN);
            Token ended = of.apply(new TokenCommand.End(value, how))
                    .orElseThrow(() -> Problem.of(404, "Not Found", "this world does not know the token"));
            Json.write(context, json -> write(json, ended));
        };
    }

    /** {@code POST /sandbox/tokens/forget}: all that were issued, as after a restart. */
    void forget(Context context) {
        int forgotten = world.apply(context).forgetTokens();
        Json.write(context, json -> {
            json.writeStartObject();
            json.writeNumberField("forgotten", forgotten);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Token token) throws IOException {
        Instant expires = token.expires();
        json.writeStartObject();
        json.writeNumberField("UserId", token.userId().value());
        if (expires != null) {
            json.writeStringField("expires", JsonDate.spell(expires));
        }
        json.writeBooleanField("revoked", token.revoked());
        json.writeEndObject();
    }
}
