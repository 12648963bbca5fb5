import client.ApiClient;
import client.ApiException;
import client.OrdersApi;
import client.TokensApi;
import client.UsersApi;
import client.model.ExecInst;
import client.model.ModifyParams;
import client.model.Order;
import client.model.OrderDetails;
import client.model.OrderStatus;
import client.model.OrderType;
import client.model.OrdersPage;
import client.model.PlaceParams;
import client.model.PreviewResult;
import client.model.Side;
import client.model.TokenAnswer;
import client.model.UserAccount;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
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

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        // Enums are checked anyway, unknown members only when told.
        client.setObjectMapper(client.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        live(client, arguments[1].equals("documented"));
    }

    private static void live(ApiClient client, boolean documented) throws ApiException {
        TokensApi tokens = new TokensApi(client);
        UsersApi users = new UsersApi(client);
        OrdersApi orders = new OrdersApi(client);

        TokenAnswer login = tokens.requestToken(APP_KEY, "admin", "admin-password");
        mustBe(TokenAnswer.StateEnum.SUCCEEDED, login.getState(), "state of the login");
        String token = "Bearer " + login.getToken();

        List<UserAccount> accounts = users.listAccounts(APP_KEY, token, "@me");
        must(accounts.stream().anyMatch(account -> account.getId() == ACCOUNT), "the account is not listed");

        // No published enum has the number 0, which stands for no instruction in the dialect "documented".
        ExecInst execInst = documented ? ExecInst.ALL_OR_NONE : null;
        PlaceParams params = new PlaceParams()
                .symbol("TSLA")
                .side(Side.BUY)
                .type(OrderType.LIMIT)
                .quantity(10.0)
                .price(100.0)
                .execInst(execInst);
        PreviewResult preview = orders.previewOrder(APP_KEY, token, ACCOUNT, params);
        must(preview.getIsSuccessful(), "the preview is not successful: " + preview.getErrorDescription());
        mustBe(1000.0, preview.getCost(), "cost of the preview");

        Order placed = orders.placeOrder(APP_KEY, token, ACCOUNT, params);
        int id = placed.getId();
        mustBe(OrderStatus.PENDING_NEW, placed.getStatus(), "status in the answer to the placement");
        mustBe(documented ? ExecInst.ALL_OR_NONE : ExecInst.NONE, placed.getExecInst(), "execution instruction");

        // Other orders have no instruction. None of them is of this security.
        String filter = documented ? "SecurityId = " + placed.getSecurityId() : null;
        OrdersPage page = orders.listOrders(APP_KEY, token, ACCOUNT, 0, 100, filter);
        must(page.getResult().stream().anyMatch(order -> order.getId() == id), "the order is not listed");
        mustBe(page.getTotalCount(), page.getResult().size(), "number of listed orders");
        if (documented) {
            mustRefuseTheNumber0(orders, token);
        }

        Order order = orders.getOrder(APP_KEY, token, ACCOUNT, id);
        mustBe(id, order.getId(), "id of the order");
        mustBe(OrderStatus.NEW, order.getStatus(), "status after the placement");

        ModifyParams changes =
                new ModifyParams().id(id).quantity(20.0).price(101.0).executionInstructions(Map.of());
        Order replaced = orders.replaceOrder(APP_KEY, token, ACCOUNT, id, changes);
        mustBe(id, replaced.getId(), "id in the answer to the replacement");
        mustBe(OrderStatus.NEW, replaced.getStatus(), "status in the answer to the replacement");
        mustBe(20.0, replaced.getQuantity(), "quantity after the replacement");
        mustBe(101.0, replaced.getPrice(), "price after the replacement");

        orders.cancelOrder(APP_KEY, token, ACCOUNT, id);
        Order canceled = orders.getOrder(APP_KEY, token, ACCOUNT, id);
        mustBe(id, canceled.getId(), "id after the cancel");
        mustBe(OrderStatus.CANCELED, canceled.getStatus(), "status after the cancel");

        List<OrderDetails> states = orders.getOrderDetails(APP_KEY, token, ACCOUNT, id);
        must(states.stream().allMatch(state -> state.getId() == id), "the details are of another order");
        mustBe(OrderStatus.CANCELED, states.get(states.size() - 1).getStatus(), "status in the last of the details");

        tokens.logout(APP_KEY, token);
        try {
            orders.getOrder(APP_KEY, token, ACCOUNT, id);
            throw new IllegalStateException("the token is good after the logout");
        } catch (ApiException refused) {
            mustBe(401, refused.getCode(), "HTTP status after the logout");
        }
    }

    /** Order 75225 has no execution instruction. */
    private static void mustRefuseTheNumber0(OrdersApi orders, String token) {
        try {
            orders.getOrder(APP_KEY, token, ACCOUNT, 75225);
        } catch (ApiException refused) {
            must(refused.getCause() instanceof ValueInstantiationException, "the client failed at " + refused);
            return;
        }
        throw new IllegalStateException("the client takes the number 0 for an execution instruction");
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
