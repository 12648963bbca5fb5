package io.github.etnasandbox.resource;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a position has in JSON, in the order in which the API writes it, then the sandbox's own fields.
 *
 * <p>Source: samples of the guide pages Get User's Positions and Get User's Positions in Security.
 */
public final class PositionKey {
    private static final Kind<BigDecimal> NUMBER = Kinds.decimal();

    public static final Shape<Position> SHAPE = Shape.keeping("Position", Position::kept);

    public static final Field<Position, Integer> ID = SHAPE.required("Id", Kinds.ID, Position::id);
    public static final Field<Position, Integer> ACCOUNT_ID = SHAPE.required(
            "AccountId", Kinds.ID, position -> position.accountId().value());
    public static final Field<Position, Integer> SECURITY_ID =
            SHAPE.required("SecurityId", Kinds.ID, Position::securityId);
    public static final Field<Position, String> SYMBOL =
            SHAPE.optional("Symbol", Kinds.REPEATED_TEXT, Position::symbol);
    public static final Field<Position, String> NAME = SHAPE.kept("Name", Kinds.KEPT_TEXT);
    public static final Field<Position, String> COMPANY_NAME = SHAPE.kept("CompanyName", Kinds.KEPT_TEXT);
    public static final Field<Position, String> SECURITY_CURRENCY = SHAPE.kept("SecurityCurrency", Kinds.KEPT_TEXT);
    public static final Field<Position, String> SECURITY_TYPE = SHAPE.kept("SecurityType", Kinds.KEPT_TEXT);
    public static final Field<Position, Integer> CONTRACT_SIZE =
            SHAPE.optional("ContractSize", Kinds.COUNT, Position::contractSize);
    public static final Field<Position, BigDecimal> COST_BASIS =
            SHAPE.optional("CostBasis", NUMBER, Position::costBasis);
    public static final Field<Position, BigDecimal> DAILY_COST_BASIS =
            SHAPE.optional("DailyCostBasis", NUMBER, Position::dailyCostBasis);
    public static final Field<Position, Instant> CREATE_DATE =
            SHAPE.optional("CreateDate", Kinds.DATE, Position::createDate);
    public static final Field<Position, Instant> MODIFY_DATE =
            SHAPE.optional("ModifyDate", Kinds.DATE, Position::modifyDate);
    public static final Field<Position, BigDecimal> QUANTITY = SHAPE.required("Quantity", NUMBER, Position::quantity);
    public static final Field<Position, BigDecimal> REALIZED_PROFIT_LOSS =
            SHAPE.optional("RealizedProfitLoss", NUMBER, Position::realizedProfitLoss);
    public static final Field<Position, BigDecimal> AVERAGE_OPEN_PRICE =
            SHAPE.optional("AverageOpenPrice", NUMBER, Position::averageOpenPrice);
    public static final Field<Position, BigDecimal> AVERAGE_CLOSE_PRICE =
            SHAPE.optional("AverageClosePrice", NUMBER, Position::averageClosePrice);
    public static final Field<Position, String> STOP_LOSS_PRICE = SHAPE.kept("StopLossPrice", Kinds.KEPT_NUMBER);
    public static final Field<Position, String> TAKE_PROFIT_PRICE = SHAPE.kept("TakeProfitPrice", Kinds.KEPT_NUMBER);
    public static final Field<Position, BigDecimal> DAILY_CLOSE_PROFIT_LOSS = SHAPE.optional(
            "DailyCloseProfitLoss", NUMBER, position -> position.day().closeProfitLoss());
    public static final Field<Position, String> EXCESS_CHANGES = SHAPE.kept("ExcessChanges", Kinds.KEPT_NUMBER);
    public static final Field<Position, BigDecimal> DAY_QUANTITY =
            SHAPE.optional("DayQuantity", NUMBER, position -> position.day().quantity());

    /** The API's keys. */
    public static final List<Field<Position, ?>> ALL = List.copyOf(SHAPE.fields());

    static {
        SHAPE.unknownHere();
    }

    public static final Field<Position, BigDecimal> CLOSED_QUANTITY = SHAPE.optional(
            "closedQuantity", NUMBER, position -> unless0(position.closed().quantity()));
    public static final Field<Position, BigDecimal> HELD_BEFORE =
            SHAPE.optional("heldBefore", NUMBER, position -> unless0(position.heldBefore()));

    private static final Set<Field<Position, ?>> OWN = Set.of(CLOSED_QUANTITY, HELD_BEFORE);

    /** What names one that is gone. */
    public static final Shape<Position> NAMED = SHAPE.only(ACCOUNT_ID, SECURITY_ID);

    private PositionKey() {}

    private static @Nullable BigDecimal unless0(BigDecimal number) {
        return number.signum() == 0 ? null : number;
    }

    /** Writes the fields of a position as the API's answers have them; what encloses them is the caller's. */
    public static void writeAnswer(Position position, JsonObjectWriter json) {
        SHAPE.write(position, json, (field, of) -> OWN.contains(field));
    }
}
