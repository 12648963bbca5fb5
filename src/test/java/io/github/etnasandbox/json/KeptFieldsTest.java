package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptFieldsTest {
    private static final KeptFields FIELDS = KeptFields.of(List.of("a", "1", "b", "2"));

    @Test
    void a_field_of_the_same_name_takes_its_place() {
        assertThat(FIELDS.with(KeptFields.of(List.of("a", "3")))).isEqualTo(KeptFields.of(List.of("a", "3", "b", "2")));
    }

    @Test
    void new_fields_come_behind_the_others() {
        assertThat(FIELDS.with(KeptFields.of(List.of("c", "3", "b", "4", "d", "5"))))
                .isEqualTo(KeptFields.of(List.of("a", "1", "b", "4", "c", "3", "d", "5")));
    }

    @Test
    void what_changes_nothing_makes_no_new_value() {
        assertThat(FIELDS.with(KeptFields.of(List.of("b", "2")))).isSameAs(FIELDS);
        assertThat(FIELDS.with(KeptFields.NONE)).isSameAs(FIELDS);
    }

    @Test
    void the_fields_before_stay_as_they_were() {
        assertThat(FIELDS.with(KeptFields.of(List.of("a", "3")))).isNotEqualTo(FIELDS);
        assertThat(FIELDS).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    }

    @Test
    void they_are_a_map_that_keeps_its_order_and_cannot_be_changed() {
        Map<String, String> sameOfTheJdk = Map.of("b", "2", "a", "1");
        assertThat(FIELDS).isEqualTo(sameOfTheJdk).hasSameHashCodeAs(sameOfTheJdk);
        assertThat(sameOfTheJdk).isEqualTo(FIELDS);
        assertThat(FIELDS).isEqualTo(KeptFields.of(List.of("b", "2", "a", "1"))).isNotEqualTo(Map.of("a", "1"));
        assertThat(FIELDS.keySet()).containsExactly("a", "b");
        assertThat(FIELDS.values()).containsExactly("1", "2");
        assertThat(FIELDS)
                .containsKey("a")
                .doesNotContainKey("c")
                .containsValue("2")
                .hasToString("{a=1, b=2}");
        assertThatThrownBy(() -> FIELDS.entrySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> FIELDS.put("a", "3")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> FIELDS.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_copy_of_them_is_themselves_and_one_of_another_map_keeps_its_order() {
        assertThat(KeptFields.copyOf(FIELDS)).isSameAs(FIELDS);
        Map<String, String> other = new LinkedHashMap<>();
        other.put("b", "2");
        other.put("a", "1");
        assertThat(KeptFields.copyOf(other).keySet()).containsExactly("b", "a");
    }
}
