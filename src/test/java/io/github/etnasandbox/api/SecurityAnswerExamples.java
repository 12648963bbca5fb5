package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.AnswerExamples.ADMIN;
import static io.github.etnasandbox.api.AnswerExamples.KEY;
import static io.github.etnasandbox.api.AnswerExamples.seed;

import io.github.etnasandbox.api.AnswerExamples.Example;
import java.util.List;
import java.util.Locale;

/** Those of the {@link AnswerExamples} that are about securities. */
final class SecurityAnswerExamples {
    private static final String ALLOWED =
            "\"Enabled\":true,\"AllowTrade\":true,\"AllowMargin\":true,\"AllowShort\":true";
    private static final String USUAL = "\"Precision\":2,\"VolumePrecision\":0,\"TickSize\":0.01," + ALLOWED;
    static final String APPLE = "{\"Id\":4,\"Symbol\":\"AAPL\",\"Description\":\"Apple Inc.\",\"Exchange\":\"XNAS\","
            + "\"Currency\":\"USD\",\"AddedDate\":\"2012-11-29T16:05:43.993Z\","
            + "\"ModifyDate\":\"2018-12-10T08:00:22.2867686Z\",\"Type\":\"CommonStock\"," + USUAL + "}";
    private static final String HOSPITALITY =
            "{\"Id\":742349,\"Symbol\":\"APLE\",\"Description\":\"Apple Hospitality REIT, Inc. Common Shares\","
                    + "\"Exchange\":\"XNYS\",\"Currency\":\"USD\",\"AddedDate\":\"2016-05-04T13:32:42.358371Z\","
                    + "\"ModifyDate\":\"2017-12-14T08:00:21.2018188Z\",\"Type\":\"CommonStock\"," + USUAL + "}";
    private static final String FUNDS =
            "{\"Id\":681777,\"Symbol\":\"INDY\",\"Description\":\"iShares S&P India Nifty 50 Index Fund\","
                    + "\"Exchange\":\"XNAS\",\"Currency\":\"USD\",\"AddedDate\":\"2012-11-30T07:22:20.667Z\","
                    + "\"ModifyDate\":\"2018-03-26T07:00:05.944571Z\",\"Type\":\"ETF\"," + USUAL + "},"
                    + "{\"Id\":684344,\"Symbol\":\"QQQ\",\"Description\":\"Invesco QQQ Trust, Series 1\","
                    + "\"Exchange\":\"XNAS\",\"Currency\":\"USD\",\"AddedDate\":\"2012-11-30T07:22:20.67Z\","
                    + "\"ModifyDate\":\"2018-05-29T07:00:05.8792207Z\",\"Type\":\"ETF\"," + USUAL + "}";
    private static final String CHAIN = "GET /v1.0/options/optionChain/AAPL";

    private SecurityAnswerExamples() {}

    static List<Example> all() {
        return List.of(
                seed(Answer.EQUITY, "GET /v1.0/equities/AAPL", 200, APPLE, KEY, ADMIN),
                seed(Answer.EQUITY, "GET /v1.0/equities/4", 200, APPLE, KEY, ADMIN),
                seed(
                        Answer.EQUITIES_FOUND,
                        "GET /v1.0/equities/lookup?mask=Apple&count=5",
                        200,
                        "[" + HOSPITALITY + "," + APPLE + "]",
                        KEY,
                        ADMIN),
                seed(
                        Answer.EQUITIES,
                        "GET /v1.0/equities?pageNumber=0&pageSize=2&sortField=Id&desc=false&filter=Symbol%20in%20('INDY','QQQ')",
                        200,
                        "{\"Result\":[" + FUNDS + "],\"NextPageLink\":\"\",\"PreviousPageLink\":\"\",\"TotalCount\":2}",
                        KEY,
                        ADMIN),
                seed(
                        Answer.MISSING_QUERY_UNROUTED,
                        "GET /v1.0/equities?pageNumber=0&pageSize=2&sortField=Type",
                        404,
                        "{\"Message\":\"No HTTP resource was found that matches the request URI '{uri}'.\"}",
                        KEY,
                        ADMIN),
                seed(Answer.UNKNOWN_SECURITY, "GET /v1.0/equities/APPL", 404, "", KEY, ADMIN),
                seed(Answer.UNKNOWN_SECURITY, "GET /v1.0/options/optionChain/APPL", 404, "", KEY, ADMIN),
                seed(
                        Answer.STREAMERS,
                        "GET /v1.0/streamers",
                        200,
                        "{\"QuoteAddresses\":[{\"Url\":\"{streamers}/quote\",\"Type\":\"Delayed\","
                                + "\"SessionId\":\"00000000-26b4-3031-b912-d72a4218c122\"}],"
                                + "\"DataAddresses\":[{\"Url\":\"{streamers}/data\",\"Type\":\"delayed\"}]}",
                        KEY,
                        ADMIN),
                seed(
                        Answer.SESSION_RECOVERED,
                        "PUT /v1.0/streamers/session/recover?sessionType=0",
                        200,
                        "{\"Id\":\"0002a426-463c-372d-8dc7-0b559244ca74\"}",
                        KEY,
                        ADMIN),
                seed(
                        Answer.OPTION_CHAIN,
                        CHAIN + "?filter=Range%20%3D%201%20and%20Expiration%20%3D%20%232019-05-03T00:00:00Z%23",
                        200,
                        "{\"Expirations\":[{\"Expiration\":\"2019-05-03T00:00:00Z\",\"CentralStrike\":155,\"Options\":["
                                + option(700_004, "Call", 155) + "," + option(700_005, "Put", 155) + "]}]}",
                        KEY,
                        ADMIN));
    }

    private static String option(int id, String type, int strike) {
        return "{\"Id\":" + id + ",\"Symbol\":\"AAPL  190503" + type.charAt(0) + "00" + strike
                + "000\",\"Description\":\"" + type.toUpperCase(Locale.ROOT) + " Apple Inc. $" + strike
                + " EXP 05/03/19\",\"Currency\":\"USD\",\"AddedDate\":\"0001-01-01T00:00:00Z\","
                + "\"ModifyDate\":\"0001-01-01T00:00:00Z\",\"Type\":\"Option\"," + USUAL + ",\"OptionType\":\"" + type
                + "\",\"ExpirationType\":\"Regular\",\"ExpirationDate\":\"2019-05-03T00:00:00Z\",\"StrikePrice\":"
                + strike
                + ",\"SeriesId\":0,\"UnderlyingAssetSymbol\":\"AAPL\",\"ContractSize\":100}";
    }
}
