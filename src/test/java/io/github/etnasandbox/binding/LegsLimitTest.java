package io.github.etnasandbox.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.venue.OrderProperty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Legs are compared with each other, so that more of them than any order has would take more work than their number. */
class LegsLimitTest {
    @Test
    void a_hundred_legs_are_read() {
        assertThat(Bodies.bound(withLegs(100)).get(OrderProperty.LEGS, List.of()))
                .hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_010, 10_100})
    void all_beyond_are_one_error(int count) {
        Binding.Failed failed = Bodies.failed(withLegs(count));
        assertThat(failed.errors())
                .containsExactly(new Binding.ModelError(
                        "placeParams.Legs[100]", "/Legs/100 is one more than the 100 legs that an order may have"));
    }

    private static String withLegs(int count) {
        return "{\"Legs\":[" + "{},".repeat(count - 1) + "{}]}";
    }
}
