package io.github.etnasandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.security.Listing;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.security.SecurityType;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final Security APPLE = security(4, "AAPL", SecurityType.COMMON_STOCK);
    private static final Security CALL = security(700_001, "AAPL  190503C00165000", SecurityType.OPTION);
    private static final Directory<Security> SECURITIES =
            Directory.ofSecurities().plus(CALL).plus(APPLE);

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
        assertThat(Directory.ofSecurities().all()).isEmpty();
    }

    @Test
    void what_gets_another_symbol_is_no_longer_found_by_the_old_one() {
        Directory<Security> renamed = SECURITIES.plus(security(4, "APL", SecurityType.COMMON_STOCK));
        assertThat(renamed.find("AAPL")).isEmpty();
        assertThat(renamed.find("apl")).isEqualTo(renamed.find(4));
        assertThat(SECURITIES.find("AAPL")).containsSame(APPLE);
    }

    @Test
    void what_is_removed_is_found_by_nothing_and_its_symbol_may_be_that_of_another_then() {
        Directory<Security> rest = SECURITIES.minus(4);
        assertThat(rest.find(4)).isEmpty();
        assertThat(rest.find("AAPL")).isEmpty();
        Security other = security(5, "AAPL", SecurityType.COMMON_STOCK);
        assertThat(rest.plus(other).find("AAPL")).containsSame(other);
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
