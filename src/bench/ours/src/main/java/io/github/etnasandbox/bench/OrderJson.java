package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.json.JsonDate;
import java.time.Instant;
import java.util.Locale;

/**
 * Orders as the documentation prints them: the odd ones like 80328, just placed; the even ones like 73552, at the venue.
 * What differs from order to order at the broker differs here, so that nothing is saved that could not be saved there.
 */
final class OrderJson {
    private static final Instant FIRST_PLACED = Instant.parse("2019-01-21T14:30:00.1234567Z");
    private static final String[] SIDES = {"Buy", "Sell", "SellShort", "BuyToCover"};
    private static final String UNSET = "0001-01-01T00:00:00Z";

    private final StringBuilder json = new StringBuilder(1_400);

    private OrderJson() {}

    static String of(int number, boolean allFields) {
        OrderJson order = new OrderJson();
        order.interpreted(number);
        if (allFields) {
            order.uninterpreted(number);
        }
        return order.json.append('}').toString();
    }

    private void interpreted(int number) {
        boolean placed = number % 2 == 1;
        int quantity = 100 + number % 9 * 50;
        int executed = placed || number % 4 == 0 ? 0 : 50;
        double price = number % 3 == 0 ? 0 : 150 + number % 5_000 / 100.0;
        double last = executed == 0 ? 0 : 156.57;
        Instant created = FIRST_PLACED.plusNanos(number * 23_400_700L);
        String changed = placed ? JsonDate.spell(created) : JsonDate.spell(created.plusNanos(1_201_300L));
        String status = placed ? "PendingNew" : executed == 0 ? "New" : "PartiallyFilled";
        String type = price == 0 ? "Market" : "Limit";
        json.append("{\"Id\":").append(CancelRequest.FIRST_OF_MANY + number);
        field("SecurityId", 4 + number % 500).field("Quantity", quantity).field("Price", price);
        field("StopPrice", 0).field("ClientId", Integer.toString(1_045_239_786 + number));
        field("ExecutedQuantity", executed).field("LastPrice", last).field("LastQuantity", executed);
        field("LeavesQuantity", placed ? 0 : quantity - executed).field("AveragePrice", last);
        field("Side", SIDES[number / 2 % SIDES.length]).field("Date", changed).field("TransactionDate", changed);
        field("Status", status).field("ExecutionStatus", status).field("Type", type);
        field("RequestStatus", placed ? "RequireValidation" : "Complete").field("Target", "New");
        field("TimeInForce", "Day").field("ExpireDate", "2019-01-22T21:00:00Z");
        field("AccountId", CancelRequest.ACCOUNT).field("UserId", 7125).field("RequestId", 4_000_000 + number);
        field("StateId", placed ? 0 : 6_000_000 + number).field("ParentId", -1);
        field("CreateDate", JsonDate.spell(created)).field("InitialType", type).field("TransType", "New");
    }

    private void uninterpreted(int number) {
        boolean placed = number % 2 == 1;
        field("SettDate", UNSET).field("ExecInst", placed ? "0" : "AllOrNone");
        json.append(",\"Legs\":[]");
        if (!placed) {
            field("CounterPartyOrderId", Integer.toString(1_245_239_786 + number))
                    .field("Exchange", "Auto");
            field("ExecutionVenue", "Etna Emulator").field("ExecBrocker", "Auto");
            field("ExecId", Integer.toString(173_657_808 + number));
        } else {
            field("Comment", "Expecting a remarkable Q4 report");
        }
        field("TrailingStopAmountType", "Absolute").field("TrailingStopAmount", 0);
        field("TrailingLimitAmountType", "Absolute").field("TrailingLimitAmount", 0);
        json.append(",\"IsExternal\":false,\"ExecutionInstructions\":{");
        if (placed) {
            json.append("\"CorrelationId\":\"")
                    .append(String.format(Locale.ROOT, "%032x", number * 0x9E3779B97F4A7C15L))
                    .append("\",\"CreateOrderRequestTimeUnix\":\"")
                    .append(636_867_308_209_000_000L + number)
                    .append('"');
        }
        json.append('}');
        field("ValidationsToBypass", 0).field("ParentRequestId", 0).field("SettlementDate", UNSET);
    }

    private OrderJson field(String name, String value) {
        json.append(",\"").append(name).append("\":\"").append(value).append('"');
        return this;
    }

    private OrderJson field(String name, int value) {
        json.append(",\"").append(name).append("\":").append(value);
        return this;
    }

    private OrderJson field(String name, double value) {
        if (value == Math.rint(value)) {
            return field(name, (int) value);
        }
        json.append(",\"").append(name).append("\":").append(value);
        return this;
    }
}
