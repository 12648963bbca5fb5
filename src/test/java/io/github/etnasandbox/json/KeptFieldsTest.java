package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(FIELDS.asMap()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    }
}
