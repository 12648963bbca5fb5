package io.github.etnasandbox.api;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.world.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One real request for every answer of the catalogue, with the bytes that the documentation has for it. */
final class AnswerExamples {
    static final String KEY = "Et-App-Key: demo-app-key";
    static final String ADMIN = "Authorization: Bearer admin-token";
    private static final String DENIED = "{\"Message\":\"Authorization has been denied for this request.\"}";
    private static final String NO_KEY = "{\"error\":\"Application key is not defined or does not exist\"}";

    private AnswerExamples() {}

    /**
     * A request and its answer.
     *
     * @param answer the catalogue's name of the answer
     * @param dialect the dialect to ask in
     * @param request method and path inside the API
     * @param headers the request's headers
     * @param status the status
     * @param body the body, with {uri} for the request's own
     * @param json the request's body; empty for none
     * @param nextCancel what the venue does with a cancel
     * @param earlier how often the same request was sent before
     */
    record Example(
            Answer answer,
            Dialect dialect,
            String request,
            List<String> headers,
            int status,
            String body,
            String json,
            CancelOutcome nextCancel,
            int earlier) {
        Example sending(String newJson) {
            return new Example(answer, dialect, request, headers, status, body, newJson, nextCancel, earlier);
        }

        Example when(CancelOutcome outcome) {
            return new Example(answer, dialect, request, headers, status, body, json, outcome, earlier);
        }

        Example after(int times) {
            return new Example(answer, dialect, request, headers, status, body, json, nextCancel, times);
        }

        /** Whether the answer says how many requests are left: every one to a limited route whose credentials are good. */
        boolean countsRate() {
            return Difference.RATES_LIMITED.in(dialect)
                    && answer != Answer.APP_KEY_REFUSED_UNAUTHORIZED
                    && answer != Answer.ACCOUNT_IN_ARRAY; // no limit is documented for its route
        }

        @Override
        public String toString() {
            return answer + " to " + request + headers.stream().collect(Collectors.joining(", ", " with ", ""));
        }
    }

    static List<Example> all() {
        List<Example> all = new ArrayList<>();
        String cancel = "DELETE /v1.0/accounts/6303/orders/73552";
        all.add(seed(Answer.CANCELED, cancel, 204, "", KEY, ADMIN));
        all.add(seed(Answer.NOT_OUTSTANDING, "DELETE /v1.0/accounts/6303/orders/75225", 409, "", KEY, ADMIN));
        all.add(seed(Answer.UNKNOWN_ORDER, "DELETE /v1.0/accounts/6303/orders/1", 409, "", KEY, ADMIN));
        all.add(in(
                Dialect.AUTOSHARES,
                Answer.UNKNOWN_ORDER_NOT_FOUND,
                "DELETE /v1.0/accounts/6303/orders/1",
                404,
                "",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.ORDER,
                "GET /v1.0/accounts/6303/orders/73552",
                200,
                "{\"Id\":73552,\"SecurityId\":4,\"Quantity\":150,\"Price\":0,\"StopPrice\":0,"
                        + "\"ClientId\":\"1045239786\",\"ExecutedQuantity\":0,\"LastPrice\":0,\"LastQuantity\":0,"
                        + "\"LeavesQuantity\":150,\"AveragePrice\":0,\"Side\":\"Buy\",\"Date\":\"2019-01-21T15:07:45.8158882Z\","
                        + "\"TransactionDate\":\"2019-01-21T15:07:45.8158882Z\",\"SettDate\":\"0001-01-01T00:00:00Z\","
                        + "\"Status\":\"New\",\"ExecutionStatus\":\"New\",\"Type\":\"Market\",\"RequestStatus\":\"Complete\","
                        + "\"Target\":\"New\",\"TimeInForce\":\"Day\",\"ExecInst\":\"AllOrNone\","
                        + "\"ExpireDate\":\"2019-01-22T21:00:00Z\",\"AccountId\":6303,\"UserId\":7125,\"RequestId\":96193,"
                        + "\"StateId\":168830,\"ParentId\":-1,\"Legs\":[],\"ExecutionVenue\":\"Etna Emulator\","
                        + "\"TrailingStopAmountType\":\"Absolute\",\"TrailingStopAmount\":0,"
                        + "\"TrailingLimitAmountType\":\"Absolute\",\"TrailingLimitAmount\":0,"
                        + "\"CreateDate\":\"2019-01-21T15:07:45.8158882Z\",\"InitialType\":\"Market\",\"IsExternal\":false,"
                        + "\"ExecBrocker\":\"Auto\",\"ExecutionInstructions\":{},\"TransType\":\"New\","
                        + "\"ValidationsToBypass\":0,\"ParentRequestId\":0,\"SettlementDate\":\"0001-01-01T00:00:00Z\"}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.ORDERS,
                "GET /v1.0/accounts/6303/orders?pageNumber=9&pageSize=1",
                200,
                "{\"Result\":[],\"NextPageLink\":\"\",\"PreviousPageLink\":\"\",\"TotalCount\":5}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.UNKNOWN_ORDER_UNREAD,
                "GET /v1.0/accounts/6303/orders/1",
                500,
                "{\"message\":\"An error occurred while processing your request\",\"error\":\"Unexpected server error\"}",
                KEY,
                ADMIN));
        all.add(in(
                Dialect.AUTOSHARES,
                Answer.UNKNOWN_ORDER_NOT_FOUND,
                "GET /v1.0/accounts/6303/orders/1",
                404,
                "",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.INVALID_QUERY,
                "GET /v1.0/accounts/6303/orders?pageNumber=0&pageSize=ten",
                422,
                "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":"
                        + "{\"pageSize\":[\"The value 'ten' is not valid for Int32.\"]}}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.INVALID_FILTER,
                "GET /v1.0/accounts/6303/orders?pageNumber=0&pageSize=2&filter=Price%3E1",
                400,
                "{\"Message\":\"The request is invalid.\"}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.MISSING_QUERY,
                "GET /v1.0/accounts/6303/orders",
                404,
                "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The requested resource with API version"
                        + " '1.0' does not support HTTP method 'GET'.\"}}",
                KEY,
                ADMIN));
        all.add(seed(Answer.AUTHORIZATION_DENIED, cancel, 401, DENIED, KEY, "Authorization: Bearer trader-token"));
        all.add(seed(Answer.AUTHORIZATION_DENIED, cancel, 401, DENIED, KEY, "Authorization: Bearer expired-token"));
        all.add(seed(Answer.AUTHORIZATION_DENIED, cancel, 401, DENIED, KEY));
        all.add(seed(Answer.APP_KEY_REFUSED, cancel, 403, NO_KEY, ADMIN));
        all.add(seed(Answer.APP_KEY_REFUSED, cancel, 403, NO_KEY, "Et-App-Key: demo-app-kex", ADMIN));
        all.add(seed(Answer.APP_KEY_REFUSED, cancel, 403, NO_KEY, "Et-App-Key: disabled-app-key", ADMIN));
        all.add(in(Dialect.AUTOSHARES, Answer.APP_KEY_REFUSED_UNAUTHORIZED, cancel, 401, NO_KEY, ADMIN));
        all.add(in(
                        Dialect.AUTOSHARES,
                        Answer.TOO_MANY_REQUESTS,
                        "POST /token",
                        429,
                        "",
                        KEY,
                        "Username: admin",
                        "Password: wrong")
                .after(10));
        all.add(seed(
                Answer.SERVER_ERROR,
                "DELETE /v1.0/accounts/7125/orders/73552",
                500,
                "{\"message\":\"An error occurred while processing your request\",\"error\":\"Unexpected server error\"}",
                KEY,
                ADMIN));
        all.add(in(
                Dialect.AUTOSHARES,
                Answer.SERVER_ERROR_UNNAMED,
                "DELETE /v1.0/accounts/7125/orders/73552",
                500,
                "{\"message\":\"An error occurred while processing your request\"}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.INVALID_REQUEST,
                "DELETE /v1.0/accounts/@me/orders/73552",
                400,
                "{\"Message\":\"The request is invalid.\"}",
                KEY,
                ADMIN));
        all.add(in(
                Dialect.CURRENT,
                Answer.INVALID_PARAMETER,
                "DELETE /v1.0/accounts/@me/orders/73552",
                422,
                "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":"
                        + "{\"accountId\":[\"The value '@me' is not valid for Int32.\"]}}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.METHOD_NOT_SUPPORTED,
                "PATCH /v1.0/accounts/6303/orders/73552",
                405,
                "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The requested resource with API version"
                        + " '1.0' does not support HTTP method 'PATCH'.\"}}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.METHOD_NOT_SUPPORTED_UNVERSIONED,
                "GET /token",
                405,
                "{\"Message\":\"The requested resource does not support http method 'GET'.\"}",
                KEY));
        all.add(seed(
                Answer.UNSUPPORTED_VERSION,
                "DELETE /v2.0/accounts/6303/orders/73552?a=%22b%22",
                400,
                "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The HTTP resource that matches the request"
                        + " URI '{uri}' does not support the API version '2.0'.\"}}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.NO_RESOURCE,
                "GET /v1.0/nothing/here?x=1",
                404,
                "{\"Message\":\"No HTTP resource was found that matches the request URI '{uri}'.\"}",
                KEY));
        all.add(seed(
                Answer.CONTENT_TOO_LARGE,
                "POST /token",
                413,
                "",
                KEY,
                "Content-Length: 1048577",
                "Expect: 100-continue"));
        all.add(seed(
                Answer.TOKEN_ISSUED,
                "POST /token",
                200,
                "{\"State\":\"Succeeded\",\"Token\":\"eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiIxNzMwOTQiLCJzdWIiOiI3MDAxIiwiaWF0Ijo"
                        + "xNTQ4MDg0NjAwLCJleHAiOjE1NDgxNzEwMDB9.k_-N6G3UlzmaE48lnd9co6FV6zd7VkI8q4PKofsM9XM\"}",
                KEY,
                "Username: admin",
                "Password: admin-password"));
        all.add(seed(
                Answer.VERIFICATION_EXPECTED,
                "POST /token",
                202,
                "{\"Step\":\"VerificationCode\",\"Reason\":\"Expecting confirmation code\",\"State\":\"Expecting\","
                        + "\"Token\":\"eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiIxNzMwOTQiLCJzdWIiOiI3MDAyIiwiaWF0Ijox"
                        + "NTQ4MDg0NjAwLCJleHAiOjE1NDgxNzEwMDAsImludGVyaW0iOnRydWV9.i-lFZRfOSo2YT391M9LvgDazvIO-egPy9fy0IdAIFvY\"}",
                KEY,
                "Username: two-factor-admin",
                "Password: two-factor-admin-password"));
        all.add(seed(
                Answer.INVALID_CREDENTIALS,
                "POST /token",
                401,
                "{\"State\":\"Failed\",\"Step\":\"BaseAuthentication\",\"Reason\":\"Invalid credentials\"}",
                KEY,
                "Username: admin",
                "Password: wrong"));
        all.add(seed(
                Answer.CORRUPTED_TICKET,
                "POST /token",
                401,
                "{\"State\":\"Failed\",\"Step\":\"VerificationCode\",\"Reason\":\"Corrupted ticket\"}",
                KEY,
                "Username: two-factor-admin",
                "Password: two-factor-admin-password",
                "VerificationCode: 424242"));
        all.add(seed(
                Answer.WRONG_VERIFICATION_CODE,
                "POST /token",
                401,
                "{\"State\":\"Failed\",\"Step\":\"VerificationCode\",\"Reason\":\"Invalid confirmation code\"}",
                KEY,
                "Username: two-factor-admin",
                "Password: two-factor-admin-password",
                "VerificationCode: 0",
                "Authorization: Bearer two-factor-interim-token"));
        all.add(seed(Answer.LOGGED_OUT, "POST /logout", 200, "", KEY, ADMIN));
        all.add(seed(
                Answer.UNKNOWN_USER,
                "GET /v1.0/users/1/info",
                500,
                "{\"Model\":null,\"Errors\":[\"Value cannot be null.\\r\\nParameter name: user\"],"
                        + "\"StatusCode\":500,\"IsSucceed\":false}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.USER_INFO,
                "GET /v1.0/users/644/info",
                200,
                "{\"UserId\":644,\"FirstName\":\"Iris\",\"MiddleName\":\"\",\"LastName\":\"Falk\",\"Login\":\"iris\","
                        + "\"Email\":\"iris.falk@example.com\",\"AddedDate\":\"2019-01-14T12:27:37.6205663Z\","
                        + "\"Salutation\":\"NoSalutation\",\"Suffix\":\"NoSuffix\"}",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.USER_ACCOUNTS,
                "GET /v1.0/users/644/accounts",
                200,
                "[{\"Id\":6303,\"ClearingAccount\":\"6303\",\"AccessType\":\"Full\",\"MarginType\":\"DayTrader\","
                        + "\"Enabled\":true}]",
                KEY,
                ADMIN));
        all.add(seed(
                Answer.ACCOUNT_INFO,
                "GET /v1.0/accounts/6303/info",
                200,
                "{\"cash\":976510.75,\"netCash\":976510.75,\"excess\":994654.45,\"changeAbsolute\":-571.5,"
                        + "\"changePercent\":-0.05700775140829844330933239,\"equityTotal\":1001923.75,"
                        + "\"pendingOrdersCount\":3,\"netLiquidity\":25413,\"stockLongMarketValue\":25413,"
                        + "\"stockShortMarketValue\":0,\"optionLongMarketValue\":0,\"optionShortMarketValue\":0,"
                        + "\"forexLongMarketValue\":0,\"forexShortMarketValue\":0,\"dayTrades\":0,"
                        + "\"stockBuyingPower\":1989308.9,\"optionBuyingPower\":994654.45,"
                        + "\"forexBuyingPower\":1989308.9,\"dayTradingBuyingPower\":3978617.8,\"pendingCash\":0,"
                        + "\"maintenanceMargin\":7692.3,\"optionMaintenanceMargin\":0,\"openPL\":1927.5,"
                        + "\"closePL\":0,\"marketValue\":25413}",
                KEY,
                ADMIN));
        all.addAll(OrderAnswerExamples.all());
        all.addAll(AccountAnswerExamples.all());
        all.addAll(SecurityAnswerExamples.all());
        all.addAll(BooksAnswerExamples.all());
        return all;
    }

    static Example seed(Answer answer, String request, int status, String body, String... headers) {
        return in(Dialect.DOCUMENTED, answer, request, status, body, headers);
    }

    static Example in(Dialect dialect, Answer answer, String request, int status, String body, String... headers) {
        return new Example(answer, dialect, request, List.of(headers), status, body, "", CancelOutcome.ACCEPT, 0);
    }
}
