import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest
class OldLibrariesTest {
    private static final String WRONG_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

    @Test
    void the_sandbox_works(World world) throws Exception {
        assertThatTokensWork(world.apiUrl());
    }

    @Test
    void the_sandbox_works_where_the_context_class_loader_has_these_libraries() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(new File(each).toURI().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader own = new URLClassLoader(classPath.toArray(URL[]::new), null)) {
            thread.setContextClassLoader(own);
            try (Sandbox sandbox = Sandbox.start()) {
                assertThatTokensWork(sandbox.world().apiUrl());
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void the_applications_own_libraries_work() throws Exception {
        Key key = Keys.secretKeyFor(SignatureAlgorithm.HS256);
        String token = Jwts.builder().setSubject("own").signWith(key).compact();
        assertEquals(
                "own",
                Jwts.parserBuilder()
                        .setSigningKey(key)
                        .build()
                        .parseClaimsJws(token)
                        .getBody()
                        .getSubject());
        assertEquals("{\"a\":1}", new ObjectMapper().writeValueAsString(Map.of("a", 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "com.fasterxml.jackson.core.JsonFactory, jackson-core-2.15.4.jar",
        "com.fasterxml.jackson.databind.ObjectMapper, jackson-databind-2.15.4.jar",
        "io.jsonwebtoken.Jwts, jjwt-api-0.11.5.jar",
        "javax.servlet.Servlet, javax.servlet-api-3.1.0.jar",
        "kotlin.Unit, kotlin-stdlib-1.3.72.jar",
        "org.eclipse.jetty.server.Server, jetty-server-9.4.57.v20241219.jar",
        "org.pcollections.TreePMap, pcollections-3.2.0.jar",
        "org.slf4j.LoggerFactory, slf4j-api-1.7.36.jar",
    })
    void they_are_the_ones_it_asked_for(String type, String jar) throws Exception {
        URL found = Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
        assertTrue(found.getPath().endsWith("/" + jar), found.getPath());
    }

    private static void assertThatTokensWork(String apiUrl) throws Exception {
        assertEquals(200, status("POST", apiUrl + "/token", "admin-token"));
        assertEquals(401, status("DELETE", apiUrl + "/v1.0/accounts/6303/orders/73552", WRONG_TOKEN));
        assertEquals(204, status("DELETE", apiUrl + "/v1.0/accounts/6303/orders/73552", "admin-token"));
    }

    private static int status(String method, String url, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer " + token)
                .header("Username", "admin")
                .header("Password", "admin-password")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
