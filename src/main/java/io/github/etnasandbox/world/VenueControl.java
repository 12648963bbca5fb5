package io.github.etnasandbox.world;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a tester has the venue of a {@link World} do. Nothing happens at the venue unless it is told here, by a script that
 * was left with it, or by its settings.
 *
 * <p>Each method that names an order throws {@link NoSuchElementException} when the world has no such order, and
 * {@link IllegalStateException} with the reason when the venue cannot do that to the order as it is; nothing has changed
 * then. Each change leaves a state record ({@link Order#records()}). Safe for use by many threads.
 */
public interface VenueControl {

    /**
     * Has the venue take a pending order, or give one back from review.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    Order acknowledge(int orderId);

    /**
     * Fills all of an order that is open, at its own price, or else the quote's.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    Order fill(int orderId);

    /**
     * Fills a part of an order, at its own price, or else the quote's.
     *
     * @param orderId the order's id
     * @param quantity shares or contracts, more than 0 and at most what is open
     * @return the order as it is then
     */
    Order fill(int orderId, double quantity);

    /**
     * Fills a part of an order at a price.
     *
     * @param orderId the order's id
     * @param quantity shares or contracts, more than 0 and at most what is open
     * @param price in the security's currency, 0 or more
     * @return the order as it is then
     */
    Order fill(int orderId, double quantity, double price);

    /**
     * Fills all of an order that is open at a price.
     *
     * @param orderId the order's id
     * @param price in the security's currency, 0 or more
     * @return the order as it is then
     */
    Order fillAt(int orderId, double price);

    /**
     * Has the venue refuse an order of which nothing is executed.
     *
     * @param orderId the order's id
     * @param reason what its {@code Description} says then
     * @return the order as it is then
     */
    Order reject(int orderId, String reason);

    /**
     * Ends an order as if its time in force were over.
     *
     * @param orderId the order's id
     * @return the order as it is then, {@code DoneForDay} when it was a day order and {@code Expired} otherwise
     */
    Order expire(int orderId);

    /**
     * Puts an order aside for an administrator's review.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    Order suspend(int orderId);

    /**
     * Cancels an order whose cancel is pending.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    Order acknowledgeCancel(int orderId);

    /**
     * Refuses to cancel an order whose cancel is pending.
     *
     * @param orderId the order's id
     * @return the order as it is then
     */
    Order rejectCancel(int orderId);

    /**
     * Says what the venue does with a cancel of an order, from now on.
     *
     * @param orderId the order's id
     * @param outcome what it does
     * @return the order
     */
    Order cancelOutcome(int orderId, CancelOutcome outcome);

    /**
     * Says what the venue does with this world's next cancel of an order that has no outcome of its own; once.
     *
     * @param outcome what it does
     */
    void nextCancel(CancelOutcome outcome);

    /**
     * Sets the quote of a security. Its positions are worth something else then; and its orders react where the settings of the
     * venue have them fill at quotes: stops are triggered, market orders and limit orders that the quote meets are filled.
     *
     * @param symbol the security's symbol, in whatever letter case
     * @param quote what it trades at from now on
     * @return the orders that have changed, as they are then, by ascending id, unmodifiable; those of groups that follow included
     * @throws NoSuchElementException when the world has no such security
     */
    List<Order> quote(String symbol, Quote quote);

    /**
     * Sets the quote of a security as {@link #quote(String, Quote)} does: any quantity is bid, asked and traded at one price.
     *
     * @param symbol the security's symbol, in whatever letter case
     * @param price above 0, in the security's currency
     * @return the orders that have changed
     * @throws NoSuchElementException when the world has no such security
     */
    default List<Order> quote(String symbol, double price) {
        return quote(symbol, Quote.of(price));
    }

    /**
     * Changes how the venue answers where no order says otherwise.
     *
     * @param settings how it answers from now on, until a reset
     */
    void configureVenue(VenueSettings settings);
}
