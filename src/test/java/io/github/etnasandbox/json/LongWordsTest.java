package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comparing two words takes the product of their lengths, so that long ones are not compared. */
class LongWordsTest {
    @Test
    void words_of_up_to_200_characters_are_compared() {
        assertThat(NearMiss.edits("a".repeat(200), "a".repeat(199))).isEqualTo(1);
        assertThat(NearMiss.edits("a".repeat(201), "a".repeat(200))).isEqualTo(Integer.MAX_VALUE);
        assertThat(NearMiss.edits("a".repeat(3_000), "a".repeat(3_000))).isEqualTo(Integer.MAX_VALUE);
    }
}
