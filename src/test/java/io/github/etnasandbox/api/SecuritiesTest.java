package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class SecuritiesTest {
    private static final String PAGE = "/v1.0/equities?pageNumber=0&pageSize=100&sortField=Id&desc=false";
    private static final String CHAIN = "/v1.0/options/optionChain/";

    @Nested
    class An_equity {
        @ParameterizedTest
        @ValueSource(strings = {"AAPL", "aapl", "4", "AAPL?currency=USD&exchange=XNAS"})
        void is_read_by_its_symbol_or_its_id(String symbol, World world) {
            assertThat(get(world, "/v1.0/equities/" + symbol, "admin-token").getBody())
                    .isEqualTo(SecurityAnswerExamples.APPLE);
        }

        @Test
        void is_the_administrators_to_read_but_for_autoshares(World world, Sandbox sandbox) {
            for (Dialect dialect : Dialect.values()) {
                try (World asked =
                        sandbox.newWorld(world.seed(), world.settings().withDialect(dialect))) {
                    assertThat(get(asked, "/v1.0/equities/AAPL", "trader-token").getStatus())
                            .as(dialect.name())
                            .isEqualTo(dialect == Dialect.AUTOSHARES ? 200 : 401);
                }
            }
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                APPL                         | there is no equity APPL; did you mean AAPL?
                77                           | there is no equity 77
                AAPL%20%20190503C00165000    | there is no equity AAPL  190503C00165000; AAPL  190503C00165000 is an option
                700001                       | there is no equity 700001; AAPL  190503C00165000 is an option
                """)
        void is_not_found_when_there_is_none(String symbol, String reason, World world) {
            var answer = get(world, "/v1.0/equities/" + symbol, "admin-token");
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getBody()).isEmpty();
            assertThat(reason(answer)).isEqualTo(reason);
        }

        @Test
        void that_trades_below_1_has_the_smaller_tick_and_shows_what_only_the_fixture_knows(Sandbox sandbox) {
            try (World world = sandbox.newWorld(
                    with("{\"Id\":9,\"Symbol\":\"PENY\",\"AllowTrade\":false,\"Industry\":\"Toys\",\"ContractSize\":1,"
                            + "\"quote\":{\"Ask\":0.5,\"Bid\":0.4,\"Last\":0.45}}"))) {
                assertThat(get(world, "/v1.0/equities/PENY", "admin-token").getBody())
                        .isEqualTo(
                                "{\"Id\":9,\"Symbol\":\"PENY\",\"Currency\":\"USD\",\"AddedDate\":\"0001-01-01T00:00:00Z\","
                                        + "\"ModifyDate\":\"0001-01-01T00:00:00Z\",\"Type\":\"CommonStock\",\"Precision\":2,"
                                        + "\"VolumePrecision\":0,\"TickSize\":0.0001,\"Enabled\":true,\"AllowTrade\":false,"
                                        + "\"AllowMargin\":true,\"AllowShort\":true,\"ContractSize\":1,\"Industry\":\"Toys\"}");
            }
        }
    }

    @Nested
    class A_lookup {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                mask=apple&count=5      | APLE AAPL
                mask=Apple&count=1      | APLE
                mask=xnys&count=5       | APLE
                mask=aapl&count=5       | AAPL
                mask=190503&count=5     |
                mask=&count=2147483647  | NOQT GOOG APLE AAPL FB QQQ INDY MSFT TSLA
                mask=apple&count=9&filter=Exchange%20=%20'XNYS' | APLE
                """)
        void finds_equities_by_symbol_exchange_or_description_and_lists_them_by_description(
                String query, String symbols, World world) {
            assertThat(symbols(get(world, "/v1.0/equities/lookup?" + query, "trader-token")))
                    .isEqualTo(symbols == null ? "" : symbols);
        }

        @Test
        void takes_the_parameter_of_autoshares_samples_in_its_dialect(World world, Sandbox sandbox) {
            try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.AUTOSHARES))) {
                assertThat(symbols(get(asked, "/v1.0/equities/lookup?symbol=AAPL", "trader-token")))
                        .isEqualTo("AAPL");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"mask=Apple", "count=5", "symbol=Apple&count=5"})
        void without_its_parameters_does_not_exist(String query, World world) {
            var answer = get(world, "/v1.0/equities/lookup?" + query, "admin-token");
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getBody())
                    .isEqualTo("{\"Message\":\"No HTTP resource was found that matches the request URI '"
                            + world.apiUrl() + "/v1.0/equities/lookup?" + query + "'.\"}");
        }

        @Test
        void is_told_that_its_count_is_none(World world) {
            var answer = get(world, "/v1.0/equities/lookup?mask=a&count=0", "admin-token");
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(reason(answer)).isEqualTo("query parameter count is '0'; an int32 of 1 or more is needed");
        }
    }

    @Nested
    class A_page {
        @Test
        void of_equities_is_the_documented_one(World world) {
            String path = "/v1.0/equities?pageNumber=0&pageSize=2&sortField=Type&desc=true";
            var answer = get(world, path, "trader-token");
            assertThat(symbols(answer)).isEqualTo("INDY QQQ");
            assertThat(answer.getBody())
                    .endsWith("\"NextPageLink\":\"" + world.apiUrl() + path.replace("Number=0", "Number=1")
                            + "\",\"PreviousPageLink\":\"\",\"TotalCount\":9}");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                Symbol in ('AAPL', 'tsla')                        | AAPL TSLA
                Symbol = 'AAPL'                                   | AAPL
                Exchange = 'XNYS'                                 | APLE
                Symbol startsWith 'a'                             | AAPL APLE
                AddedDate < #2012-11-30T00:00:00# and AddedDate > #2000-01-01T00:00:00Z# | AAPL
                ModifyDate between #2018-01-01T00:00:00# and #2018-12-31T00:00:00# | AAPL INDY QQQ
                AllowMargin = true and AllowShort = false         |
                Currency = 'EUR'                                  |
                """)
        void of_equities_holds_those_that_the_filter_lets_through(String filter, String symbols, World world) {
            var answer = get(world, PAGE + "&filter=" + encoded(filter), "trader-token");
            assertThat(symbols(answer)).isEqualTo(symbols == null ? "" : symbols);
        }

        @Test
        void of_equities_is_refused_where_its_filter_is_wrong(World world) {
            var answer = get(world, PAGE + "&filter=" + encoded("AllowShort > true"), "trader-token");
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(reason(answer)).isEqualTo("column 12 of the filter: found '>'; allowed is '='");
        }

        @Test
        void of_equities_is_sorted_by_what_all_of_them_have(World world) {
            var answer = get(world, PAGE.replace("Id", "StrikePrice"), "trader-token");
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(reason(answer)).startsWith("sortField 'StrikePrice' is no field that equities can be sorted by");
        }
    }

    @Nested
    class An_option_chain {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                Range = 1                                    | C155 P155
                Range = 2                                    | C155 P155 C165 P165
                Range = 0                                    |
                ExpirationType = 0                           | C155 P155 C165 P165
                ExpirationType = 2                           |
                Expiration = #2019-05-03T00:00:00Z#          | C155 P155 C165 P165
                Expiration = #2019-05-10T00:00:00Z#          |
                """)
        void holds_the_options_that_the_filter_lets_through(String filter, String expected, World world) {
            var answer = get(world, CHAIN + "AAPL?filter=" + encoded(filter), "trader-token");
            assertThat(strikes(answer)).isEqualTo(expected == null ? "" : expected);
        }

        @Test
        void of_a_security_without_options_is_empty(World world) {
            assertThat(get(world, CHAIN + "TSLA", "trader-token").getBody()).isEqualTo("{\"Expirations\":[]}");
        }

        @Test
        void has_the_strike_next_to_the_price_in_its_centre_and_the_first_expiration_first(Sandbox sandbox) {
            String day = ",\"ExpirationDate\":\"2019-02-01T00:00:00Z\",\"UnderlyingAssetSymbol\":\"V\"";
            try (World world =
                    sandbox.newWorld(with("{\"Id\":1,\"Symbol\":\"V\",\"quote\":{\"Ask\":12,\"Bid\":11,\"Last\":11.5}},"
                            + "{\"Id\":2,\"Symbol\":\"V     190301P00011000\",\"Type\":\"Option\"},"
                            + "{\"Id\":3,\"Symbol\":\"V     190301C00012000\",\"Type\":\"Option\"},"
                            + "{\"Id\":4,\"Symbol\":\"V     190301P00012000\",\"Type\":\"Option\",\"ExpirationType\":\"Weekly\"},"
                            + "{\"Id\":5,\"Symbol\":\"V-10\",\"Type\":\"Option\",\"OptionType\":\"Call\",\"StrikePrice\":10"
                            + day + "}"))) {
                var answer = get(world, CHAIN + "v", "trader-token");
                assertThat(answer.getBody())
                        .startsWith("{\"Expirations\":[{\"Expiration\":\"2019-02-01T00:00:00Z\",\"CentralStrike\":10,")
                        .contains("]},{\"Expiration\":\"2019-03-01T00:00:00Z\",\"CentralStrike\":11,");
                assertThat(symbols(answer))
                        .isEqualTo("V-10 V     190301P00011000 V     190301C00012000 V     190301P00012000");
                assertThat(symbols(get(world, CHAIN + "V?filter=" + encoded("ExpirationType=2"), "trader-token")))
                        .isEqualTo("V     190301P00012000");
            }
        }

        @Test
        void has_the_middle_strike_in_its_centre_where_there_is_no_price(Sandbox sandbox) {
            try (World world =
                    sandbox.newWorld(with("{\"Id\":2,\"Symbol\":\"V     190301P00011000\",\"Type\":\"Option\"},"
                            + "{\"Id\":3,\"Symbol\":\"V     190301C00012000\",\"Type\":\"Option\"}"))) {
                assertThat(member(get(world, CHAIN + "V", "trader-token"), "CentralStrike"))
                        .isEqualTo("11");
            }
        }

        private static String strikes(HttpResponse<String> answer) {
            return symbols(answer).replaceAll("AAPL  190503(.)00(...)000", "$1$2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_has_no_token_is_refused(Dialect dialect, World world, Sandbox sandbox) {
        try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect))) {
            for (String path :
                    new String[] {PAGE, "/v1.0/equities/lookup?mask=a&count=1", "/v1.0/equities/4", CHAIN + "V"}) {
                assertThat(get(asked, path, "expired-token").getStatus())
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }

    /** A seed with these securities only. */
    private static Seed with(String securities) {
        String document = "{\"appKeys\":[{\"key\":\"demo-app-key\"}],\"users\":[{\"UserId\":1,"
                + "\"Login\":\"a\",\"password\":\"a\",\"administrator\":true}],\"accounts\":[],\"securities\":["
                + securities + "],\"tokens\":[{\"token\":\"admin-token\",\"UserId\":1},"
                + "{\"token\":\"trader-token\",\"UserId\":1}],\"orders\":[]}";
        return Fixtures.document("securities", document.getBytes(StandardCharsets.UTF_8))
                .load();
    }

    private static String symbols(HttpResponse<String> answer) {
        return Pattern.compile("\"Symbol\":\"([^\"]*)\"")
                .matcher(answer.getBody())
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.joining(" "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
