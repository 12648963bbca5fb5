package io.github.etnasandbox.token;

import io.github.etnasandbox.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that a world knows, from a fixture or issued by a login.
 *
 * @param expires from this instant on it is refused; absent when it never expires
 * @param revoked whether it was revoked, by a fixture or a logout
 * @param interim whether it only stands between the two steps of a two-factor login
 */
public record Token(String value, UserId userId, @Nullable Instant expires, boolean revoked, boolean interim) {

    public boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    public Token revokedNow() {
        return new Token(value, userId, expires, true, interim);
    }

    public Token expiringAt(Instant instant) {
        return new Token(value, userId, instant, revoked, interim);
    }
}
