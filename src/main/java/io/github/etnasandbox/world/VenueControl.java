package io.github.etnasandbox.world;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.VenueSettings;
import io.github.etnasandbox.venue.CancelScript;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import io.github.etnasandbox.venue.VenueResult;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What a tester has the venue of a {@link World} do. Nothing happens at the venue unless it is told here, by a script that
 * was left with it, or by its settings.
 *
 * <p>Each method that names an order throws {@link NoSuchElementException} when the world has no such order, and
 * {@link IllegalStateException} with the reason when the venue cannot do that to the order as it is; nothing has changed
 * then. Each change leaves a state record ({@link Order#records()}). Safe for use by many threads.
 */
public sealed interface VenueControl permits World {

    /**
     * Applies a command to what this world is now.
     *
     * @param command the command
     * @param <R> kind of its result
     * @return what came of it
     */
    <R> R apply(Command<R> command);

    /**
     * Has the venue take a pending order, or give one back from review.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    default Order acknowledge(int orderId) {
        return tell(VenueInstruction.of(new OrderId(orderId), VenueEvent.ACKNOWLEDGE));
    }

    /**
     * Fills all of an order that is open, at its own price, or else the quote's.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    default Order fill(int orderId) {
        return fill(orderId, null, null);
    }

    /**
     * Fills a part of an order, at its own price, or else the quote's.
     *
     * @param orderId the order's id
     * @param quantity shares or contracts, more than 0 and at most what is open
     * @return the order as it is then
     */
    default Order fill(int orderId, double quantity) {
        return fill(orderId, quantity, null);
    }

    /**
     * Fills a part of an order at a price.
     *
     * @param orderId the order's id
     * @param quantity shares or contracts, more than 0 and at most what is open
     * @param price in the security's currency, 0 or more
     * @return the order as it is then
     */
    default Order fill(int orderId, double quantity, double price) {
        return fill(orderId, Double.valueOf(quantity), Double.valueOf(price));
    }

    /**
     * Fills all of an order that is open at a price.
     *
     * @param orderId the order's id
     * @param price in the security's currency, 0 or more
     * @return the order as it is then
     */
    default Order fillAt(int orderId, double price) {
        return fill(orderId, null, price);
    }

    private Order fill(int orderId, @Nullable Double quantity, @Nullable Double price) {
        return tell(new VenueInstruction(new OrderId(orderId), VenueEvent.FILL, quantity, price, null));
    }

    /**
     * Has the venue refuse an order of which nothing is executed.
     *
     * @param orderId the order's id
     * @param reason what its {@code Description} says then
     * @return the order as it is then
     */
    default Order reject(int orderId, String reason) {
        return tell(new VenueInstruction(new OrderId(orderId), VenueEvent.REJECT, null, null, reason));
    }

    /**
     * Ends an order as if its time in force were over.
     *
     * @param orderId the order's id
     * @return the order as it is then, {@code DoneForDay} when it was a day order and {@code Expired} otherwise
     */
    default Order expire(int orderId) {
        return tell(VenueInstruction.of(new OrderId(orderId), VenueEvent.EXPIRE));
    }

    /**
     * Puts an order aside for an administrator's review.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    default Order suspend(int orderId) {
        return tell(VenueInstruction.of(new OrderId(orderId), VenueEvent.SUSPEND));
    }

    /**
     * Cancels an order whose cancel is pending.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    default Order acknowledgeCancel(int orderId) {
        return tell(VenueInstruction.of(new OrderId(orderId), VenueEvent.ACKNOWLEDGE_CANCEL));
    }

    /**
     * Refuses to cancel an order whose cancel is pending.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    default Order rejectCancel(int orderId) {
        return tell(VenueInstruction.of(new OrderId(orderId), VenueEvent.REJECT_CANCEL));
    }

    /**
     * Says what the venue does with a cancel of an order, from now on.
     *
     * @param orderId the order's id
     * @param outcome what it does
     * @return the order
     */
    default Order cancelOutcome(int orderId, CancelOutcome outcome) {
        return tell(new CancelScript(new OrderId(orderId), outcome));
    }

    /**
     * Says what the venue does with this world's next cancel of an order that has no outcome of its own; once.
     *
     * @param outcome what it does
     */
    default void nextCancel(CancelOutcome outcome) {
        apply(new CancelScript.Next(outcome));
    }

    /**
     * Changes how the venue answers where no order says otherwise.
     *
     * @param settings how it answers from now on, until a reset
     */
    default void configureVenue(VenueSettings settings) {
        apply(new VenueSettings.Change(settings));
    }

    private Order tell(Command<VenueResult> command) {
        VenueResult result = apply(command);
        if (result instanceof VenueResult.Done done) {
            return done.order();
        }
        if (result instanceof VenueResult.Refused refused) {
            throw new IllegalStateException(refused.reason());
        }
        throw new NoSuchElementException("there is no order " + ((VenueResult.Unknown) result).id());
    }
}
