package io.github.etnasandbox.control;

import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.Printable;
import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.AppKey;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.User;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A world for a person with a browser: what it is, who is in it, what was asked of it. It follows from the state and the
 * journal of the world alone, but that the default one lists the others. It needs no script, and every text that is not of
 * this class is escaped.
 */
final class WorldPage {
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 72em; margin: 2em auto; padding: 0 1em; }
            table { border-collapse: collapse; margin-bottom: 2em; }
            caption { font-weight: bold; text-align: left; padding: 0.5em 0; }
            th, td { border: 1px solid #8884; padding: 0.2em 0.7em; text-align: left; vertical-align: top; }
            td { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
            """;

    /** Nothing runs, nothing is loaded, and no other page may frame it. */
    static final String POLICY = "default-src 'none'; img-src 'self'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Of each kind; the control routes list all. */
    private static final int MOST_SHOWN = 20;

    private final LiveWorld world;
    private final State state;

    /** The control plane of this world, on whichever host the page was asked of. */
    private final String control;

    private WorldPage(LiveWorld world) {
        this.world = world;
        this.state = world.state();
        this.control = URI.create(world.controlUrl()).getPath();
    }

    static String of(LiveWorld world, Worlds worlds) {
        return new WorldPage(world).html(worlds);
    }

    private String html(Worlds worlds) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width"/>
                <title>etna-sandbox</title>
                <style>%s</style>
                </head>
                <body>
                <h1>etna-sandbox %s</h1>
                <p>A stateful fake of ETNA Trader's order API. It is not the broker, places no real orders and has no market;
                everybody and every credential here is invented.</p>
                %s
                <p>Behind Control: %s.</p>
                %s%s%s%s%s</body>
                </html>
                """.formatted(
                STYLE,
                escaped(Version.TEXT),
                facts(worlds),
                List.of("health", "clock", "venue", "requests", "requests.har", "gates", "faults", "state").stream()
                        .map(route -> link(control + "/" + route, route))
                        .collect(Collectors.joining(", ")),
                requests(),
                orders(),
                appKeys(),
                tokens(),
                users());
    }

    private String facts(Worlds worlds) {
        String others = world != worlds.defaultWorld()
                ? ""
                : worlds.all().stream()
                        .filter(each -> each != world)
                        .limit(MOST_SHOWN)
                        .map(each -> link(URI.create(each.apiUrl()).getPath(), each.id()))
                        .collect(Collectors.joining(", "));
        return "<table>\n<tbody>\n"
                + fact("World", escaped(world.id()))
                + fact("API", escaped(world.apiUrl()))
                + fact("Control", escaped(world.controlUrl()))
                + fact("Fixtures", escaped(world.seed().source().toString()))
                + fact("Dialect", escaped(Word.of(world.settings().dialect())))
                + fact("Clock", escaped(Word.of(world.settings().clock()) + ", " + state.clock()))
                + (others.isEmpty() ? "" : fact("Other worlds (" + (worlds.count() - 1) + ")", others))
                + "</tbody>\n</table>";
    }

    private static String fact(String name, String html) {
        return "<tr><th scope=\"row\">" + name + "</th><td>" + html + "</td></tr>\n";
    }

    private String requests() {
        List<Exchange> all = world.requests();
        List<Exchange> last = all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size());
        return table(
                "Last requests",
                all.size(),
                List.of("Number", "At", "Request", "Status", "Reason"),
                last,
                each -> List.of(
                        link(control + "/requests/" + each.number() + "/explanation", Long.toString(each.number())),
                        escaped(each.at().toString()),
                        escaped(each.request().method() + " " + each.request().path()
                                + (each.request().query() == null
                                        ? ""
                                        : "?" + each.request().query())),
                        each.response() == null ? "no answer" : Integer.toString(each.status()),
                        each.reason() == null ? "" : escaped(each.reason())));
    }

    private String orders() {
        List<Order> all = state.orders().values();
        return table(
                "Orders",
                all.size(),
                List.of("Id", "Account", "Symbol", "Side", "Quantity", "Executed", "Status"),
                all,
                each -> List.of(
                        escaped(each.id().toString()),
                        escaped(each.accountId().toString()),
                        state.security(new SecurityId(each.terms().securityId()))
                                .map(Security::symbol)
                                .map(WorldPage::escaped)
                                .orElse(""),
                        escaped(each.side().word()),
                        JsonNumber.spell(each.quantity()),
                        JsonNumber.spell(each.executedQuantity()),
                        escaped(each.status().word())));
    }

    private String appKeys() {
        Collection<AppKey> all = state.appKeys().values();
        return table(
                "App keys",
                all.size(),
                List.of("Et-App-Key", ""),
                all,
                each -> List.of(escaped(each.key()), each.enabled() ? "" : "deactivated"));
    }

    private String tokens() {
        Collection<Token> all = state.tokens().values();
        return table(
                "Tokens",
                all.size(),
                List.of("Authorization", "User", "Good"),
                all,
                each -> List.of(
                        "Bearer " + escaped(each.value()),
                        state.user(each.userId())
                                        .map(User::login)
                                        .map(WorldPage::escaped)
                                        .orElse("") + " (" + each.userId() + ")",
                        standing(each, state.clock())));
    }

    private static String standing(Token token, Instant now) {
        return token.revoked()
                ? "revoked"
                : token.interim()
                        ? "for the second step of a login"
                        : token.expires() == null
                                ? "without end"
                                : (token.isExpired(now) ? "expired " : "until ") + token.expires();
    }

    private String users() {
        List<User> all = state.users().all();
        return table(
                "Users",
                all.size(),
                List.of("UserId", "Login", "Password", "Code", ""),
                all,
                each -> List.of(
                        escaped(each.id().toString()),
                        escaped(each.login()),
                        escaped(each.password()),
                        each.verificationCode() == null ? "" : escaped(each.verificationCode()),
                        (each.administrator() ? "administrator" : "trader") + (each.enabled() ? "" : ", disabled")));
    }

    /** @param cells what stands in the row of one of them, in HTML */
    private static <T> String table(
            String caption, int count, List<String> columns, Collection<T> all, Function<T, List<String>> cells) {
        String head = columns.stream()
                .map(column -> "<th scope=\"col\">" + column + "</th>")
                .collect(Collectors.joining());
        String rows = all.stream()
                .limit(MOST_SHOWN)
                .map(each ->
                        cells.apply(each).stream().collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>\n")))
                .collect(Collectors.joining());
        String shown = count > MOST_SHOWN ? MOST_SHOWN + " of " + count : Integer.toString(count);
        return "<table>\n<caption>" + caption + " (" + shown + ")</caption>\n<thead><tr>" + head
                + "</tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    private static String link(String path, String text) {
        return "<a href=\"" + escaped(path) + "\">" + escaped(text) + "</a>";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    private static String escaped(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
