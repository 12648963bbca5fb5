package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void letters_of_any_language_stay_for_people_but_not_in_a_header() {
        assertThat(Printable.line("Zo\u00eb \ud83d\ude00")).isEqualTo("Zo\u00eb \ud83d\ude00");
        assertThat(Printable.ascii("Zo\u00eb \ud83d\ude00")).isEqualTo("Zo\\u00eb \\ud83d\\ude00");
    }

    @Test
    void what_breaks_lines_moves_cursors_or_turns_text_is_written_as_its_number() {
        assertThat(Printable.line("a\r\n\t\0\033[2J\177\u0085\u009b\u2028\u202e\ud83d"))
                .isEqualTo("a\\u000d\\u000a\\u0009\\u0000\\u001b[2J\\u007f\\u0085\\u009b\\u2028\\u202e\\ud83d");
    }
}
