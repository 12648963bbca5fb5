package io.github.etnasandbox.resource;

import io.github.etnasandbox.account.Fee;
import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.account.TransactionType;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * All that a transaction has in JSON, in the order in which the API writes it.
 *
 * <p>Source: sample of the guide page Get Transactions.
 */
public final class TransactionKey {
    private static final Shape<Fee> FEES = Shape.strict("Fee");
    private static final Field<Fee, Integer> FEE_ID = FEES.required("Id", Kinds.ID, Fee::id);
    private static final Field<Fee, String> COMMISSION_ID =
            FEES.optional("CommissionId", Kinds.REPEATED_TEXT, Fee::commissionId);
    private static final Field<Fee, BigDecimal> FEE_VALUE = FEES.required("Value", Kinds.decimal(), Fee::value);
    private static final Field<Fee, String> SEIZURE = FEES.optional("Seizure", Kinds.REPEATED_TEXT, Fee::seizure);
    private static final Field<Fee, BigDecimal> LEVERAGE = FEES.optional("Leverage", Kinds.decimal(), Fee::leverage);
    private static final Field<Fee, String> VALUE_TYPE =
            FEES.optional("ValueType", Kinds.REPEATED_TEXT, Fee::valueType);

    public static final Shape<Transaction> SHAPE = Shape.keeping("Transaction", Transaction::kept);

    public static final Field<Transaction, Integer> ID = SHAPE.required("Id", Kinds.ID, Transaction::id);
    public static final Field<Transaction, Integer> SECURITY_ID =
            SHAPE.optional("SecurityId", Kinds.INT32, Transaction::securityId);
    public static final Field<Transaction, Integer> ORDER_STATE_ID =
            SHAPE.optional("OrderStateId", Kinds.ID_OR_0, Transaction::orderStateId);
    public static final Field<Transaction, Integer> ACCOUNT_ID = SHAPE.required(
            "AccountId", Kinds.ID, transaction -> transaction.accountId().value());
    public static final Field<Transaction, Instant> DATE = SHAPE.optional("Date", Kinds.DATE, Transaction::date);
    public static final Field<Transaction, BigDecimal> VALUE =
            SHAPE.required("Value", Kinds.decimal(), Transaction::value);
    public static final Field<Transaction, BigDecimal> QUANTITY =
            SHAPE.optional("Quantity", Kinds.decimal(), Transaction::quantity);
    public static final Field<Transaction, BigDecimal> LEAVES_QUANTITY =
            SHAPE.optional("LeavesQuantity", Kinds.decimal(), Transaction::leavesQuantity);
    public static final Field<Transaction, Fee> FEE = SHAPE.optional(
            "Fee",
            Kinds.object(
                    FEES,
                    found -> new Fee(
                            found.get(FEE_ID),
                            found.find(COMMISSION_ID),
                            found.get(FEE_VALUE),
                            found.get(SEIZURE, "Execution"),
                            found.get(LEVERAGE, BigDecimal.ONE),
                            found.get(VALUE_TYPE, "Absolute"))),
            Transaction::fee);
    public static final Field<Transaction, TransactionType> TYPE =
            SHAPE.required("Type", Kinds.words(TransactionType.values()), Transaction::type);
    public static final Field<Transaction, Boolean> IS_DAY_TRADE =
            SHAPE.optional("IsDayTrade", Kinds.FLAG, Transaction::dayTrade);
    public static final Field<Transaction, String> DESCRIPTION =
            SHAPE.optional("Description", Kinds.REPEATED_TEXT, Transaction::description);

    /** What names one that is gone. */
    public static final Shape<Transaction> NAMED = SHAPE.only(ACCOUNT_ID, ID);

    private TransactionKey() {}
}
