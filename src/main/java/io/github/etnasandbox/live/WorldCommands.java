package io.github.etnasandbox.live;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.state.VenueSettingsChange;
import io.github.etnasandbox.venue.CancelScript;
import io.github.etnasandbox.venue.OrderResult;
import io.github.etnasandbox.venue.QuoteChange;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What a tester has the venue of a world do, and done to tokens, each by one command. */
interface WorldCommands extends World {

    /** Applies a command to what the world is now; it may be computed more than once when another one comes first. */
    <R> R apply(Command<R> command);

    @Override
    default Order acknowledge(int orderId) {
        return tell(orderId, VenueEvent.ACKNOWLEDGE);
    }

    @Override
    default Order fill(int orderId) {
        return fill(orderId, null, null);
    }

    @Override
    default Order fill(int orderId, double quantity) {
        return fill(orderId, quantity, null);
    }

    @Override
    default Order fill(int orderId, double quantity, double price) {
        return fill(orderId, Double.valueOf(quantity), Double.valueOf(price));
    }

    @Override
    default Order fillAt(int orderId, double price) {
        return fill(orderId, null, price);
    }

    private Order fill(int orderId, @Nullable Double quantity, @Nullable Double price) {
        return tell(new VenueInstruction(new OrderId(orderId), VenueEvent.FILL, quantity, price, null));
    }

    @Override
    default Order reject(int orderId, String reason) {
        return tell(new VenueInstruction(new OrderId(orderId), VenueEvent.REJECT, null, null, reason));
    }

    @Override
    default Order expire(int orderId) {
        return tell(orderId, VenueEvent.EXPIRE);
    }

    @Override
    default Order suspend(int orderId) {
        return tell(orderId, VenueEvent.SUSPEND);
    }

    @Override
    default Order acknowledgeCancel(int orderId) {
        return tell(orderId, VenueEvent.ACKNOWLEDGE_CANCEL);
    }

    @Override
    default Order rejectCancel(int orderId) {
        return tell(orderId, VenueEvent.REJECT_CANCEL);
    }

    @Override
    default Order cancelOutcome(int orderId, CancelOutcome outcome) {
        return tell(new CancelScript(new OrderId(orderId), outcome));
    }

    @Override
    default List<Order> quote(String symbol, Quote quote) {
        return apply(new QuoteChange(symbol, quote))
                .orElseThrow(() -> new NoSuchElementException("world '" + id() + "' has no security " + symbol))
                .changes()
                .stream()
                .map(QuoteChange.Change::after)
                .toList();
    }

    @Override
    default void nextCancel(CancelOutcome outcome) {
        apply(new CancelScript.Next(outcome));
    }

    @Override
    default void configureVenue(VenueSettings settings) {
        apply(new VenueSettingsChange(settings));
    }

    private Order tell(int orderId, VenueEvent event) {
        return tell(VenueInstruction.of(new OrderId(orderId), event));
    }

    private Order tell(Command<OrderResult> command) {
        OrderResult result = apply(command);
        if (result instanceof OrderResult.Done done) {
            return done.order();
        }
        if (result instanceof OrderResult.Refused refused) {
            throw new IllegalStateException(refused.reason());
        }
        throw new NoSuchElementException("there is no order " + ((OrderResult.Unknown) result).id());
    }

    @Override
    default void expireToken(String token) {
        end(token, TokenCommand.End.How.EXPIRE);
    }

    @Override
    default void revokeToken(String token) {
        end(token, TokenCommand.End.How.REVOKE);
    }

    private void end(String token, TokenCommand.End.How how) {
        if (apply(new TokenCommand.End(token, how)).isEmpty()) {
            throw new NoSuchElementException("this world does not know that token");
        }
    }
}
