package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccessType;
import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.rate.RateKey;
import io.github.etnasandbox.rate.RateLimit;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.text.NearMiss;
import io.github.etnasandbox.token.AppKey;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checks before an endpoint does its work, on one request and one state. Each passes or ends the request; an
 * endpoint calls those it needs, in the documented order: app key, token, rate limit, role, ids, account, access.
 */
final class Admission {
    private final ApiRequest request;
    private final WorldSettings settings;
    private final State state;
    private final Instant now;
    private Authorization.@Nullable Access access;
    private @Nullable RateStanding standing;

    Admission(ApiRequest request, WorldSettings settings, State state, Instant now) {
        this.request = request;
        this.settings = settings;
        this.state = state;
        this.now = now;
    }

    ApiRequest request() {
        return request;
    }

    Headers headers() {
        return request.headers();
    }

    WorldSettings settings() {
        return settings;
    }

    Dialect dialect() {
        return settings.dialect();
    }

    State state() {
        return state;
    }

    Instant now() {
        return now;
    }

    /** The app key is sent once, known and not deactivated. */
    void requireAppKey() {
        List<String> sent = headers().all("Et-App-Key");
        if (sent.isEmpty() || sent.get(0).isEmpty()) {
            throw appKeyRefused("header Et-App-Key is missing");
        }
        if (sent.size() > 1) {
            throw appKeyRefused("header Et-App-Key was sent " + sent.size() + " times; once is right");
        }
        AppKey known = state.appKeys().get(sent.get(0));
        if (known == null) {
            throw appKeyRefused("app key '" + sent.get(0) + "' is unknown" + nearMiss(sent.get(0)));
        }
        if (!known.enabled()) {
            throw appKeyRefused("app key '" + known.key() + "' is deactivated");
        }
    }

    private Refused appKeyRefused(String reason) {
        Answer answer = dialect().appKeyRefusal() == 401 ? Answer.APP_KEY_REFUSED_UNAUTHORIZED : Answer.APP_KEY_REFUSED;
        return answer.because(reason);
    }

    /** Says how far off the nearest key is, without telling a key the caller did not send. */
    private String nearMiss(String sent) {
        return NearMiss.of(sent, state.appKeys().keySet())
                .map(near -> near.equalsIgnoreCase(sent) ? "letter case" : characters(NearMiss.edits(sent, near)))
                .map(difference -> "; a known one differs in " + difference)
                .orElse("");
    }

    private static String characters(int count) {
        return count == 1 ? "one character" : count + " characters";
    }

    /** The token is one of this world's and good now, its user not disabled. Checked once, however often it is asked. */
    Authorization.Access access() {
        Authorization.Access known = access;
        if (known == null) {
            known = authorization(Answer.AUTHORIZATION_DENIED).access();
            access = known;
        }
        return known;
    }

    /** There were not too many such requests in the minute; behind the token's check, so that those refused do not count. */
    void requireRate(Route.Match match) {
        RateLimit limit = match.route().limit();
        if (limit != null && settings.limitsRates()) {
            RateKey key = RateStanding.key(limit, this, match.parameters());
            RateStanding found = RateStanding.of(key, state.rates(), now);
            found.requireRoom();
            standing = found;
        }
    }

    /** How the request stands to its limit; empty when it has none, or did not come so far as to be counted. */
    Optional<RateStanding> standing() {
        return Optional.ofNullable(standing);
    }

    /** The token is good, and its user one of those who may read at all. */
    User reader() {
        User caller = access().user();
        if (!dialect().usersReadTheirOwn()) {
            requireAdministrator(caller);
        }
        return caller;
    }

    /** The token is a good interim one of this user. */
    Token interimTokenOf(User user) {
        return authorization(Answer.CORRUPTED_TICKET).interimOf(user);
    }

    private Authorization authorization(Answer refusal) {
        return new Authorization(headers(), settings, state, now, refusal);
    }

    /** The caller is an administrator, whatever else they may own. */
    void requireAdministrator(User caller) {
        if (!caller.administrator()) {
            throw Answer.AUTHORIZATION_DENIED.because("user " + caller.login() + " (" + caller.id()
                    + ") is not an administrator; in dialect '"
                    + dialect().name().toLowerCase(Locale.ROOT)
                    + "' only an administrator's token may do this, even on what is the user's own");
        }
    }

    /** The user exists. */
    User user(UserId id) {
        Optional<User> user = state.users().find(id);
        if (user.isEmpty()) {
            boolean isAccount = state.account(new AccountId(id.value())).isPresent();
            throw Answer.UNKNOWN_USER.because(
                    "there is no user " + id + (isAccount ? "; " + id + " is an account's id" : ""));
        }
        return user.get();
    }

    /** The caller may read about the user: administrators about everybody, others about themselves. */
    void requireReading(User caller, User user) {
        if (!caller.administrator() && !caller.id().equals(user.id())) {
            throw Answer.AUTHORIZATION_DENIED.because("user " + caller.login() + " (" + caller.id()
                    + ") is not an administrator and may not read about user " + user.id());
        }
    }

    /** The account exists. */
    Account account(AccountId id) {
        Optional<Account> account = state.account(id);
        if (account.isEmpty()) {
            boolean isUser = state.users().find(new UserId(id.value())).isPresent();
            throw serverError("there is no account " + id + (isUser ? "; " + id + " is a user's id" : ""));
        }
        return account.get();
    }

    /** The API has no answer of its own to this. */
    Refused serverError(String reason) {
        return (dialect().serverErrorNamed() ? Answer.SERVER_ERROR : Answer.SERVER_ERROR_UNNAMED).because(reason);
    }

    /** The account has the order. */
    Order order(AccountId accountId, OrderId orderId) {
        Optional<Order> order = state.order(orderId);
        if (order.isEmpty()) {
            throw unknownOrder("there is no order " + orderId);
        }
        if (!order.get().accountId().equals(accountId)) {
            String where = "order " + orderId + " is on account " + order.get().accountId();
            throw unknownOrder(where + ", not on " + accountId);
        }
        return order.get();
    }

    private Refused unknownOrder(String reason) {
        return (dialect().unknownOrder() == 404 ? Answer.UNKNOWN_ORDER_NOT_FOUND : Answer.UNKNOWN_ORDER_UNREAD)
                .because(reason);
    }

    /** The caller may view the details of the account's orders: those who may view the account. */
    void requireDetails(User caller, Account account) {
        if (!caller.administrator() && account.accessOf(caller.id()).isEmpty()) {
            throw Answer.DETAILS_DENIED.because(notTheirs(caller, account));
        }
    }

    /** The caller may view the account: administrators every one, others those they have any access to. */
    void requireViewing(User caller, Account account) {
        if (!caller.administrator()) {
            access(caller, account);
        }
    }

    /** The caller may trade on the account: administrators on every one, others where they have full access. */
    void requireTrading(User caller, Account account) {
        if (caller.administrator()) {
            return;
        }
        if (access(caller, account) == AccessType.READ_ONLY) {
            throw Answer.AUTHORIZATION_DENIED.because("user " + caller.login() + " (" + caller.id()
                    + ") has ReadOnly access to account " + account.id() + "; it may be viewed, not traded on");
        }
    }

    /** The caller has access of some type to the account. */
    private static AccessType access(User caller, Account account) {
        Optional<AccessType> access = account.accessOf(caller.id());
        if (access.isEmpty()) {
            throw Answer.AUTHORIZATION_DENIED.because(notTheirs(caller, account));
        }
        return access.get();
    }

    private static String notTheirs(User caller, Account account) {
        return "account " + account.id() + " is not one of user " + caller.login() + "'s (" + caller.id() + ")";
    }
}
