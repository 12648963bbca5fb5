package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.bench.subject.Role;
import io.github.etnasandbox.bench.subject.Subject;
import io.javalin.Javalin;
import io.javalin.http.Context;

/** Javalin as it comes, with one handler that gives the three answers to a cancel and knows no orders. */
final class BareJavalin implements Subject {
    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        Role.play(now, new BareJavalin(), arguments);
    }

    @Override
    public Started start() {
        Javalin javalin = Javalin.create(config ->
                        config.routes.delete("/api/v1.0/accounts/{accountId}/orders/{orderId}", BareJavalin::cancel))
                .start("127.0.0.1", 0);
        return new Started() {
            @Override
            public int port() {
                return javalin.port();
            }

            @Override
            public void close() {
                javalin.stop();
            }
        };
    }

    private static void cancel(Context context) {
        if (!CancelRequest.APP_KEY.equals(context.header("Et-App-Key"))) {
            context.status(403).contentType("application/json");
            context.result("{\"error\":\"Application key is not defined or does not exist\"}");
        } else if (!"Bearer ".concat(CancelRequest.TOKEN).equals(context.header("Authorization"))) {
            context.status(401).contentType("application/json");
            context.result("{\"Message\":\"Authorization has been denied for this request.\"}");
        } else {
            context.status(204);
        }
    }
}
