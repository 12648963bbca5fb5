package io.github.etnasandbox.user;

import io.github.etnasandbox.json.KeptFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One invented person who can log in. Immutable.
 *
 * <p>The API documents no field for a role, so {@code administrator} is the sandbox's own.
 *
 * @param id the user's id
 * @param login the name to log in with, unique and compared letter by letter
 * @param password the password in clear: fixtures are invented
 * @param administrator whether the user's tokens pass the admin-only routes
 * @param enabled false when the user is switched off: neither logins nor tokens work
 * @param verificationCode the code of the second login step; absent when one step is enough
 * @param kept fields that the sandbox does not interpret, names and mail among them: each name with its value as compact JSON
 *     text, in the order in which they were read; unmodifiable
 */
public record User(
        UserId id,
        String login,
        String password,
        boolean administrator,
        boolean enabled,
        @Nullable String verificationCode,
        Map<String, String> kept) {

    /** Copies the map, keeping its order. */
    public User {
        kept = KeptFields.copyOf(kept);
    }

    /** Keeps the password out of logs and failure messages. */
    @Override
    public String toString() {
        return "User[" + id + " " + login + (administrator ? ", administrator" : "") + (enabled ? "" : ", disabled")
                + "]";
    }
}
