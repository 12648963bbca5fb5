package io.github.etnasandbox.stream;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.PercentEncoding;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.Streamer;
import io.github.etnasandbox.token.StreamerSession;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client may open a connection to a streamer, by the query of its handshake: with a user's login and password, or with
 * the user's id and the id of a session of that streamer.
 *
 * <p>Source: guide page Streaming Data, later editions. Assumed: a login may stand in the place of the id, as AutoShares has it;
 * the user's session, which may stand behind a colon, is not looked at, since no answer of the API has one.
 *
 * @param user who it is; null when it may not
 * @param isSession whether it was opened with a session
 * @param check what was looked at, for the journal
 */
public record StreamLogin(@Nullable User user, boolean isSession, Check check) {
    private static final String NAME = "streamer-login";
    private static final String REMEDY =
            "connect with ?User=<login>&Password=<password>, or with ?User=<user id>&Password=<session id>, of which"
                    + " PUT /v1.0/streamers/session/recover gives one";

    /**
     * Looks at who opens a connection.
     *
     * @param query what stands behind the question mark of the target of the handshake; null for nothing
     */
    public static StreamLogin of(LiveWorld world, Streamer streamer, @Nullable String query) {
        Map<String, String> sent = parameters(query);
        String name = sent.getOrDefault("User", "");
        String password = sent.getOrDefault("Password", "");
        if (name.isEmpty() || password.isEmpty()) {
            return refused("query parameter " + (name.isEmpty() ? "User" : "Password") + " is missing or empty");
        }
        State state = world.state();
        int colon = name.indexOf(':');
        String who = colon < 0 ? name : name.substring(0, colon);
        User user = find(state, who).orElse(null);
        if (user == null) {
            return refused("there is no user with the login or the id '" + who + "'");
        }
        boolean isSession = StreamerSession.isId(password, streamer, user.id(), state.nextId());
        if (!isSession && !(password.equals(user.password()) && who.equals(user.login()))) {
            return refused("Password is neither the password of user " + user.login()
                    + " nor a session of the streamer of " + streamer.word() + " that this user was given");
        }
        if (!user.enabled()) {
            return refused("user " + user.login() + " is disabled");
        }
        return new StreamLogin(
                user,
                isSession,
                new Check(
                        NAME,
                        true,
                        "user " + user.login() + ", by " + (isSession ? "a session" : "login and password"),
                        null,
                        null));
    }

    private static Optional<User> find(State state, String who) {
        Optional<User> byLogin = state.users().find(who);
        return byLogin.isPresent() || Int32.parse(who).isEmpty()
                ? byLogin
                : state.user(new UserId(Int32.parse(who).getAsInt()));
    }

    private static StreamLogin refused(String reason) {
        return new StreamLogin(null, false, new Check(NAME, false, reason, null, REMEDY));
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        PercentEncoding.decoded(parameter.substring(0, equals), true),
                        PercentEncoding.decoded(parameter.substring(equals + 1), true));
            }
        }
        return parameters;
    }
}
