package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of 1 to 5 are listed. */
class SliceTest {
    private static final List<Integer> ALL = IntStream.rangeClosed(1, 5).boxed().toList();

    @ParameterizedTest
    @CsvSource({
        "0, 2, false, '[1, 2]'",
        "3, 9, false, '[4, 5]'",
        "9, 1, false, []",
        "1, 2147483647, false, '[2, 3, 4, 5]'",
        "0, 2, true, '[4, 5]'",
        "1, 2, true, '[3, 4]'",
        "9, 1, true, []",
        "1, 2147483647, true, '[1, 2, 3, 4]'"
    })
    void so_many_are_listed_behind_those_that_are_left_out(int skip, int limit, boolean isNewest, String listed) {
        assertThat(new Slice(skip, limit, isNewest).of(ALL)).hasToString(listed);
    }
}
