package io.github.etnasandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByIdTest {
    @Test
    void an_empty_map_names_nothing() {
        ById<String> empty = ById.empty();
        assertThat(empty.size()).isZero();
        assertThat(empty.get(0)).isNull();
        assertThat(empty.values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 255, 256, 73_552, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void every_id_can_be_named_and_no_other_is_then(int id) {
        ById<String> one = ById.<String>empty().plus(id, "one");
        assertThat(one.values()).containsExactly("one");
        assertThat(one.get(id)).isEqualTo("one");
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            assertThat(one.get(id ^ (1 << bit))).isNull();
        }
    }

    @RepeatedTest(20)
    void any_sequence_of_changes_gives_what_a_sorted_map_gives_and_leaves_the_older_maps_alone(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int bound = 1 << random.nextInt(5, 31);
        ById<Integer> map = ById.empty();
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        for (int value = 0; value < 500; value++) {
            ById<Integer> before = map;
            Map<Integer, Integer> expectedBefore = Map.copyOf(expected);
            int id = random.nextInt(bound);
            map = map.plus(id, value);
            expected.put(id, value);
            assertThat(before.get(id)).isEqualTo(expectedBefore.get(id));
        }
        ById<Integer> again = ById.empty();
        for (Map.Entry<Integer, Integer> entry : expected.entrySet()) {
            assertThat(map.get(entry.getKey())).isEqualTo(entry.getValue());
            again = again.plus(entry.getKey(), entry.getValue());
        }
        assertThat(map).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo(again.plus(0, -1));
        assertThat(map.size()).isEqualTo(expected.size());
        assertThat(map.values()).containsExactlyElementsOf(expected.values());
        List<Integer> handedOver = new ArrayList<>();
        map.forEachValue(handedOver::add);
        assertThat(handedOver).containsExactlyElementsOf(expected.values());
        int to = random.nextInt(handedOver.size() + 1);
        int from = random.nextInt(to + 1);
        assertThat(map.values(from, to)).isEqualTo(handedOver.subList(from, to));
        assertThat(map.values(0, map.size())).isEqualTo(handedOver);
    }

    @RepeatedTest(20)
    void what_is_removed_is_as_if_it_had_never_been_there(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int bound = 1 << random.nextInt(5, 31);
        ById<Integer> map = ById.empty();
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        for (int value = 0; value < 300; value++) {
            int id = random.nextInt(bound);
            map = map.plus(id, value);
            expected.put(id, value);
            int gone = random.nextBoolean() ? expected.lastKey() : random.nextInt(bound);
            map = map.minus(gone);
            expected.remove(gone);
        }
        assertThat(map).isEqualTo(of(expected));
        assertThat(map.size()).isEqualTo(expected.size());
        assertThat(map.values()).containsExactlyElementsOf(expected.values());
        assertThat(map.last())
                .isEqualTo(expected.isEmpty() ? null : expected.lastEntry().getValue());
        for (int id : List.copyOf(expected.keySet())) {
            map = map.minus(id);
        }
        assertThat(map).isEqualTo(ById.empty());
        assertThat(map.last()).isNull();
    }

    @RepeatedTest(20)
    void what_differs_between_two_maps_is_what_has_another_value_in_one_of_them(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        TreeMap<Integer, Integer> before = new TreeMap<>();
        for (int value = 0; value < 300; value++) {
            before.put(random.nextInt(1 << random.nextInt(5, 31)), value);
        }
        ById<Integer> map = of(before);
        ById<Integer> changed = map;
        TreeMap<Integer, Integer> after = new TreeMap<>(before);
        for (int value = 1_000; value < 1_010; value++) {
            int added = random.nextInt(1 << random.nextInt(5, 31));
            int gone = random.nextBoolean() ? after.lastKey() : after.firstKey();
            changed = changed.plus(added, value).minus(gone);
            after.put(added, value);
            after.remove(gone);
        }
        List<String> expected = new ArrayList<>();
        TreeMap<Integer, Integer> all = new TreeMap<>(before);
        all.putAll(after);
        all.keySet().stream()
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .forEach(id -> expected.add(before.get(id) + " " + after.get(id)));

        List<String> differences = new ArrayList<>();
        changed.forEachDifference(map, (was, is) -> differences.add(was + " " + is));

        assertThat(differences).isEqualTo(expected);
    }

    private static ById<Integer> of(Map<Integer, Integer> entries) {
        ById<Integer> map = ById.empty();
        for (Map.Entry<Integer, Integer> entry : entries.entrySet()) {
            map = map.plus(entry.getKey(), entry.getValue());
        }
        return map;
    }

    @Test
    void there_are_no_values_beyond_the_last() {
        ById<String> one = ById.<String>empty().plus(73_552, "one");
        assertThat(one.values(1, 1)).isEmpty();
        assertThatThrownBy(() -> one.values(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> one.values(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
