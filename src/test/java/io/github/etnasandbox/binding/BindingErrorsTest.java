package io.github.etnasandbox.binding;

import static io.github.etnasandbox.binding.Bodies.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Side":"Sell Short"        | Side | /Side must be one of Buy, Sell, SellShort, BuyToCover, found "Sell Short"; did you mean "SellShort"?
            "side":"Hold"              | side | /side must be one of Buy, Sell, SellShort, BuyToCover, found "Hold"
            "Side":""                  | Side | /Side must be one of Buy, Sell, SellShort, BuyToCover, found ""
            "Side":1                   | Side | /Side must be one of Buy, Sell, SellShort, BuyToCover, found 1; numbers of words are not documented
            "Side":["Buy"]             | Side | /Side must be one of Buy, Sell, SellShort, BuyToCover, found an array
            "Quantity":"many"          | Quantity | /Quantity must be a number, found "many"
            "Quantity":""              | Quantity | /Quantity must be a number, found ""
            "Quantity":"NaN"           | Quantity | /Quantity must be a number, found "NaN"
            "Quantity":"Infinity"      | Quantity | /Quantity must be a number, found "Infinity"
            "Quantity":"0x10"          | Quantity | /Quantity must be a number, found "0x10"
            "Quantity":1e999           | Quantity | /Quantity must be a number, found 1e999
            "Quantity":true            | Quantity | /Quantity must be a number, found true
            "Quantity":{"a":{}}        | Quantity | /Quantity must be a number, found an object
            "Id":2147483648            | Id | /Id must be a whole number of 32 bits, found 2147483648
            "Id":5.0                   | Id | /Id must be a whole number of 32 bits, found 5.0
            "Id":"12a"                 | Id | /Id must be a whole number of 32 bits, found "12a"
            "Symbol":{}                | Symbol | /Symbol must be a text, found an object
            "ExpireDate":"22.01.2019"  | ExpireDate | /ExpireDate must be a date such as "2019-01-21T15:30:00Z", found "22.01.2019"
            "ExpireDate":1548084600    | ExpireDate | /ExpireDate must be a date such as "2019-01-21T15:30:00Z", found 1548084600
            "ExecInst":"AllOrNnoe"     | ExecInst | /ExecInst must be one of DoNotIncrease, DoNotReduce, AllOrNone, None, CashAmountOrder, FullLiquidation, found "AllOrNnoe"; did you mean "AllOrNone"?
            "ExecInst":0.5             | ExecInst | /ExecInst must be a whole number, or words parted by commas, found 0.5
            "Legs":{}                  | Legs | /Legs must be an array of orders, found an object
            "Legs":[{},7]              | Legs[1] | /Legs/1 must be an object, found 7
            "Legs":[null]              | Legs[0] | /Legs/0 must be an object, found null
            "Legs":[[{}]]              | Legs[0] | /Legs/0 must be an object, found an array
            "Legs":[{"Side":3.5}]      | Legs[0].Side | /Legs/0/Side must be one of Buy, Sell, SellShort, BuyToCover, found 3.5; numbers of words are not documented
            "ExecutionInstructions":[] | ExecutionInstructions | /ExecutionInstructions must be an object of texts, found an array
            "ExecutionInstructions":{"a":{"b":1}} | ExecutionInstructions.a | /ExecutionInstructions/a must be a text, found an object
            "ExecutionInstructions":{"it's":[]} | ExecutionInstructions['it\\\\'s'] | /ExecutionInstructions/it's must be a text, found an array
            """)
    void a_wrong_property_is_told_with_its_place(String property, String path, String reason) {
        Binding.Failed errors = failed("{" + property + ",\"Symbol\":\"AAPL\"}");
        assertThat(errors.modelState()).isEqualTo("{\"placeParams." + path + "\":[\"An error has occurred.\"]}");
        assertThat(errors.reason()).isEqualTo(reason);
    }

    @Test
    void all_wrong_properties_are_told_in_the_order_they_were_met() {
        Binding.Failed errors = failed("{\"Type\":\"Limt\",\"Legs\":[{},{\"Quantity\":[]}],\"Pric\":1,\"Side\":2}");
        assertThat(errors.modelState())
                .isEqualTo("{\"placeParams.Type\":[\"An error has occurred.\"],"
                        + "\"placeParams.Legs[1].Quantity\":[\"An error has occurred.\"],"
                        + "\"placeParams.Side\":[\"An error has occurred.\"]}");
        assertThat(errors.reason())
                .startsWith("/Type must be one of Market, Limit, ")
                .contains(
                        "found \"Limt\"; did you mean \"Limit\"?; and /Legs/1/Quantity must be a number, found an array")
                .endsWith("; and unknown property /Pric is ignored, did you mean Price?");
    }

    @Test
    void a_property_that_is_wrong_twice_has_two_messages() {
        assertThat(failed("{\"Id\":[],\"Id\":{},\"Id\":1}").modelState())
                .isEqualTo("{\"placeParams.Id\":[\"An error has occurred.\",\"An error has occurred.\"]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Symbol=AAPL         | the body cannot be read at line 1, column 1: not JSON: Unrecognized token 'Symbol'
            {"Symbol":"AAPL",,} | the body cannot be read at line 1, column 18: not JSON: Unexpected character (','
            {"Symbol":"AA       | the body cannot be read at line 1, column 14: not JSON: it ends in the middle
            {'Symbol':'AAPL'}   | the body cannot be read at line 1, column 2: not JSON: Unexpected character (''
            {"Price":NaN}       | the body cannot be read at line 1, column 13: not JSON: Non-standard token 'NaN'
            {"Price":007}       | the body cannot be read at line 1, column 11: not JSON: Invalid numeric value
            {"Comment":"\\ud800"} | the body cannot be read at line 1, column 12: not JSON: half a surrogate pair
            {"\\udc00":1}        | the body cannot be read at line 1, column 2: not JSON: half a surrogate pair
            []                  | the body must be an object, found an array
            [{"Side":1}]        | the body must be an object, found an array
            "{}"                | the body must be an object, found "{}"
            7                   | the body must be an object, found 7
            {}{}                | there is more after the end of the body's value, found an object
            null null           | there is more after the end of the body's value, found null
            """)
    void what_is_no_json_object_is_an_error_of_the_body(String body, String reason) {
        Binding.Failed errors = failed(body.replace("\\\\", "\\"));
        assertThat(errors.modelState()).isEqualTo("{\"placeParams\":[\"An error has occurred.\"]}");
        assertThat(errors.reason()).startsWith(reason);
    }

    @Test
    void what_was_wrong_before_the_text_broke_off_is_told_too() {
        Binding.Failed errors = failed("{\"Id\":[],\n\"Side\"");
        assertThat(errors.modelState())
                .isEqualTo(
                        "{\"placeParams.Id\":[\"An error has occurred.\"],\"placeParams\":[\"An error has occurred.\"]}");
        assertThat(errors.reason()).contains("; and the body cannot be read at line 2, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Symbol\":\"\u00ff\"}", "\u00fe\u00ff{}", "{\"\u00c0\u0080\":1}", "\u00ff"})
    void bytes_that_are_not_utf_8_are_an_error_of_the_body(String latin1) {
        Binding.Failed errors = failed(latin1.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(errors.modelState()).isEqualTo("{\"placeParams\":[\"An error has occurred.\"]}");
        assertThat(errors.reason()).contains("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{\"Legs\":["})
    void what_is_nested_too_deeply_is_an_error_of_the_body(String opening) {
        Binding.Failed errors = failed(opening.repeat(100_000));
        assertThat(errors.modelState()).endsWith("\"placeParams\":[\"An error has occurred.\"]}");
        assertThat(errors.reason()).contains("nesting depth (257)");
    }

    @Test
    void a_number_of_too_many_digits_is_an_error_of_the_body() {
        assertThat(failed("{\"Quantity\":" + "9".repeat(1_000_000) + "}").modelState())
                .isEqualTo("{\"placeParams\":[\"An error has occurred.\"]}");
    }

    @Test
    void no_more_than_200_errors_are_told() {
        assertThat(failed("{\"Legs\":[" + "1,".repeat(100_000) + "1]}").errors())
                .hasSize(200);
    }
}
