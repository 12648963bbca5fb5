package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.world.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of README and of docs/answers.md say what the code says. When one fails, paste what it expected between the table's markers. */
class DocumentedTablesTest {

    @Test
    void the_answers_are_the_catalogues() throws IOException {
        String rows = Arrays.stream(Answer.values())
                .map(answer -> "| " + answer.status() + " | "
                        + (answer.template().isEmpty() ? "" : "`" + answer.template() + "`") + " | "
                        + answer.rule().trigger() + " | "
                        + answer.rule().provenance() + ": " + answer.rule().source() + " |\n")
                .collect(Collectors.joining());
        assertThat(section("answers")).isEqualTo("| Status | Body | When | Known from |\n|---|---|---|---|\n" + rows);
    }

    @Test
    void the_dialects_are_the_codes() throws IOException {
        String table = "| | "
                + Arrays.stream(Dialect.values())
                        .map(dialect -> "`" + dialect.name().toLowerCase(Locale.ROOT) + "`")
                        .collect(Collectors.joining(" | "))
                + " |\n|---|---|---|---|\n"
                + row(
                        "who cancels",
                        dialect -> Difference.ACCOUNT_HOLDERS_CANCEL.in(dialect)
                                ? "administrators, and users with access to the account that is not ReadOnly"
                                : "administrators only")
                + row(
                        "who reads orders, users and accounts, and previews a replacement",
                        dialect -> Difference.USERS_READ_THEIR_OWN.in(dialect)
                                ? "administrators, users about themselves, and whoever has access to the account"
                                : "administrators only")
                + row(
                        "who reads one equity",
                        dialect -> Difference.EQUITY_FOR_ADMINISTRATORS.in(dialect)
                                ? "administrators only; lists and lookups are everybody's"
                                : "whoever has a token")
                + row(
                        "an error of a preview",
                        dialect -> Difference.ERRORS_IN_WORDS.in(dialect) ? "its code, and words" : "its code")
                + row(
                        "`NetCost` of a preview",
                        dialect -> Difference.COMMISSION_ADDED.in(dialect)
                                ? "the cost and the commission, and so is `TotalCost`"
                                : "the cost less the commission")
                + row(
                        "a preview without a limit price",
                        dialect ->
                                "`" + Difference.LIMIT_PRICE_MISSING.in(dialect).code() + "`")
                + row(
                        "a token without `Bearer`",
                        dialect -> Difference.BARE_TOKEN_ACCEPTED.in(dialect) ? "accepted" : "401")
                + row("a refused app key", dialect -> status(Difference.APP_KEY_REFUSED.in(dialect)))
                + row(
                        "a path id that is no int32",
                        dialect -> status(Difference.INVALID_ID.in(dialect))
                                + (names(Difference.INVALID_ID.in(dialect), "{parameter}") ? ", with its name" : ""))
                + row(
                        "a list without a page",
                        dialect -> Difference.PAGE_REQUIRED.in(dialect)
                                ? status(Answer.MISSING_QUERY)
                                : "the first ten orders")
                + row(
                        "a list without `desc`",
                        dialect -> Difference.DESCENDING.in(dialect) ? "descending" : "ascending")
                + row(
                        "an account's positions",
                        dialect -> Difference.POSITIONS_LISTED.in(dialect) == Answer.POSITIONS
                                ? "all of them in an array"
                                : "in pages")
                + row("`Symbol` of an order", dialect -> Difference.SYMBOL_SHOWN.in(dialect) ? "shown" : "left out")
                + row("no execution instruction", dialect -> "`" + Difference.NO_EXEC_INST.in(dialect) + "`")
                + row(
                        "a replacement",
                        dialect -> Difference.REPLACEMENT_COMPLETE.in(dialect)
                                ? "names `Id`, `Quantity`, `Price` and `ExecutionInstructions`"
                                : "names what changes")
                + row(
                        "an unknown order",
                        dialect -> status(Difference.UNKNOWN_ORDER.in(dialect)) + ", read "
                                + status(Difference.UNKNOWN_ORDER_READ.in(dialect)))
                + row(
                        "an unknown account",
                        dialect -> status(Difference.SERVER_ERROR.in(dialect))
                                + (names(Difference.SERVER_ERROR.in(dialect), "\"error\"")
                                        ? ""
                                        : ", without the member `error`"))
                + row(
                        "one account",
                        dialect -> Difference.ACCOUNT.in(dialect) == Answer.ACCOUNT ? "an object" : "an array of one")
                + row(
                        "a verified order",
                        dialect -> Difference.VERIFIED.in(dialect) == Answer.ORDER_VERIFIED
                                ? "wrapped in `Model`"
                                : "bare")
                + row(
                        "the cancel of a mutual fund order",
                        dialect -> status(Difference.MUTUAL_FUND_CANCELED.in(dialect)))
                + row("rate limits", dialect -> Difference.RATES_LIMITED.in(dialect) ? "as documented" : "off");
        assertThat(section("dialects")).isEqualTo(table);
    }

    @Test
    void the_orders_are_the_fixtures() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Order order :
                Snapshots.stateOf(Fixtures.named("docs").load()).orders().values()) {
            assertThat(readme)
                    .contains("| " + order.id() + " | " + order.accountId() + " | "
                            + order.side().word() + " | " + order.status().word() + " |\n");
        }
    }

    @Test
    void the_endpoints_are_the_route_tables() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Route route : Routes.TABLE) {
            String path = route.path().replace("{version}", "1.0");
            assertThat(readme.lines())
                    .as(route.method() + " " + path)
                    .anyMatch(line -> line.startsWith("| `")
                            && line.contains(route.method())
                            && line.contains(path.replace("/preview/syncorders", "/preview/orders") + "`"));
        }
    }

    private static String status(Answer answer) {
        return Integer.toString(answer.status());
    }

    private static boolean names(Answer answer, String part) {
        return answer.template().contains(part);
    }

    private static String row(String question, Function<Dialect, String> answer) {
        return "| " + question + " | "
                + Arrays.stream(Dialect.values()).map(answer).collect(Collectors.joining(" | ")) + " |\n";
    }

    /** What stands between a table's markers. */
    private static String section(String name) throws IOException {
        String page = Files.readString(Path.of("docs/answers.md"));
        String start = "<!-- " + name + " -->\n";
        return page.substring(page.indexOf(start) + start.length(), page.indexOf("<!-- /" + name + " -->"));
    }
}
