package io.github.etnasandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.security.Listing;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.security.SecurityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final Security APPLE = security(4, "AAPL", SecurityType.COMMON_STOCK);
    private static final Security CALL = security(700_001, "AAPL  190503C00165000", SecurityType.OPTION);
    private static final Directory<Security> SECURITIES = Directory.ofSecurities(List.of(CALL, APPLE));

    @Test
    void a_security_is_found_by_its_id() {
        assertThat(SECURITIES.find(4)).containsSame(APPLE);
        assertThat(SECURITIES.find(5)).isEmpty();
    }

    @Test
    void a_security_is_found_by_its_symbol_in_whatever_letter_case() {
        assertThat(SECURITIES.find("AAPL")).containsSame(APPLE);
        assertThat(SECURITIES.find("aApl")).containsSame(APPLE);
        assertThat(SECURITIES.find("AAP")).isEmpty();
    }

    @Test
    void every_space_of_an_option_symbol_counts() {
        assertThat(SECURITIES.find("aapl  190503c00165000")).containsSame(CALL);
        assertThat(SECURITIES.find("AAPL 190503C00165000")).isEmpty();
        assertThat(SECURITIES.find("AAPL  190503C00165000 ")).isEmpty();
    }

    @Test
    void all_are_listed_by_ascending_id() {
        assertThat(SECURITIES.all()).containsExactly(APPLE, CALL);
        assertThat(Directory.ofSecurities(List.of()).all()).isEmpty();
    }

    @Test
    void two_with_one_id_or_one_symbol_are_refused() {
        assertThatThrownBy(() -> Directory.ofSecurities(List.of(APPLE, security(4, "GOOG", SecurityType.COMMON_STOCK))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GOOG");
        assertThatThrownBy(() -> Directory.ofSecurities(List.of(APPLE, security(5, "aapl", SecurityType.COMMON_STOCK))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aapl");
    }

    @Test
    void an_option_is_a_contract_on_a_hundred_shares() {
        assertThat(CALL.multiplier()).isEqualTo(100);
        assertThat(APPLE.multiplier()).isEqualTo(1);
    }

    private static Security security(int id, String symbol, SecurityType type) {
        return new Security(new SecurityId(id), symbol, type, true, null, Listing.USUAL, null, null, KeptFields.NONE);
    }
}
