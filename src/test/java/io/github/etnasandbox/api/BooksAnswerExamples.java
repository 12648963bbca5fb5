package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.AnswerExamples.ADMIN;
import static io.github.etnasandbox.api.AnswerExamples.KEY;
import static io.github.etnasandbox.api.AnswerExamples.in;
import static io.github.etnasandbox.api.AnswerExamples.seed;

import io.github.etnasandbox.api.AnswerExamples.Example;
import io.github.etnasandbox.world.Dialect;
import java.util.List;

/** Those of positions, transactions and an account's history, with the documentation's samples. */
final class BooksAnswerExamples {
    private BooksAnswerExamples() {}

    static List<Example> all() {
        String positions = "GET /v1.0/accounts/6303/positions";
        String documented = "[" + PositionsTest.DOCUMENTED + "]";
        return List.of(
                seed(Answer.POSITIONS, positions, 200, documented, KEY, ADMIN),
                seed(Answer.POSITION, positions + "/AAPL", 200, documented, KEY, ADMIN),
                in(
                        Dialect.CURRENT,
                        Answer.POSITION_PAGE,
                        positions + "?pageNumber=0&pageSize=10&sortField=Id&desc=false",
                        200,
                        "{\"Result\":" + documented
                                + ",\"NextPageLink\":\"\",\"PreviousPageLink\":\"\",\"TotalCount\":1}",
                        KEY,
                        ADMIN),
                in(
                        Dialect.CURRENT,
                        Answer.POSITION_GROUPS,
                        positions + "/groups",
                        200,
                        "[{\"Name\":\"Equity\",\"MarketValue\":25414.5},"
                                + "{\"Name\":\"Cash\",\"MarketValue\":976510.75}]",
                        KEY,
                        ADMIN),
                seed(
                        Answer.TRANSACTIONS,
                        "GET /v1.0/accounts/6303/transactions?pageNumber=0&pageSize=10&sortBy=Quantity&isDesc=true",
                        200,
                        TransactionsTest.DOCUMENTED,
                        KEY,
                        ADMIN),
                seed(
                        Answer.ACCOUNT_HISTORY,
                        "GET /v1.0/accounts/6303/history?startDate=2019-01-18&endDate=2019-01-22&step=1",
                        200,
                        "[{\"Date\":\"2019-01-18T00:00:00Z\",\"Value\":1000000},"
                                + "{\"Date\":\"2019-01-22T00:00:00Z\",\"Value\":999534.25}]",
                        KEY,
                        ADMIN));
    }
}
