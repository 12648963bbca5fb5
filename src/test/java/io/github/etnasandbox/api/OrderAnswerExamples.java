package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.AnswerExamples.ADMIN;
import static io.github.etnasandbox.api.AnswerExamples.KEY;
import static io.github.etnasandbox.api.AnswerExamples.in;
import static io.github.etnasandbox.api.AnswerExamples.seed;

import io.github.etnasandbox.api.AnswerExamples.Example;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.world.Dialect;
import java.util.List;

/** Those of the {@link AnswerExamples} that place, replace and follow orders. */
final class OrderAnswerExamples {
    private static final String PLACE = "POST /v1.0/accounts/6303/orders";
    private static final String PREVIEW = "POST /v1.0/accounts/6303/preview/orders";
    private static final String SYNC_CANCEL = "DELETE /v1.0/accounts/6303/syncorders/73552";
    private static final String JSON = "Content-Type: application/json";
    private static final String UNEXPECTED =
            "{\"message\":\"An error occurred while processing your request\",\"error\":\"Unexpected server error\"}";

    private static final String PLACED =
            "{\"Id\":173094,\"SecurityId\":4,\"Quantity\":100,\"Price\":0,\"StopPrice\":0,\"ClientId\":\"1000173094\","
                    + "\"ExecutedQuantity\":0,\"LastPrice\":0,\"LastQuantity\":0,\"LeavesQuantity\":0,\"AveragePrice\":0,"
                    + "\"Side\":\"Buy\",\"Date\":\"2019-01-21T15:30:00Z\",\"TransactionDate\":\"2019-01-21T15:30:00Z\","
                    + "\"SettDate\":\"0001-01-01T00:00:00Z\",\"Status\":\"PendingNew\",\"ExecutionStatus\":\"PendingNew\","
                    + "\"Type\":\"Market\",\"RequestStatus\":\"RequireValidation\",\"Target\":\"New\",\"TimeInForce\":\"Day\","
                    + "\"ExecInst\":0,\"ExpireDate\":\"2019-01-22T21:00:00Z\",\"AccountId\":6303,\"UserId\":7001,"
                    + "\"RequestId\":173095,\"StateId\":0,\"ParentId\":-1,\"Legs\":[],"
                    + "\"TrailingStopAmountType\":\"Absolute\",\"TrailingStopAmount\":0,"
                    + "\"TrailingLimitAmountType\":\"Absolute\",\"TrailingLimitAmount\":0,"
                    + "\"CreateDate\":\"2019-01-21T15:30:00Z\",\"InitialType\":\"Market\",\"IsExternal\":false,"
                    + "\"ExecutionInstructions\":{\"CorrelationId\":\"00000000000000000000001000173094\","
                    + "\"CreateOrderRequestTimeUnix\":\"636836814000000000\"},\"TransType\":\"New\","
                    + "\"ValidationsToBypass\":0,\"ParentRequestId\":0,\"SettlementDate\":\"0001-01-01T00:00:00Z\"}";

    private static final String REPLACED =
            "{\"Id\":73552,\"SecurityId\":4,\"Quantity\":5,\"Price\":49,\"StopPrice\":0,\"ClientId\":\"1000173096\","
                    + "\"OrigClientId\":\"1045239786\","
                    + "\"ExecutedQuantity\":0,\"LastPrice\":0,\"LastQuantity\":0,\"LeavesQuantity\":5,\"AveragePrice\":0,"
                    + "\"Side\":\"Buy\",\"Date\":\"2019-01-21T15:30:00Z\",\"TransactionDate\":\"2019-01-21T15:30:00Z\","
                    + "\"SettDate\":\"0001-01-01T00:00:00Z\",\"Status\":\"New\",\"ExecutionStatus\":\"New\","
                    + "\"Type\":\"Market\",\"RequestStatus\":\"Complete\",\"Target\":\"Modify\",\"TimeInForce\":\"Day\","
                    + "\"ExecInst\":\"AllOrNone\",\"ExpireDate\":\"2019-01-22T21:00:00Z\",\"AccountId\":6303,"
                    + "\"UserId\":7125,\"RequestId\":173094,\"StateId\":173095,\"ParentId\":-1,\"Legs\":[],"
                    + "\"ExecutionVenue\":\"Etna Emulator\",\"TrailingStopAmountType\":\"Absolute\",\"TrailingStopAmount\":0,"
                    + "\"TrailingLimitAmountType\":\"Absolute\",\"TrailingLimitAmount\":0,"
                    + "\"CreateDate\":\"2019-01-21T15:07:45.8158882Z\",\"InitialType\":\"Market\",\"IsExternal\":false,"
                    + "\"ExecBrocker\":\"Auto\",\"ExecutionInstructions\":{},\"TransType\":\"New\","
                    + "\"ValidationsToBypass\":0,\"ParentRequestId\":0,\"SettlementDate\":\"0001-01-01T00:00:00Z\"}";

    private static final String MARKET = "{\"Symbol\":\"AAPL\",\"Type\":\"Market\",\"Side\":\"Buy\",\"Quantity\":100}";
    private static final String REPLACEMENT = "{\"Id\":73552,\"Quantity\":5,\"Price\":49,\"ExecutionInstructions\":{}}";

    private OrderAnswerExamples() {}

    static List<Example> all() {
        return List.of(
                seed(Answer.ORDER_PLACED, PLACE, 200, PLACED, KEY, ADMIN, JSON).sending(MARKET),
                seed(Answer.ORDER_REPLACED, replace(73552), 200, REPLACED, KEY, ADMIN, JSON)
                        .sending(REPLACEMENT),
                seed(Answer.NOT_REPLACEABLE, replace(75301), 409, "", KEY, ADMIN, JSON)
                        .sending(REPLACEMENT.replace("73552", "75301")),
                seed(Answer.CANCELED, SYNC_CANCEL, 204, "", KEY, ADMIN),
                seed(Answer.CANCEL_REJECTED, SYNC_CANCEL, 409, "", KEY, ADMIN).when(CancelOutcome.REJECT),
                seed(Answer.VENUE_SILENT, SYNC_CANCEL, 500, UNEXPECTED, KEY, ADMIN)
                        .when(CancelOutcome.HOLD),
                seed(
                                Answer.PREVIEW,
                                PREVIEW,
                                200,
                                "{\"IsSuccessful\":true,\"Commission\":3.75,\"Commissions\":"
                                        + "{\"Per Trade Commission\":3.75},\"Cost\":15685,\"NetCost\":15681.25,"
                                        + "\"Quotes\":[{\"Ask\":156.85,\"Bid\":156.8,\"Last\":156.82,"
                                        + "\"Volume\":33751023,\"OpenInterest\":0}],\"MarginChange\":1568.5}",
                                KEY,
                                ADMIN,
                                JSON)
                        .sending(MARKET),
                seed(
                                Answer.PREVIEW,
                                PREVIEW,
                                200,
                                "{\"IsSuccessful\":false,\"ErrorDescription\":\"QuotePriceIsInvalid\",\"Commission\":0,"
                                        + "\"Commissions\":{},\"Cost\":0,\"NetCost\":0,\"MarginChange\":0}",
                                KEY,
                                ADMIN,
                                JSON)
                        .sending(MARKET.replace("AAPL", "NOQT")),
                seed(
                        Answer.ORDER_DETAILS,
                        "GET /v1.0/accounts/6303/orders/73552/details",
                        200,
                        "[{\"IsRequest\":true,\"ExecutionTarget\":\"New\",\"UserId\":7125,\"Login\":\"trader\","
                                + "\"RequestStatus\":\"Complete\",\"ExecutionStatus\":\"New\",\"LastQuantity\":0,"
                                + "\"OrderStatusDescription\":\"New\",\"TransType\":\"New\",\"Id\":73552,"
                                + "\"SecurityId\":4,\"LastPrice\":0,\"Status\":\"New\",\"CreateDate\":1548083265815,"
                                + "\"Date\":1548083265815,\"TransactionDate\":1548083265815,"
                                + "\"InitialType\":\"Market\",\"ParentId\":-1,\"AveragePrice\":0,"
                                + "\"ExecutedQuantity\":0,\"LeavesQuantity\":150,\"RejectReason\":\"\","
                                + "\"StateId\":168830,\"RequestId\":96193}]",
                        KEY,
                        ADMIN),
                in(
                        Dialect.CURRENT,
                        Answer.DETAILS_DENIED,
                        "GET /v1.0/accounts/6303/orders/73552/details",
                        400,
                        "{\"Message\":\"Authorization has been denied for this request.\"}",
                        KEY,
                        "Authorization: Bearer other-trader-token"),
                seed(Answer.MISSING_MEMBER, PLACE, 500, UNEXPECTED, KEY, ADMIN, JSON)
                        .sending("{\"Symbol\":\"AAPL\"}"),
                in(
                                Dialect.AUTOSHARES,
                                Answer.MISSING_MEMBER_UNNAMED,
                                PLACE,
                                500,
                                "{\"message\":\"An error occurred while processing your request\"}",
                                KEY,
                                ADMIN,
                                JSON)
                        .sending("{\"Symbol\":\"AAPL\"}"),
                seed(
                                Answer.INVALID_BODY,
                                PREVIEW,
                                422,
                                "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":"
                                        + "{\"placeParams.Type\":[\"An error has occurred.\"]}}",
                                KEY,
                                ADMIN,
                                JSON)
                        .sending(MARKET.replace("Market", "Markt")),
                seed(
                                Answer.UNSUPPORTED_MEDIA_TYPE,
                                PLACE,
                                415,
                                "{\"Message\":\"The request entity's media type 'application/x-www-form-urlencoded' is"
                                        + " not supported for this resource.\"}",
                                KEY,
                                ADMIN,
                                "Content-Type: application/x-www-form-urlencoded")
                        .sending(MARKET));
    }

    private static String replace(int order) {
        return "PUT /v1.0/accounts/6303/orders/" + order;
    }
}
