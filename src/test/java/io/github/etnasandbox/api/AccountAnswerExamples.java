package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.AnswerExamples.ADMIN;
import static io.github.etnasandbox.api.AnswerExamples.KEY;
import static io.github.etnasandbox.api.AnswerExamples.in;
import static io.github.etnasandbox.api.AnswerExamples.seed;

import io.github.etnasandbox.api.AnswerExamples.Example;
import io.github.etnasandbox.world.Dialect;
import java.util.List;

/** Those of the {@link AnswerExamples} that are about accounts, and about orders by routes of their own. */
final class AccountAnswerExamples {
    private static final String ACCOUNT =
            "{\"Id\":6303,\"ClearingAccount\":\"6303\",\"CreatedDate\":\"0001-01-01T00:00:00Z\","
                    + "\"ModifiedDate\":\"0001-01-01T00:00:00Z\",\"Enabled\":true,\"IsChanged\":false,\"Cash\":976510.75,"
                    + "\"Currency\":\"USD\",\"Status\":\"Approved\",\"MarginInterestRate\":0,\"CashInterestRate\":0,"
                    + "\"CloseEquity\":1001923.75,\"OpenExcess\":994654.45,\"OptionLevel\":4,\"MarginType\":\"DayTrader\","
                    + "\"Permissions\":\"LongStock, ShortStock, LongOption, ShortOption, AllowTrade, AllowMargin, AllowOpen\","
                    + "\"BaseCash\":994654.45,\"OwnerType\":\"IndividualCustomer\",\"DayTradingBuyingPower\":3978617.8,"
                    + "\"DayTrades\":0,\"SmaBalance\":0,\"HouseCall\":0,\"MaintenanceCall\":0,\"EquityCall\":0,\"InitialCall\":0,"
                    + "\"DayTradeCall\":0,\"TradeDayBalance\":976510.75,\"MoneyMarket\":0,\"Cip\":0,\"IsAverageAccount\":false,"
                    + "\"MarginEquity\":1001923.75,\"ExcessEquity\":0}";
    private static final String VERIFIED = "{\"OrderId\":73552,\"IsSuccessful\":true,\"Commission\":3.75,"
            + "\"Commissions\":{\"Per Trade Commission\":3.75},\"Cost\":23527.5,\"NetCost\":23531.25,"
            + "\"TotalCost\":23531.25,\"Quotes\":[{\"Ask\":156.85,\"Bid\":156.8,\"Last\":156.82,"
            + "\"Volume\":33751023,\"OpenInterest\":0}],\"MarginChange\":2352.75}";
    private static final String GET_ACCOUNT = "GET /v1.0/accounts/6303";
    private static final String VERIFY = "GET /v1.0/accounts/6303/verified/orders/73552";

    private AccountAnswerExamples() {}

    static List<Example> all() {
        return List.of(
                seed(Answer.ACCOUNT, GET_ACCOUNT, 200, ACCOUNT, KEY, ADMIN),
                in(Dialect.AUTOSHARES, Answer.ACCOUNT_IN_ARRAY, GET_ACCOUNT, 200, "[" + ACCOUNT + "]", KEY, ADMIN),
                seed(Answer.UNKNOWN_ACCOUNT, "GET /v1.0/accounts/7125", 404, "", KEY, ADMIN),
                seed(
                        Answer.ACCOUNTS,
                        "GET /v1.0/accounts/all?pageNumber=0&pageSize=9&filter=ClearingAccount=6303",
                        200,
                        "{\"Result\":[" + ACCOUNT
                                + "],\"NextPageLink\":\"\",\"PreviousPageLink\":\"\",\"TotalCount\":1}",
                        KEY,
                        ADMIN),
                seed(
                        Answer.ACCOUNT_USERS,
                        "GET /v1.0/accounts/6688/users",
                        200,
                        "[{\"UserModel\":{\"UserId\":7472,\"FirstName\":\"Omar\",\"MiddleName\":\"\",\"LastName\":\"Dahl\","
                                + "\"Login\":\"other-trader\",\"Email\":\"omar.dahl@example.com\","
                                + "\"AddedDate\":\"2019-01-16T10:15:00Z\",\"Salutation\":\"NoSalutation\","
                                + "\"Suffix\":\"NoSuffix\"},\"AccountAccessType\":\"Full\"}]",
                        KEY,
                        ADMIN),
                seed(
                        Answer.ORDER_VERIFIED,
                        VERIFY,
                        200,
                        "{\"Model\":" + VERIFIED + ",\"Errors\":[],\"IsSucceed\":true}",
                        KEY,
                        ADMIN),
                seed(
                        Answer.TRADE_LIMITS,
                        "GET /v1.0/accounts/6303/preview/limits/AAPL",
                        200,
                        "{\"BuyPrice\":156.85,\"SellPrice\":156.8,\"BuyLimit\":25365,\"SellLimit\":150,"
                                + "\"AccountId\":6303,\"Symbol\":\"AAPL\"}",
                        KEY,
                        ADMIN),
                in(Dialect.AUTOSHARES, Answer.ORDER_VERIFIED_BARE, VERIFY, 200, VERIFIED, KEY, ADMIN),
                seed(
                        Answer.MUTUAL_FUND_CANCELED,
                        "DELETE /v1.0/accounts/6303/orders/mutual-funds/73552",
                        200,
                        "",
                        KEY,
                        ADMIN));
    }
}
