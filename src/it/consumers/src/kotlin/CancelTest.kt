import io.github.etnasandbox.junit.SandboxTest
import io.github.etnasandbox.order.OrderStatus
import io.github.etnasandbox.world.World
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@SandboxTest
class CancelTest {
    @Test
    fun `an order is canceled`(world: World) {
        val request = HttpRequest.newBuilder(URI.create(world.apiUrl() + "/v1.0/accounts/6303/orders/73552"))
            .DELETE()
            .header("Et-App-Key", "demo-app-key")
            .header("Authorization", "Bearer admin-token")
            .build()
        val response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString())
        assertEquals(204, response.statusCode())
        assertEquals(OrderStatus.CANCELED, world.order(73552).status())
    }
}
