package io.github.etnasandbox.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, they are read or refused. */
class GarbageTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"Side\"",
            "\"Legs\"",
            "\"Buy\"",
            "\"ExecutionInstructions\"",
            "\"Quantity\"",
            "1",
            "-",
            "1e",
            "e9",
            "null",
            "tru",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            " ",
            "\n",
            "\u0000",
            "\uFEFF",
            "é",
            "😀");

    @Test
    void random_bytes_are_refused() {
        Random random = new Random(6303);
        for (int i = 0; i < 2_000; i++) {
            byte[] garbage = new byte[1 + random.nextInt(100)];
            random.nextBytes(garbage);
            assertTold(garbage);
        }
    }

    @Test
    void random_pieces_of_json_are_read_or_refused() {
        Random random = new Random(73552);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder(i % 2 == 0 ? "{" : "");
            for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
                body.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertTold(body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void an_order_cut_anywhere_is_refused() {
        byte[] order =
                "{\"Symbol\":\"ÄÖ\",\"Legs\":[{\"Side\":\"Buy\",\"ExecutionInstructions\":{\"a\":\"1\"}}],\"Price\":1.5}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < order.length; length++) {
            assertThat(Bodies.failed(Arrays.copyOf(order, length)).modelState())
                    .isEqualTo("{\"placeParams\":[\"An error has occurred.\"]}");
        }
    }

    private static void assertTold(byte[] body) {
        Binding binding = Binding.read(body, "placeParams");
        if (binding instanceof Binding.Failed failed) {
            assertThat(failed.errors()).isNotEmpty();
            assertThat(failed.reason()).isNotBlank();
            assertThat(Binding.read(failed.modelState().getBytes(StandardCharsets.UTF_8), "modelState"))
                    .isInstanceOf(Binding.Bound.class); // it is JSON itself, with nothing but unknown properties
        }
    }
}
