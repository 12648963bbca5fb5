package io.github.etnasandbox.bench;

import io.javalin.Javalin;
import io.javalin.http.Context;

/** Javalin as it comes, with a handler for cancels that knows no orders; and fixed bytes for other loads. */
final class BareJavalin extends Subject {
    private Javalin javalin;

    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        new BareJavalin().play(arguments[0], now);
    }

    @Override
    void start(boolean forLoad) {
        javalin = Javalin.create(config -> {
            config.routes.delete(
                    "/api/v1.0/accounts/{accountId}/orders/{orderId}", context -> context.status(status(context, 204)));
            if (forLoad) {
                String order = GeneratedOrders.json(0, true);
                String page = GeneratedOrders.page();
                config.routes.post(Request.ORDERS, context -> json(context, order));
                config.routes.get(Request.ORDERS, context -> json(context, page));
            }
        });
        javalin.start("127.0.0.1", 0);
    }

    private static int status(Context context, int ifAdmitted) {
        return !Request.APP_KEY.equals(context.header("Et-App-Key"))
                ? 403
                : Request.AUTHORIZATION.equals(context.header("Authorization")) ? ifAdmitted : 401;
    }

    private static void json(Context context, String body) {
        context.status(status(context, 200)).contentType("application/json").result(body);
    }

    @Override
    int port() {
        return javalin.port();
    }

    @Override
    void stop() {
        javalin.stop();
    }
}
