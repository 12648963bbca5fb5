package io.github.etnasandbox.token;

import io.github.etnasandbox.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * What a user can open a connection to a streamer with in place of a password. Its id says itself which one it is: no world
 * keeps a list of them, and a reset takes back those that were handed out since.
 *
 * @param number 0 for the one that a user always has; otherwise an id of the world's one sequence
 */
public record StreamerSession(Streamer streamer, UserId user, int number) {

    /** Returns its id, in the spelling of a GUID. */
    public String id() {
        String content = "streamer session " + number + " of user " + user + " for " + streamer.word();
        String guid =
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
        return String.format(Locale.ROOT, "%08x", number) + guid.substring(guid.indexOf('-'));
    }

    /**
     * Whether an id is that of a session that a user was given for a streamer.
     *
     * @param nextId the first id of the world's sequence that was not taken yet
     */
    public static boolean isId(String id, Streamer streamer, UserId user, int nextId) {
        int dash = id.indexOf('-');
        if (dash != 8) {
            return false;
        }
        try {
            int number = Integer.parseInt(id.substring(0, dash), 16);
            return number < nextId
                    && new StreamerSession(streamer, user, number).id().equals(id);
        } catch (NumberFormatException noSession) {
            return false;
        }
    }
}
