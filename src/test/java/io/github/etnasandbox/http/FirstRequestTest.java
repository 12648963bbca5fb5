package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.control.ControlRoutes;
import io.github.etnasandbox.delivery.Sender;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.world.WorldSettings;
import io.javalin.http.servlet.JavalinServlet;
import java.lang.reflect.Field;
import java.util.Set;
import kotlin.Lazy;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/**
 * Several first requests at once fail so rarely that no load shows it. So this looks inside: once Javalin has no such field,
 * or makes it safely, the first request of our own can go.
 */
class FirstRequestTest {
    @Test
    void the_servlet_of_javalin_is_whole_before_the_first_request_from_outside() throws Exception {
        try (HttpServer server = HttpServer.bind("127.0.0.1", 0, false)) {
            Worlds worlds = new Worlds(
                    "http://127.0.0.1:" + server.port(),
                    WorldSettings.DEFAULTS,
                    Fixtures.named("docs")::load,
                    null,
                    null,
                    () -> new Sender(false),
                    null);
            server.start(worlds, new ControlRoutes(worlds, null, Set.of(), 1024), 1024, null);

            ServletContextHandler context =
                    ((Server) field(HttpServer.class, "server", server)).getDescendant(ServletContextHandler.class);
            Object servlet = context.getServletHandler().getServlets()[0].getServletInstance();
            Lazy<?> half = (Lazy<?>) field(
                    JavalinServlet.class,
                    "servletContextConfig$delegate",
                    field(servlet.getClass(), "javalin", servlet));
            assertThat(half.isInitialized()).isTrue();
        }
    }

    private static Object field(Class<?> type, String name, Object owner) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
