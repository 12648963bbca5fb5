package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    private static final List<String> WORDS = List.of("Quantity", "Side", "Status", "SecurityId");

    @ParameterizedTest
    @CsvSource({"Quantiy, Quantity", "quantity, Quantity", "Sdie, Side", "Statuss, Status", "SecurityID, SecurityId"})
    void a_slip_is_understood(String word, String meant) {
        assertThat(NearMiss.of(word, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Price", "X", "''", "Completely-different"})
    void another_word_is_not(String word) {
        assertThat(NearMiss.of(word, WORDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, abd, 1", "abc, ab, 1", "abc, xabc, 1", "abc, acb, 1"})
    void edits_are_counted(String from, String to, int edits) {
        assertThat(NearMiss.edits(from, to)).isEqualTo(edits);
        assertThat(NearMiss.edits(to, from)).isEqualTo(edits);
    }
}
