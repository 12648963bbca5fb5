package io.github.etnasandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final String BODY = "{\"id\":\"evt_default_173095_order_filled\",\"type\":\"order.filled\"}";

    /** The digits are what {@code openssl dgst -sha256 -hmac} prints of the body and the secret, in UTF-8. */
    @ParameterizedTest
    @CsvSource({
        "whsec_5a1f, 7aabf1d029a8246a007527782f94ee6af66a9b2a2ab893be9955b24de7f7f19e",
        "Schlüssel, 24cb40931d16080c228b034aef53980b6aca24f918a97c2ce270ddf4b99aa60b"
    })
    void a_body_is_signed_as_openssl_does_it(String secret, String digits) {
        assertThat(Signature.of(BODY, secret)).isEqualTo("sha256=" + digits);
    }
}
