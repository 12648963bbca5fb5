package io.github.etnasandbox.binding;

import static io.github.etnasandbox.binding.Bodies.bound;
import static io.github.etnasandbox.binding.Bodies.hints;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.venue.OrderProperty;
import io.github.etnasandbox.venue.OrderProperty.AmountType;
import io.github.etnasandbox.venue.OrderProperty.ExecInsts;
import io.github.etnasandbox.venue.OrderProperty.ExtendedHours;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {
    private static final OrderParameters NOTHING = bound("{}");

    @Test
    void every_property_is_read() {
        assertThat(bound("""
                {"Id":1,"Symbol":"AAPL","ClientId":"c1","ExpireDate":"2019-01-22T21:00:00Z","Type":"StopLimit",
                "Side":"SellShort","ExecInst":"AllOrNone","TimeInforce":"GoodTillDate","Quantity":100,"Price":1.5,
                "StopPrice":2.5,"Exchange":"XNAS","TrailingStopAmountType":"Persentage","TrailingStopAmount":3,
                "TrailingLimitAmountType":"Absolute","TrailingLimitAmount":4,"ExtendedHours":"REGPOST",
                "ExecutionInstructions":{"b":"1","a":"2"},"Token":"t","ValidationsToBypass":-5,"Comment":"é \\ud83d\\ude00",
                "ParentId":6,"Legs":[{"Symbol":"MSFT"},{"Legs":[]}]}
                """))
                .isEqualTo(NOTHING.with(OrderProperty.ID, 1)
                        .with(OrderProperty.SYMBOL, "AAPL")
                        .with(OrderProperty.CLIENT_ID, "c1")
                        .with(OrderProperty.EXPIRE_DATE, Instant.parse("2019-01-22T21:00:00Z"))
                        .with(OrderProperty.TYPE, OrderType.STOP_LIMIT)
                        .with(OrderProperty.SIDE, Side.SELL_SHORT)
                        .with(OrderProperty.EXEC_INST, new ExecInsts("\"AllOrNone\""))
                        .with(OrderProperty.TIME_IN_FORCE, TimeInForce.GOOD_TILL_DATE)
                        .with(OrderProperty.QUANTITY, 100.0)
                        .with(OrderProperty.PRICE, 1.5)
                        .with(OrderProperty.STOP_PRICE, 2.5)
                        .with(OrderProperty.EXCHANGE, "XNAS")
                        .with(OrderProperty.TRAILING_STOP_AMOUNT_TYPE, AmountType.PERSENTAGE)
                        .with(OrderProperty.TRAILING_STOP_AMOUNT, 3.0)
                        .with(OrderProperty.TRAILING_LIMIT_AMOUNT_TYPE, AmountType.ABSOLUTE)
                        .with(OrderProperty.TRAILING_LIMIT_AMOUNT, 4.0)
                        .with(OrderProperty.EXTENDED_HOURS, ExtendedHours.REGPOST)
                        .with(OrderProperty.EXECUTION_INSTRUCTIONS, Map.of("a", "2", "b", "1"))
                        .with(OrderProperty.TOKEN, "t")
                        .with(OrderProperty.VALIDATIONS_TO_BYPASS, -5)
                        .with(OrderProperty.COMMENT, "é 😀")
                        .with(OrderProperty.PARENT_ID, 6)
                        .with(OrderProperty.LEGS, List.of(bound("{\"Symbol\":\"MSFT\"}"), bound("{\"Legs\":[]}"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \r\n\t",
                "null",
                " null ",
                "{}",
                "\uFEFF{}",
                "{\"Symbol\":null,\"LEGS\":null,\"Type\":null}"
            })
    void what_says_nothing_has_no_properties(String body) {
        assertThat(bound(body)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quantity", "quantity", "QUANTITY", "qUANTITY"})
    void a_property_is_known_in_any_letter_case(String name) {
        assertThat(bound("{\"" + name + "\":5}").get(OrderProperty.QUANTITY)).isEqualTo(5.0);
        assertThat(hints("{\"" + name + "\":5}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"Price\":1,\"price\":2}', 2",
        "'{\"Price\":1,\"Price\":null}', ",
        "'{\"Price\":null,\"PRICE\":3}', 3",
    })
    void of_a_property_that_is_there_twice_the_last_one_counts(String body, Double price) {
        assertThat(bound(body).get(OrderProperty.PRICE)).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100       | 100
            1e2       | 100
            -0.5      | -0.5
            "100"     | 100
            " 1.50 "  | 1.5
            "+3"      | 3
            "1,000.5" | 1000.5
            ".5"      | 0.5
            "5."      | 5
            "1E-2"    | 0.01
            """)
    void a_number_may_be_a_text(String json, double value) {
        assertThat(bound("{\"Quantity\":" + json + "}").get(OrderProperty.QUANTITY))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2147483647    | 2147483647
            "-2147483648" | -2147483648
            " +07 "       | 7
            """)
    void so_may_a_whole_number(String json, int value) {
        assertThat(bound("{\"Id\":" + json + "}").get(OrderProperty.ID)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2019-01-22T21:00:00Z"         | 2019-01-22T21:00:00Z
            "2019-01-22T21:00:00.5+01:30"  | 2019-01-22T19:30:00.5Z
            "2019-01-22T21:00:00"          | 2019-01-22T21:00:00Z
            "2019-01-22T21:00:00.1234567"  | 2019-01-22T21:00:00.123456700Z
            "2019-01-22"                   | 2019-01-22T00:00:00Z
            """)
    void a_date_without_a_zone_is_in_utc(String json, Instant date) {
        assertThat(bound("{\"ExpireDate\":" + json + "}").get(OrderProperty.EXPIRE_DATE))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "GoodTillCancel, GOOD_TILL_CANCEL",
        "goodtillcancel, GOOD_TILL_CANCEL",
        "GTC, GOOD_TILL_CANCEL",
        "gtc, GOOD_TILL_CANCEL",
        "' DAY ', DAY",
    })
    void a_word_is_known_in_any_letter_case(String word, TimeInForce meant) {
        assertThat(bound("{\"TimeInForce\":\"" + word + "\"}").get(OrderProperty.TIME_IN_FORCE))
                .isEqualTo(meant);
    }

    @Test
    void percentage_may_be_spelt_as_everybody_else_does() {
        assertThat(bound("{\"TrailingStopAmountType\":\"Percentage\"}").get(OrderProperty.TRAILING_STOP_AMOUNT_TYPE))
                .isEqualTo(AmountType.PERSENTAGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                           | 0
            6                           | 6
            "AllOrNone"                 | "AllOrNone"
            "donotreduce,ALLORNONE"     | "DoNotReduce, AllOrNone"
            """)
    void execution_instructions_are_spelt_as_orders_show_them(String json, String shown) {
        assertThat(bound("{\"ExecInst\":" + json + "}").get(OrderProperty.EXEC_INST))
                .isEqualTo(new ExecInsts(shown));
    }

    @Test
    void a_text_may_be_a_number_or_a_flag() {
        OrderParameters order = bound("{\"ClientId\":12.50,\"Comment\":true,\"Token\":\"\","
                + "\"ExecutionInstructions\":{\"a\":1,\"b\":false,\"c\":null,\"d\":\"x\",\"d\":\"y\"}}");
        assertThat(order.get(OrderProperty.CLIENT_ID)).isEqualTo("12.50");
        assertThat(order.get(OrderProperty.COMMENT)).isEqualTo("true");
        assertThat(order.get(OrderProperty.TOKEN)).isEmpty();
        assertThat(order.get(OrderProperty.EXECUTION_INSTRUCTIONS))
                .containsExactly(Map.entry("a", "1"), Map.entry("b", "false"), Map.entry("d", "y"));
    }

    @Test
    void unknown_properties_are_ignored_and_told() {
        assertThat(hints("{\"Quantitty\":[{\"a\":1}],\"Legs\":[{},{\"sdie\":\"Buy\"}],\"Colour\":null}"))
                .containsExactly(
                        "unknown property /Quantitty is ignored, did you mean Quantity?",
                        "unknown property /Legs/1/sdie is ignored, did you mean Side?",
                        "unknown property /Colour is ignored");
    }

    @Test
    void what_is_missing_is_told_by_its_documented_name() {
        assertThat(bound("{\"side\":\"Buy\"}").missingToPlace()).containsExactly("Symbol", "Quantity", "Type");
        assertThat(bound("{\"ID\":1}").missingToReplace())
                .containsExactly("Quantity", "Price", "ExecutionInstructions");
        assertThat(bound("{\"Id\":1,\"Quantity\":5,\"Price\":49,\"ExecutionInstructions\":{}}")
                        .missingToReplace())
                .isEmpty();
    }

    @Test
    void a_body_is_read_the_same_each_time() {
        byte[] body = "{\"Symbol\":\"AAPL\",\"x\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(Binding.read(body, "placeParams")).isEqualTo(Binding.read(body, "placeParams"));
    }
}
