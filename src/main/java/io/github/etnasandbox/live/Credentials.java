package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.state.Directory;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.webhook.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Has credentials shown as fingerprints: equal ones have equal fingerprints, and none can be used in place of what it stands
 * for. The values of header fields for credentials are, and wherever else they stand those that a world knows, the control
 * key, and all JSON Web Tokens.
 *
 * <p>Safe for use by many threads.
 */
final class Credentials {
    private static final int FINGERPRINT_BYTES = 4;

    /** Header fields that hold nothing but credentials. */
    private static final Set<String> SECRET_FIELDS = Set.of(
            "authorization",
            "proxy-authorization",
            "password",
            "verificationcode",
            "et-app-key",
            "cookie",
            "sandbox-control-key");

    /** Header fields that clients send on their own, in which nobody puts a credential. */
    private static final Set<String> PLAIN_FIELDS = Set.of(
            "host",
            "connection",
            "user-agent",
            "accept",
            "accept-encoding",
            "accept-language",
            "content-type",
            "content-length");

    /** What ends a word outside of quotes, by character: every request has its target looked through. */
    private static final boolean[] DELIMITERS = new boolean[128];

    static {
        " \t\r\n\"'=&,;:?/{}[]()<>".chars().forEach(delimiter -> DELIMITERS[delimiter] = true);
    }

    /** A shorter secret would be found in texts that have nothing to do with it. */
    private static final int SHORTEST = 4;

    /** Only ever cloned: to ask the platform for another would take longer than the hash. */
    private static final MessageDigest SHA_256 = sha256();

    /** The passwords and verification codes of users, for each set of users that is in use. */
    private final Map<Directory<User>, Set<String>> secrets = Collections.synchronizedMap(new WeakHashMap<>());

    private final @Nullable String controlKey;

    Credentials(@Nullable String controlKey) {
        this.controlKey = controlKey;
    }

    /** Returns {@code sha256:} and the first eight hexadecimal digits of a credential's SHA-256 hash. */
    static String fingerprint(String credential) {
        byte[] hash = anotherSha256().digest(credential.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    private static MessageDigest anotherSha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return sha256(); // a security provider need not have it
        }
    }

    /** An exchange with a world in some state, as it may be shown. */
    Exchange hiddenIn(Exchange exchange, State state) {
        Exchange.Response response = exchange.response();
        return new Exchange(
                exchange.number(),
                exchange.at(),
                hiddenIn(exchange.request(), state),
                response == null ? null : hiddenIn(response, state),
                exchange.rule(),
                exchange.checks(),
                exchange.changes(),
                exchange.fault(),
                exchange.gates());
    }

    /** The same of a request. */
    Exchange.Request hiddenIn(Exchange.Request request, State state) {
        String path = hiddenIn(request.path(), state);
        boolean plain = path.equals(request.path()) && request.url().endsWith(path); // then the URL is plain as well
        return new Exchange.Request(
                request.method(),
                path,
                plain ? request.url() : hiddenIn(request.url(), state),
                request.query() == null ? null : hiddenIn(request.query(), state),
                hiddenIn(request.headers(), state),
                hiddenIn(request.body(), state),
                request.brokenOff());
    }

    /**
     * A request with those of its credentials readable that a world in some state knows, which are invented, and the others
     * as fingerprints.
     *
     * @param shown the same as {@link #hiddenIn} shows it
     */
    Exchange.Request knownIn(Exchange.Request request, Exchange.Request shown, State state) {
        Set<String> passwords = passwords(state);
        Predicate<String> unknown = word -> !isKnown(word, state, passwords);
        List<HeaderField> fields = new ArrayList<>(request.headers());
        for (int i = 0; i < fields.size(); i++) {
            HeaderField field = fields.get(i);
            if (!field.equals(shown.headers().get(i))) {
                fields.set(i, hiddenIn(field, unknown.and(this::isSecretAnywhere), unknown));
            }
        }
        UnaryOperator<String> readable = text -> hiddenIn(text, unknown.and(this::isSecretAnywhere));
        String query = request.query();
        Exchange.Body body = request.body();
        return new Exchange.Request(
                request.method(),
                request.path().equals(shown.path()) ? shown.path() : readable.apply(request.path()),
                request.url().equals(shown.url()) ? shown.url() : readable.apply(request.url()),
                query == null || query.equals(shown.query()) ? shown.query() : readable.apply(query),
                fields,
                body.equals(shown.body()) ? shown.body() : new Exchange.Body(readable.apply(body.text()), body.bytes()),
                request.brokenOff());
    }

    private Exchange.Response hiddenIn(Exchange.Response response, State state) {
        return new Exchange.Response(
                response.status(), hiddenIn(response.headers(), state), hiddenIn(response.body(), state));
    }

    private Exchange.Body hiddenIn(Exchange.Body body, State state) {
        String shown = hiddenIn(body.text(), state);
        return shown.equals(body.text()) ? body : new Exchange.Body(shown, body.bytes());
    }

    private List<HeaderField> hiddenIn(List<HeaderField> fields, State state) {
        List<HeaderField> shown = new ArrayList<>(fields.size());
        for (HeaderField field : fields) {
            shown.add(hiddenIn(field, state));
        }
        return shown;
    }

    Check hiddenIn(Check check, State state) {
        String shown = hiddenIn(check.facts(), state);
        return shown.equals(check.facts())
                ? check
                : new Check(check.name(), check.passed(), shown, check.nearMiss(), check.remedy());
    }

    private HeaderField hiddenIn(HeaderField field, State state) {
        String value = field.value();
        return value.isEmpty() || PLAIN_FIELDS.contains(field.name().toLowerCase(Locale.ROOT))
                ? field
                : hiddenIn(field, isCredentialIn(state), word -> true);
    }

    /**
     * A scheme before a credential is shown, unless somebody has put the credential there.
     *
     * @param inTexts which words are hidden
     * @param inPlace which are hidden where nothing but a credential stands
     */
    private static HeaderField hiddenIn(HeaderField field, Predicate<String> inTexts, Predicate<String> inPlace) {
        String name = field.name().toLowerCase(Locale.ROOT);
        String value = field.value();
        if (!SECRET_FIELDS.contains(name)) {
            String shown = hiddenIn(value, inTexts);
            return shown.equals(value) ? field : new HeaderField(field.name(), shown);
        }
        int space = name.endsWith("authorization") ? value.indexOf(' ') : -1;
        String scheme = space <= 0 ? "" : hiddenIn(value.substring(0, space), inTexts) + " ";
        String credential = space <= 0 ? value : value.substring(space).trim();
        return new HeaderField(
                field.name(), inPlace.test(credential) ? scheme + fingerprint(credential) : scheme + credential);
    }

    /** A text with the fingerprints of the credentials in it. */
    String hiddenIn(String text, State state) {
        return hiddenIn(text, isCredentialIn(state));
    }

    /** A text with the fingerprints of the credentials in it: words, and all of it or all between two quotes. */
    private static String hiddenIn(String text, Predicate<String> credential) {
        if (text.length() < SHORTEST) {
            return text;
        }
        if (credential.test(text)) {
            return fingerprint(text);
        }
        StringBuilder shown = null;
        int copied = 0;
        int word = 0;
        int quoted = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '"' : text.charAt(i);
            if (c < DELIMITERS.length && DELIMITERS[c]) {
                boolean isQuote =
                        c == '"' && quoted < word && isLong(quoted, i) && credential.test(text.substring(quoted, i));
                int from = isQuote ? quoted : word;
                if (from >= copied && (isQuote || (isLong(word, i) && credential.test(text.substring(word, i))))) {
                    shown = shown == null ? new StringBuilder() : shown;
                    shown.append(text, copied, from).append(fingerprint(text.substring(from, i)));
                    copied = i;
                }
                word = i + 1;
                quoted = c == '"' ? word : quoted;
            }
        }
        return shown == null ? text : shown.append(text, copied, text.length()).toString();
    }

    private static boolean isLong(int from, int to) {
        return to - from >= SHORTEST;
    }

    private Predicate<String> isCredentialIn(State state) {
        Set<String> passwords = passwords(state);
        return word -> isSecretAnywhere(word) || isKnown(word, state, passwords);
    }

    /** Whether a word is a credential whatever a world knows: a JSON Web Token or the control key. */
    private boolean isSecretAnywhere(String word) {
        return (word.startsWith("eyJ") && word.indexOf('.') > 0) || word.equals(controlKey);
    }

    private static boolean isKnown(String word, State state, Set<String> passwords) {
        return state.appKeys().containsKey(word)
                || state.tokens().containsKey(word)
                || passwords.contains(word)
                || isSecretOfWebhook(word, state.webhooks());
    }

    private static boolean isSecretOfWebhook(String word, List<Webhook> webhooks) {
        return !webhooks.isEmpty()
                && webhooks.stream().anyMatch(webhook -> webhook.secret().equals(word));
    }

    private Set<String> passwords(State state) {
        return secrets.computeIfAbsent(state.users(), Credentials::secretsOf);
    }

    private static Set<String> secretsOf(Directory<User> users) {
        Set<String> secrets = new HashSet<>();
        for (User user : users.all()) {
            secrets.add(user.password());
            if (user.verificationCode() != null) {
                secrets.add(user.verificationCode());
            }
        }
        return secrets;
    }
}
