package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.bench.subject.PlaceRequest;
import io.github.etnasandbox.bench.subject.Role;
import io.github.etnasandbox.bench.subject.Subject;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Javalin as it comes, with one handler that knows no orders: for the three answers to a cancel, or for a fixed page. */
final class BareJavalin implements Subject {
    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        Role.play(now, new BareJavalin(), arguments);
    }

    @Override
    public Started start() {
        return start(Javalin.create(config -> {
            config.routes.delete("/api/v1.0/accounts/{accountId}/orders/{orderId}", BareJavalin::cancel);
            config.routes.post(
                    "/api/v1.0/accounts/{accountId}/orders",
                    context -> context.contentType("application/json").result(PlaceRequest.ANSWER));
        }));
    }

    @Override
    public Started startForLists(Path folder) throws IOException {
        String page = Files.readString(folder.resolve("page.json"));
        return start(Javalin.create(config -> config.routes.get(
                "/api/v1.0/accounts/{accountId}/orders",
                context -> context.contentType("application/json").result(page))));
    }

    private static Started start(Javalin javalin) {
        javalin.start("127.0.0.1", 0);
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
