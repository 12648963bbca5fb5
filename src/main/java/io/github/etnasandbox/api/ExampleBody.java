package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountValue;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.json.JsonObjectWriter.Raw;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.Preview;
import io.github.etnasandbox.world.WorldSettings;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bodies as a world would answer them, with what its seed has. */
final class ExampleBody {
    private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)}");

    private final State seed;
    private final WorldSettings settings;
    private final @Nullable Order order;
    private final @Nullable User user;
    private final @Nullable Account account;
    private final @Nullable Security security;

    ExampleBody(State seed, WorldSettings settings) {
        this.seed = seed;
        this.settings = settings;
        this.order = seed.orders().values().stream().findFirst().orElse(null);
        this.security = seed.securities().all().stream()
                .filter(each -> each.type().isEquity())
                .findFirst()
                .orElse(null);
        this.account = seed.accounts().values().stream().findFirst().orElse(null);
        this.user = seed.users().all().stream().findFirst().orElse(null);
    }

    /** The body of an answer; empty when it has none, or nothing in the seed could be in it. */
    Optional<Raw> of(Answer answer) {
        StringBuilder body = new StringBuilder();
        Matcher braces = BRACES.matcher(answer.template());
        while (braces.find()) {
            String value = value(braces.group(1));
            if (value == null) {
                return Optional.empty();
            }
            braces.appendReplacement(body, Matcher.quoteReplacement(value));
        }
        braces.appendTail(body);
        return body.isEmpty() ? Optional.empty() : Optional.of(new Raw(body.toString()));
    }

    private List<Position> shownPositions() {
        return seed.ledger().positions().stream()
                .limit(1)
                .map(position -> PositionJson.shown(position, seed, seed.clock()))
                .toList();
    }

    private @Nullable String value(String name) {
        return switch (name) {
            case "order" -> order == null ? null : OrderJson.object(order, seed, settings.dialect());
            case "orders" -> order == null ? null : OrderJson.array(List.of(order), seed, settings.dialect());
            case "records" -> order == null ? null : GetOrderDetails.json(seed, order);
            case "user" -> user == null ? null : GetUserInfo.json(user);
            case "accounts" -> user == null ? null : ListUserAccounts.json(seed, user);
            case "balance" -> account == null ? null : GetAccountInfo.json(account.balance(), 1);
            case "account" -> account == null ? null : AccountJson.object(account);
            case "accountlist" -> account == null ? null : AccountJson.array(List.of(account));
            case "accountusers" -> account == null ? null : GetAccount.users(seed, account);
            case "verified" ->
                order == null || user == null
                        ? null
                        : VerifyOrder.json(order, user, seed, seed.clock(), settings.dialect());
            case "limits" ->
                account == null || security == null
                        ? null
                        : GetTradeLimits.json(account, security, BigDecimal.ZERO, seed);
            case "positions" -> PositionJson.array(shownPositions());
            case "groups" -> account == null ? null : ListPositionGroups.json(account, seed);
            case "transactions" ->
                ListTransactions.json(
                        seed.ledger().transactions().stream().limit(1).toList());
            case "values" ->
                GetAccountHistory.json(List.of(
                        new AccountValue(seed.clock().truncatedTo(ChronoUnit.DAYS), BigDecimal.valueOf(1_000_000))));
            case "security" -> security == null ? null : SecurityJson.object(security);
            case "securities" -> security == null ? null : SecurityJson.array(List.of(security));
            case "chain" ->
                security == null ? null : GetOptionChain.json(GetOptionChain.chain(security.symbol(), seed));
            case "preview" ->
                PreviewOrder.json(
                        new Preview(Optional.empty(), new BigDecimal("3.75"), new BigDecimal(169_000), List.of()),
                        settings.dialect());
            case "errors" -> "{\"placeParams.Type\":[\"An error has occurred.\"]}";
            case "next", "previous" -> "";
            case "count" -> "1";
            case "parameter" -> "accountId";
            case "value" -> "@me";
            case "type" -> "Int32";
            case "version" -> "1.0";
            case "method" -> "PATCH";
            case "uri" -> "http://127.0.0.1:6303/api/v1.0/nothing";
            case "token" -> "eyJhbGciOiJIUzI1NiJ9.e30.AAAA";
            case "quote" -> "ws://127.0.0.1:6303/streamers/quote";
            case "data" -> "ws://127.0.0.1:6303/streamers/data";
            case "quotes" -> Difference.QUOTES_ARE.in(settings.dialect());
            case "session" -> "00000000-85fc-3f6c-8f44-a5b87f95b0dd";
            case "schema" -> "{\"swagger\":\"2.0\"}";
            default -> throw new IllegalStateException("nothing shows what {" + name + "} stands for");
        };
    }
}
