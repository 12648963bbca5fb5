package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.Placement;
import java.util.Optional;

/**
 * {@code POST /v1.0/accounts/{accountId}/orders}: place an order. The answer is the order as it was registered, pending, even
 * when it is wrong; {@code syncorders} answers with the order after the venue's answer.
 *
 * <p>Source: guide page Place Order. The reference documents {@code userId}: administrators place orders of other users.
 */
final class PlaceOrder {
    private PlaceOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        Transition<Placement.Placed> placed = place(admission, path);
        Order order = placed.result().order();
        String json = OrderJson.registered(order, placed.result().registered(), admission.dialect());
        return placed.map(result -> Answer.ORDER_PLACED.response("order", json));
    }

    static Transition<ApiResponse> answerOnceVenueSpoke(Admission admission, PathParameters path) {
        Transition<Placement.Placed> placed = place(admission, path);
        return placed.map(result -> Venue.spoken(
                placed.state(),
                result.order(),
                OrderStatus.PENDING_NEW,
                spoken -> Answer.ORDER_PLACED.response(
                        "order", OrderJson.object(spoken.order(), spoken.state(), admission.dialect()))));
    }

    private static Transition<Placement.Placed> place(Admission admission, PathParameters path) {
        return placement(admission, path).applyTo(admission.state(), admission.now());
    }

    /** The checks of a placement; a preview makes the same ones. */
    static Placement placement(Admission admission, PathParameters path) {
        User caller = admission.access().user();
        AccountId accountId = path.accountId(admission);
        Optional<UserId> named = userId(admission);
        OrderRequest body = OrderRequest.read(admission, OrderRequest.PLACE);
        admission.tradedAccount(accountId);
        UserId owner = named.orElse(caller.id());
        requireOwner(admission, caller, owner);
        body.requireToPlace(admission);
        return new Placement(accountId, owner, caller.id(), body.parameters());
    }

    private static Optional<UserId> userId(Admission admission) {
        String text = admission.query().first(QueryParameter.USER_ID).orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        UserId id = new UserId(Int32.parse(text)
                .orElseThrow(() -> Answer.INVALID_QUERY
                        .response("parameter", "userId", "value", text, "type", "Int32")
                        .refusal(Criterion.QUERY
                                .failed("query parameter userId is '" + text + "'; an int32 is needed")
                                .withRemedy("leave userId out, or send the id of a user"))));
        admission.pass(Criterion.QUERY, "userId is " + id);
        return Optional.of(id);
    }

    /** Requires that the caller may place the owner's orders: administrators everybody's, others their own. */
    private static void requireOwner(Admission admission, User caller, UserId owner) {
        if (!caller.administrator() && !owner.equals(caller.id())) {
            throw Answer.AUTHORIZATION_DENIED.refusal(Criterion.ACCESS
                    .failed(Admission.named(caller) + " is not an administrator and may not place orders of user "
                            + owner)
                    .withRemedy("leave out query parameter userId, or use the token of an administrator"));
        }
        State state = admission.state();
        if (state.user(owner).isEmpty()) {
            throw admission.serverError(
                    Criterion.USER.failed("there is no user " + owner + ", whom query parameter userId names"));
        }
        admission.pass(Criterion.USER, "user " + owner + " exists, whose order it is to be");
    }
}
