package io.github.etnasandbox.order;

import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import java.util.List;

/**
 * The fields that come from whoever executes an order. The sandbox gives them the documentation's own values.
 *
 * <p>Source: the samples of the guide pages on order information and on filtered orders: an order that was routed has two
 * of them, one that was executed has all.
 */
final class VenueFields {
    /** What an order has once the venue took it. */
    static final KeptFields ROUTED = KeptFields.of(
            List.of("ExecutionVenue", JsonText.quote("Etna Emulator"), "ExecBrocker", JsonText.quote("Auto")));

    private VenueFields() {}

    /** What an order has once some of it was executed. */
    static KeptFields executed(String clientId, int execId) {
        return KeptFields.of(List.of(
                        "CounterPartyOrderId",
                        JsonText.quote(clientId),
                        "Exchange",
                        JsonText.quote("Auto"),
                        "ExecId",
                        JsonText.quote(Integer.toString(execId))))
                .with(ROUTED);
    }
}
