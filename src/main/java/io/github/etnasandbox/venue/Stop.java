package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.venue.OrderProperty.AmountType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The rules of stop prices. Only the last price reaches one: bid and ask do not. A trailing one follows the last price at its
 * distance, down for an order that buys and up for one that sells, and never back. So the highest or lowest price until now
 * stands in it, and need not be kept.
 *
 * <p>Source: definitions of the API reference, for the fields. That the last price triggers, that amounts of type
 * {@code Persentage} are percent, and how is rounded, is assumed.
 */
record Stop(Order order, double last) {
    /** As many digits as a price that is placed may have behind the point. */
    private static final int SCALE = 4;

    private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(SCALE);

    /** Whether an order waits for its stop price, be it a trailing one. */
    static boolean isWaitedFor(OrderType type) {
        return type == OrderType.STOP || type == OrderType.STOP_LIMIT || isTrailing(type);
    }

    static boolean isTrailing(OrderType type) {
        return type == OrderType.TRAILING_STOP || type == OrderType.TRAILING_STOP_LIMIT;
    }

    /** The terms of the order, its stop price where the last price leaves it. */
    OrderTerms followed() {
        OrderTerms terms = order.terms();
        BigDecimal distance = distance(
                BigDecimal.valueOf(last), OrderProperty.TRAILING_STOP_AMOUNT_TYPE, OrderProperty.TRAILING_STOP_AMOUNT);
        if (!isTrailing(terms.type()) || distance.signum() == 0) {
            return terms;
        }
        boolean buys = terms.side().isBuy();
        BigDecimal next =
                beyond(BigDecimal.valueOf(last), distance, buys, buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
        BigDecimal stop = BigDecimal.valueOf(terms.stopPrice());
        boolean better = stop.signum() <= 0 || (buys ? next.compareTo(stop) < 0 : next.compareTo(stop) > 0);
        return next.signum() <= 0 || !better
                ? terms
                : terms.priced(terms.type(), limit(terms, next), next.doubleValue());
    }

    /** A limit price follows its stop price where it has a distance. */
    private double limit(OrderTerms terms, BigDecimal stop) {
        BigDecimal distance =
                distance(stop, OrderProperty.TRAILING_LIMIT_AMOUNT_TYPE, OrderProperty.TRAILING_LIMIT_AMOUNT);
        return terms.type() != OrderType.TRAILING_STOP_LIMIT || distance.signum() == 0
                ? terms.price()
                : beyond(stop, distance, terms.side().isBuy(), RoundingMode.HALF_EVEN)
                        .max(LEAST)
                        .doubleValue();
    }

    private static BigDecimal beyond(BigDecimal from, BigDecimal distance, boolean above, RoundingMode rounding) {
        return (above ? from.add(distance) : from.subtract(distance)).setScale(SCALE, rounding);
    }

    /** How far a price of the order is from another; 0 when that is not told. */
    private BigDecimal distance(BigDecimal from, OrderProperty<AmountType> type, OrderProperty<Double> amount) {
        double told = number(order.kept().get(amount.word()));
        if (!(told > 0 && told <= Kinds.LARGEST_AMOUNT)) {
            return BigDecimal.ZERO;
        }
        boolean percent =
                JsonText.quote(AmountType.PERSENTAGE.word()).equals(order.kept().get(type.word()));
        BigDecimal exact = BigDecimal.valueOf(told);
        return percent ? from.multiply(exact).movePointLeft(2) : exact;
    }

    private static double number(@Nullable String json) {
        return json == null || !Character.isDigit(json.charAt(0)) ? 0 : Double.parseDouble(json);
    }

    boolean isReached() {
        double stop = order.terms().stopPrice();
        return isWaitedFor(order.terms().type()) && stop > 0 && (order.side().isBuy() ? last >= stop : last <= stop);
    }

    /** The terms once the stop price is reached: those of a market order, or of a limit order. */
    OrderTerms triggered() {
        OrderTerms terms = order.terms();
        boolean limited = terms.type() == OrderType.STOP_LIMIT || terms.type() == OrderType.TRAILING_STOP_LIMIT;
        double price = limit(terms, BigDecimal.valueOf(terms.stopPrice()));
        return terms.priced(
                limited ? OrderType.LIMIT : OrderType.MARKET,
                limited && price == 0 ? terms.stopPrice() : price,
                terms.stopPrice());
    }
}
