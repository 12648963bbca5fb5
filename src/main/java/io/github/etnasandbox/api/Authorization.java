package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.token.TokenIssuer;
import io.github.etnasandbox.user.User;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The check of a request's {@code Authorization} header. */
record Authorization(Admission admission, Answer denial) {

    private static final String FIRST_STEP =
            "log in without VerificationCode first, and send the token of that answer in"
                    + " Authorization together with the code";

    /** A good access token and its user. */
    record Access(Token token, User user) {}

    /** Finds the access token and its user; refuses when there is no token, or not a good one. */
    Access access() {
        Token token = token();
        if (token.interim()) {
            throw refused("the token is an interim one, good only for the second step of its login (POST /token)");
        }
        Optional<User> user = admission.state().user(token.userId());
        if (user.isEmpty() || !user.get().enabled()) {
            throw refused("the token's user " + token.userId() + " is disabled");
        }
        return new Access(token, user.get());
    }

    /** Finds the interim token of a login's first step; refuses when there is none, or not a good one of this user. */
    Token interimOf(User user) {
        Token token = token();
        if (!token.interim()) {
            throw refused("the token is an access token; the interim one of the login's first step is needed");
        }
        if (!token.userId().equals(user.id())) {
            throw refused("the interim token is another user's");
        }
        return token;
    }

    private Token token() {
        String sent = sentToken();
        Token token = admission
                .state()
                .token(sent)
                .orElseThrow(() -> refused("the token is unknown to this world: "
                        + TokenIssuer.of(admission.state().appKeys().keySet()).explainUnknown(sent, admission.now())));
        if (token.revoked()) {
            throw spent(token, "the token is revoked");
        }
        Instant expires = token.expires();
        Instant now = admission.now();
        if (expires != null && token.isExpired(now)) {
            throw spent(
                    token,
                    "token expired at " + expires + ", " + age(Duration.between(expires, now))
                            + " before the sandbox's clock (" + now + ")");
        }
        return token;
    }

    private String sentToken() {
        List<String> sent = admission.headers().all("Authorization");
        if (sent.isEmpty()) {
            throw refused("header Authorization is missing");
        }
        if (sent.size() > 1) {
            throw refused("header Authorization was sent " + sent.size() + " times; once is right");
        }
        String value = sent.get(0);
        if (value.isEmpty() || value.equalsIgnoreCase("Bearer")) {
            throw refused("header Authorization holds no token; 'Bearer', a space and a token are needed");
        }
        int space = value.indexOf(' ');
        if (space < 0) {
            if (!Difference.BARE_TOKEN_ACCEPTED.in(admission.dialect())) {
                throw refused("header Authorization is a bare token; 'Bearer', a space and the token are needed");
            }
            return value;
        }
        String scheme = value.substring(0, space);
        if (!scheme.equalsIgnoreCase("Bearer")) {
            throw refused("header Authorization has the scheme '" + scheme + "'; Bearer is needed");
        }
        return value.substring(space).trim();
    }

    private Refused refused(String reason) {
        Check failed = Criterion.TOKEN.failed(reason);
        return denial.refusal(denial == Answer.CORRUPTED_TICKET ? failed.withRemedy(FIRST_STEP) : failed);
    }

    private Refused spent(Token token, String reason) {
        return new Refused(refused(reason).response().spending(token));
    }

    /** "3 s", "0.5 s": exact, never rounded. */
    private static String age(Duration age) {
        return BigDecimal.valueOf(age.getSeconds())
                        .add(BigDecimal.valueOf(age.getNano(), 9))
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}
