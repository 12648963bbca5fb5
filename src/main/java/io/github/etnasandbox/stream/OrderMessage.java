package io.github.etnasandbox.stream;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import java.util.regex.Pattern;

/**
 * An order as the streamer of data tells it.
 *
 * <p>Source: guide page Streaming Data, Orders, later editions, whose {@code ExecInst} is a number. Assumed: 0 unless the order
 * has one; exchange and currency are those of the security.
 */
final class OrderMessage {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private OrderMessage() {}

    static MessageText text(Order order, State state) {
        OrderTerms terms = order.terms();
        Progress progress = order.progress();
        Security security = state.security(new SecurityId(terms.securityId())).orElse(null);
        String symbol = security == null ? terms.symbol() : security.symbol();
        String execInst = kept(order, OrderKey.EXEC_INST, "0");
        boolean rejected = progress.status() == OrderStatus.REJECTED;
        MessageText text = MessageText.of(Entity.ORDER)
                .id("Id", order.id().value())
                .id("SecurityId", terms.securityId())
                .decimal("Quantity", terms.quantity())
                .decimal("Price", terms.price())
                .decimal("ExecutedQuantity", order.executedQuantity())
                .decimal("LastPrice", order.execution().lastPrice())
                .decimal("LastQuantity", order.execution().lastQuantity())
                .decimal("LeavesQuantity", order.leavesQuantity())
                .decimal("AveragePrice", order.execution().averagePrice())
                .text("Side", terms.side().word())
                .millis("CreateDate", terms.createDate())
                .millis("Date", progress.date())
                .offset("DateOffset", progress.date())
                .text("DateText", "")
                .millis("TransactionDate", progress.transactionDate())
                .millis("TransactionDateText", progress.transactionDate())
                .text("Status", progress.status().word())
                .text("ExecutionStatus", progress.executionStatus().word())
                .text("Type", terms.type().word())
                .text("Description", progress.description())
                .text("Comment", kept(order, OrderKey.COMMENT, ""))
                .text("TimeInForce", terms.timeInForce().word())
                .id("AccountId", order.accountId().value())
                .decimal("StopPrice", terms.stopPrice())
                .text("ExecInst", NUMBER.matcher(execInst).matches() ? execInst : "0")
                .millis("ExpireDate", terms.expireDate())
                .text("SecurityType", security == null ? "" : security.type().word())
                .text("Symbol", symbol)
                .text("Exchange", security == null ? "" : security.listing().exchange())
                .text("Currency", security == null ? "" : security.listing().currency())
                .text("Name", symbol);
        return SecurityMembers.underlying(text, security, state)
                .text("TrailingStopAmountType", kept(order, OrderKey.TRAILING_STOP_AMOUNT_TYPE, "Absolute"))
                .decimal("TrailingStopAmount", Double.parseDouble(kept(order, OrderKey.TRAILING_STOP_AMOUNT, "0")))
                .text("TrailingLimitAmountType", kept(order, OrderKey.TRAILING_LIMIT_AMOUNT_TYPE, "Absolute"))
                .decimal("TrailingLimitAmount", Double.parseDouble(kept(order, OrderKey.TRAILING_LIMIT_AMOUNT, "0")))
                .text("RejectReason", rejected ? progress.description() : "")
                .id("ParentId", terms.parentId() <= 0 ? -1 : terms.parentId())
                .text("InitialType", terms.initialType().word());
    }

    private static String kept(Order order, Field<Order, String> field, String absent) {
        String value = KeptFields.scalar(
                order.kept(),
                field.name(),
                JsonToken.VALUE_STRING,
                JsonToken.VALUE_NUMBER_INT,
                JsonToken.VALUE_NUMBER_FLOAT);
        return value == null ? absent : value;
    }
}
