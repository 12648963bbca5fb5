package io.github.etnasandbox.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.json.KeptFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecuritiesTest {
    private static final Security APPLE = security(4, "AAPL", SecurityType.STOCK);
    private static final Security CALL = security(700_001, "AAPL  190503C00165000", SecurityType.OPTION);
    private static final Securities SECURITIES = Securities.of(List.of(CALL, APPLE));

    @Test
    void a_security_is_found_by_its_id() {
        assertThat(SECURITIES.find(new SecurityId(4))).containsSame(APPLE);
        assertThat(SECURITIES.find(new SecurityId(5))).isEmpty();
    }

    @Test
    void a_security_is_found_by_its_symbol_in_whatever_letter_case() {
        assertThat(SECURITIES.findBySymbol("AAPL")).containsSame(APPLE);
        assertThat(SECURITIES.findBySymbol("aApl")).containsSame(APPLE);
        assertThat(SECURITIES.findBySymbol("AAP")).isEmpty();
    }

    @Test
    void every_space_of_an_option_symbol_counts() {
        assertThat(SECURITIES.findBySymbol("aapl  190503c00165000")).containsSame(CALL);
        assertThat(SECURITIES.findBySymbol("AAPL 190503C00165000")).isEmpty();
        assertThat(SECURITIES.findBySymbol("AAPL  190503C00165000 ")).isEmpty();
    }

    @Test
    void all_are_listed_by_ascending_id() {
        assertThat(SECURITIES.all()).containsExactly(APPLE, CALL);
        assertThat(Securities.none().all()).isEmpty();
    }

    @Test
    void two_with_one_id_or_one_symbol_are_refused() {
        assertThatThrownBy(() -> Securities.of(List.of(APPLE, security(4, "GOOG", SecurityType.STOCK))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GOOG");
        assertThatThrownBy(() -> Securities.of(List.of(APPLE, security(5, "aapl", SecurityType.STOCK))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aapl");
    }

    @Test
    void an_option_is_a_contract_on_a_hundred_shares() {
        assertThat(CALL.multiplier()).isEqualTo(100);
        assertThat(APPLE.multiplier()).isEqualTo(1);
    }

    private static Security security(int id, String symbol, SecurityType type) {
        return new Security(new SecurityId(id), symbol, type, true, null, KeptFields.NONE);
    }
}
