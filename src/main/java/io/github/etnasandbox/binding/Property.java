package io.github.etnasandbox.binding;

import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.ExtendedHours;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.TrailingAmountType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties of an order that a body may have, each with what it may hold. */
enum Property implements Word {
    ID("Id", Scalars.INT32),
    SYMBOL("Symbol", Scalars.TEXT),
    CLIENT_ID("ClientId", Scalars.TEXT),
    EXPIRE_DATE("ExpireDate", Scalars.DATE),
    TYPE("Type", new WordKind(OrderType.values(), Map.of())),
    SIDE("Side", new WordKind(Side.values(), Map.of())),
    EXEC_INST("ExecInst", new ExecInstKind()),
    TIME_IN_FORCE("TimeInForce", new WordKind(TimeInForce.values(), Map.of("GTC", TimeInForce.GOOD_TILL_CANCEL))),
    QUANTITY("Quantity", Scalars.DECIMAL),
    PRICE("Price", Scalars.DECIMAL),
    STOP_PRICE("StopPrice", Scalars.DECIMAL),
    EXCHANGE("Exchange", Scalars.TEXT),
    TRAILING_STOP_AMOUNT_TYPE("TrailingStopAmountType", trailingAmountType()),
    TRAILING_STOP_AMOUNT("TrailingStopAmount", Scalars.DECIMAL),
    TRAILING_LIMIT_AMOUNT_TYPE("TrailingLimitAmountType", trailingAmountType()),
    TRAILING_LIMIT_AMOUNT("TrailingLimitAmount", Scalars.DECIMAL),
    EXTENDED_HOURS("ExtendedHours", new WordKind(ExtendedHours.values(), Map.of())),
    EXECUTION_INSTRUCTIONS("ExecutionInstructions", new InstructionsKind()),
    TOKEN("Token", Scalars.TEXT),
    VALIDATIONS_TO_BYPASS("ValidationsToBypass", Scalars.INT32),
    COMMENT("Comment", Scalars.TEXT),
    PARENT_ID("ParentId", Scalars.INT32),
    LEGS("Legs", new LegsKind());

    static final List<String> NAMES = Collections.unmodifiableList(
            Arrays.stream(values()).map(Property::word).collect(Collectors.toList()));
    private static final Map<String, Property> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(property -> property.word().toLowerCase(Locale.ROOT), Function.identity()));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // kinds are immutable
    private final Kind kind;

    Property(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** Looks up a property by its name in any letter case, as the framework does; null when there is none. */
    static @Nullable Property named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    private static Kind trailingAmountType() {
        return new WordKind(TrailingAmountType.values(), Map.of("Percentage", TrailingAmountType.PERSENTAGE));
    }
}
