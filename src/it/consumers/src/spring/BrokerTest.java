import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.order.OrderStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class BrokerTest {
    static final Sandbox SANDBOX = Sandbox.start();

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry registry) {
        registry.add("broker.url", () -> SANDBOX.world().apiUrl());
    }

    @BeforeEach
    void reset() {
        SANDBOX.world().reset();
    }

    @RepeatedTest(2)
    void cancels_an_outstanding_order(@Value("${broker.url}") String brokerUrl) throws Exception {
        var cancel = HttpRequest.newBuilder(URI.create(brokerUrl + "/v1.0/accounts/6303/orders/73552"))
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .DELETE()
                .build();
        var answer = HttpClient.newHttpClient().send(cancel, BodyHandlers.discarding());

        assertEquals(204, answer.statusCode());
        assertEquals(OrderStatus.CANCELED, SANDBOX.world().order(73552).status());
    }

    @SpringBootConfiguration // leave it out where the application has its own
    static class Application {}
}
