package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderRanksTest {
    private static final int COUNT = 500;

    static Stream<long[]> numbers() {
        Random random = new Random(1);
        return Stream.of(
                numbers(i -> i),
                numbers(i -> -i),
                numbers(i -> 7),
                numbers(i -> i % 2),
                numbers(i -> Math.min(i, COUNT - i)),
                numbers(i -> Math.max(i, COUNT - i)),
                numbers(i -> i == 0 ? Long.MAX_VALUE : Long.MIN_VALUE),
                numbers(i -> random.nextLong()),
                numbers(i -> random.nextInt(9)),
                slow());
    }

    private static long[] numbers(IntToLongFunction number) {
        return IntStream.range(0, COUNT).mapToLong(number).toArray();
    }

    /** Numbers of which each step takes away few: the three that it looks at are always among the smallest left. */
    private static long[] slow() {
        int[] places = IntStream.range(0, COUNT).toArray();
        long[] numbers = new long[COUNT];
        long next = 0;
        for (int low = 0; low < COUNT - 1; low += 2) {
            swap(places, low + 1, (low + COUNT - 1) >>> 1);
            numbers[places[low]] = next++;
            numbers[places[low + 1]] = next++;
        }
        return numbers;
    }

    private static void swap(int[] places, int one, int other) {
        int place = places[one];
        places[one] = places[other];
        places[other] = place;
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void the_number_at_a_place_is_what_sorting_puts_there(long[] numbers) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        for (int place = 0; place < COUNT; place++) {
            long[] partly = numbers.clone();
            long found = OrderRanks.select(partly, 0, place);
            assertThat(found).isEqualTo(sorted[place]);
            assertThat(Arrays.stream(partly, 0, place).filter(before -> before > found))
                    .isEmpty();
            assertThat(Arrays.stream(partly, place, COUNT).filter(behind -> behind < found))
                    .isEmpty();
            int last = (place + COUNT - 1) / 2;
            assertThat(OrderRanks.select(partly, place, last)).isEqualTo(sorted[last]);
        }
    }
}
