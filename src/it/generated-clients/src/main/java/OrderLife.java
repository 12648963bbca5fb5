import client.ApiClient;
import client.ApiException;
import client.OrdersApi;
import client.TokensApi;
import client.UsersApi;
import client.model.ModifyParams;
import client.model.Order;
import client.model.OrderDetails;
import client.model.OrderStatus;
import client.model.OrderType;
import client.model.Orders;
import client.model.PlaceParams;
import client.model.Preview;
import client.model.Side;
import client.model.TokenIssued;
import client.model.UserAccount;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The life of one order, from login to logout, through the generated client.
 *
 * <p>Arguments: the API's URL, the dialect. Whatever is not as it must be is an exception, and so the status 1.
 */
final class OrderLife {
    private static final String APP_KEY = "demo-app-key";
    private static final int ACCOUNT = 6303;

    /** Sent with each request once it is known. */
    private static String token;

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        // Enums are checked anyway, unknown members only when told.
        client.setObjectMapper(client.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        client.setRequestInterceptor(request -> {
            request.header("Et-App-Key", APP_KEY);
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
        });
        live(client, arguments[1].equals("documented"));
    }

    private static void live(ApiClient client, boolean documented) throws ApiException {
        TokensApi tokens = new TokensApi(client);
        UsersApi users = new UsersApi(client);
        OrdersApi orders = new OrdersApi(client);

        TokenIssued login = tokens.requestToken("admin", "admin-password", null);
        mustBe("Succeeded", login.getState(), "state of the login");
        token = login.getToken();

        List<UserAccount> accounts = users.listUserAccounts("@me");
        must(accounts.stream().anyMatch(account -> account.getId() == ACCOUNT), "the account is not listed");

        PlaceParams params = new PlaceParams()
                .symbol("TSLA")
                .side(Side.BUY)
                .type(OrderType.LIMIT)
                .quantity(10.0)
                .price(100.0);
        Preview preview = orders.validateOrderPlacement(ACCOUNT, params, null);
        must(preview.getIsSuccessful(), "the preview is not successful: " + preview.getErrorDescription());
        mustBe(1000.0, preview.getCost(), "cost of the preview");

        Order placed = orders.placeOrder(ACCOUNT, params, null);
        int id = placed.getId();
        mustBe(OrderStatus.PENDING_NEW, placed.getStatus(), "status in the answer to the placement");
        Object noInstruction = documented ? 0 : "None";
        mustBe(noInstruction, placed.getExecInst().getActualInstance(), "execution instruction");

        Orders page = orders.getFilteredOrders(ACCOUNT, 0, 100, null, null, null);
        must(page.getResult().stream().anyMatch(order -> order.getId() == id), "the order is not listed");
        mustBe(page.getTotalCount(), page.getResult().size(), "number of listed orders");

        Order order = orders.getOrderInfo(ACCOUNT, id);
        mustBe(id, order.getId(), "id of the order");
        mustBe(OrderStatus.NEW, order.getStatus(), "status after the placement");

        ModifyParams changes =
                new ModifyParams().id(id).quantity(20.0).price(101.0).executionInstructions(Map.of());
        Order replaced = orders.replaceOrder(ACCOUNT, id, changes);
        mustBe(id, replaced.getId(), "id in the answer to the replacement");
        mustBe(OrderStatus.NEW, replaced.getStatus(), "status in the answer to the replacement");
        mustBe(20.0, replaced.getQuantity(), "quantity after the replacement");
        mustBe(101.0, replaced.getPrice(), "price after the replacement");

        orders.cancelOrder(ACCOUNT, id);
        Order canceled = orders.getOrderInfo(ACCOUNT, id);
        mustBe(id, canceled.getId(), "id after the cancel");
        mustBe(OrderStatus.CANCELED, canceled.getStatus(), "status after the cancel");

        List<OrderDetails> states = orders.getOrderDetails(ACCOUNT, id);
        must(states.stream().allMatch(state -> state.getId() == id), "the details are of another order");
        mustBe(OrderStatus.CANCELED, states.get(states.size() - 1).getStatus(), "status in the last of the details");

        tokens.logout();
        try {
            orders.getOrderInfo(ACCOUNT, id);
            throw new IllegalStateException("the token is good after the logout");
        } catch (ApiException refused) {
            mustBe(401, refused.getCode(), "HTTP status after the logout");
        }
    }

    private static void mustBe(Object expected, Object actual, String what) {
        must(Objects.equals(expected, actual), "the " + what + " must be " + expected + ", and is " + actual);
    }

    private static void must(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalStateException(problem);
        }
    }
}
