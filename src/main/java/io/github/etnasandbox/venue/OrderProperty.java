package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property of an order that a request may send.
 *
 * <p>Source: definitions of the API reference; guide pages Place Order and Replace Order.
 *
 * @param type the class of the values
 * @param isKept whether orders only show the value, as it was sent
 * @param initial what a new order shows as the value when none was sent: JSON, null for nothing
 */
public record OrderProperty<T>(
        String word,
        Class<? super T> type,
        boolean isKept,
        @Nullable String initial) implements Word {
    private static final List<OrderProperty<?>> EACH = new ArrayList<>();

    /** The order, any int32. */
    public static final OrderProperty<Integer> ID = of("Id", Integer.class);

    public static final OrderProperty<String> SYMBOL = of("Symbol", String.class);
    public static final OrderProperty<String> CLIENT_ID = of("ClientId", String.class);
    public static final OrderProperty<Instant> EXPIRE_DATE = of("ExpireDate", Instant.class);
    public static final OrderProperty<OrderType> TYPE = of("Type", OrderType.class);
    public static final OrderProperty<Side> SIDE = of("Side", Side.class);
    public static final OrderProperty<ExecInsts> EXEC_INST = kept("ExecInst", ExecInsts.class, ExecInsts.NONE.json());
    public static final OrderProperty<TimeInForce> TIME_IN_FORCE = of("TimeInForce", TimeInForce.class);
    public static final OrderProperty<Double> QUANTITY = of("Quantity", Double.class);
    public static final OrderProperty<Double> PRICE = of("Price", Double.class);
    public static final OrderProperty<Double> STOP_PRICE = of("StopPrice", Double.class);
    public static final OrderProperty<String> EXCHANGE = kept("Exchange", String.class, null);
    public static final OrderProperty<AmountType> TRAILING_STOP_AMOUNT_TYPE =
            kept("TrailingStopAmountType", AmountType.class, "\"Absolute\"");
    public static final OrderProperty<Double> TRAILING_STOP_AMOUNT = kept("TrailingStopAmount", Double.class, "0");
    public static final OrderProperty<AmountType> TRAILING_LIMIT_AMOUNT_TYPE =
            kept("TrailingLimitAmountType", AmountType.class, "\"Absolute\"");
    public static final OrderProperty<Double> TRAILING_LIMIT_AMOUNT = kept("TrailingLimitAmount", Double.class, "0");
    public static final OrderProperty<ExtendedHours> EXTENDED_HOURS = kept("ExtendedHours", ExtendedHours.class, null);

    /** Texts by name, in the order they were sent. */
    public static final OrderProperty<Map<String, String>> EXECUTION_INSTRUCTIONS =
            of("ExecutionInstructions", Map.class);

    public static final OrderProperty<String> TOKEN = kept("Token", String.class, null);

    /** A bit set, any int32. */
    public static final OrderProperty<Integer> VALIDATIONS_TO_BYPASS = kept("ValidationsToBypass", Integer.class, "0");

    public static final OrderProperty<String> COMMENT = kept("Comment", String.class, null);

    /** The parent order, any int32. */
    public static final OrderProperty<Integer> PARENT_ID = of("ParentId", Integer.class);

    /** The orders that it consists of. */
    public static final OrderProperty<List<OrderParameters>> LEGS = of("Legs", List.class);

    /** All of them, in the order of the API reference. */
    public static final List<OrderProperty<?>> ALL = Collections.unmodifiableList(EACH);

    private static <T> OrderProperty<T> of(String name, Class<? super T> type) {
        return declared(new OrderProperty<>(name, type, false, null));
    }

    private static <T> OrderProperty<T> kept(String name, Class<? super T> type, @Nullable String initial) {
        return declared(new OrderProperty<>(name, type, true, initial));
    }

    private static <T> OrderProperty<T> declared(OrderProperty<T> property) {
        EACH.add(property);
        return property;
    }

    @Override
    public String toString() {
        return word;
    }

    /** Words of {@link ExecInst} in quotes, parted by a comma, or a whole number, as it was sent and as orders show it. */
    public record ExecInsts(String json) {
        static final ExecInsts NONE = new ExecInsts("0");

        /** Those that an order shows. */
        static ExecInsts of(Order order) {
            String json = order.kept().get(EXEC_INST.word());
            return json == null ? NONE : new ExecInsts(json);
        }

        boolean allOrNone() {
            return json.contains(ExecInst.ALL_OR_NONE.word());
        }
    }

    /** An execution instruction. The last two appear in later editions of the reference. */
    public enum ExecInst implements Word {
        DO_NOT_INCREASE,
        DO_NOT_REDUCE,
        ALL_OR_NONE,
        NONE,
        CASH_AMOUNT_ORDER,
        FULL_LIQUIDATION;

        private final String word = Word.camelCase(name());

        @Override
        public String word() {
            return word;
        }
    }

    /** How the distance of a trailing order is measured. */
    public enum AmountType implements Word {
        ABSOLUTE,
        /** The API's own spelling. */
        PERSENTAGE;

        private final String word = Word.camelCase(name());

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * The sessions of the trading day in which an order may execute: before, in and after the regular one.
     *
     * <p>Source: guide page Place Order; {@code REG} stands in its samples, {@code REGPRE} in AutoShares' pages.
     */
    public enum ExtendedHours implements Word {
        PRE,
        POST,
        ALL,
        REGPOST,
        PREREG,
        PREPOST,
        REG,
        REGPRE;

        @Override
        public String word() {
            return name();
        }
    }
}
