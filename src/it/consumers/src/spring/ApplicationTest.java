import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@SandboxTest
@ExtendWith(OutputCaptureExtension.class)
class ApplicationTest {
    private static final WebApplicationType TYPE = WebApplicationType.valueOf(System.getProperty("application.type"));

    @EnableAutoConfiguration
    static class Application {}

    @Test
    void the_sandbox_prints_nothing_where_nobody_has_set_up_the_log(CapturedOutput output) throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            assertEquals(204, cancel(sandbox.world()));
        }
        assertEquals("", output.getAll());
    }

    @Test
    void the_application_is_what_it_is_without_the_sandbox(World world, CapturedOutput output) throws Exception {
        SpringApplication application = new SpringApplication(Application.class);
        assertEquals(TYPE, application.getWebApplicationType());
        try (ConfigurableApplicationContext context =
                application.run("--server.port=0", "--logging.level.root=debug")) {
            assertEquals(204, cancel(world));
            String port = context.getEnvironment().getProperty("local.server.port");
            assertEquals(TYPE == WebApplicationType.SERVLET, port != null);
            if (port != null) {
                assertEquals(404, status(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))));
            }
        }
        assertFalse(output.getAll().contains("etnasandbox"), output.getAll());
    }

    private static int cancel(World world) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(world.apiUrl() + "/v1.0/accounts/6303/orders/73552"))
                .DELETE()
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token"));
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
