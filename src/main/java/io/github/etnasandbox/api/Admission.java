package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccessType;
import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.state.RateLimit;
import io.github.etnasandbox.state.RateUsage;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.token.AppKey;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Instant;
import java.util.ArrayList;
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
    private final List<Check> passed = new ArrayList<>(12);
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

    Query query() {
        return Query.parse(request.query());
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

    /** Notes that a check was passed. Facts of one criterion that are found one after the other become one check. */
    void pass(Criterion criterion, String facts) {
        int last = passed.size() - 1;
        if (last >= 0 && passed.get(last).name().equals(criterion.word())) {
            passed.set(last, criterion.passed(passed.get(last).facts() + ", " + facts));
        } else {
            passed.add(criterion.passed(facts));
        }
    }

    List<Check> passed() {
        return passed;
    }

    Transition<ApiResponse> answer(ApiResponse response) {
        return new Transition<>(state, response);
    }

    /** Requires an app key that is sent once, known and enabled, unless the route is open to anybody. */
    void requireAppKey() {
        try {
            requireKnownAppKey();
        } catch (Refused refused) {
            if (!Routes.isOpen(request)) { // asked of the refused alone: all others need not look for their route twice
                throw refused;
            }
        }
    }

    private void requireKnownAppKey() {
        List<String> sent = headers().all("Et-App-Key");
        if (sent.isEmpty() || sent.get(0).isEmpty()) {
            throw appKeyRefused("header Et-App-Key is missing", preflight());
        }
        if (sent.size() > 1) {
            throw appKeyRefused("header Et-App-Key was sent " + sent.size() + " times; once is right", null);
        }
        AppKey known = state.appKeys().get(sent.get(0));
        if (known == null) {
            throw appKeyRefused("the app key is unknown", nearMiss(sent.get(0)));
        }
        if (!known.enabled()) {
            throw appKeyRefused("the app key is deactivated", null);
        }
        pass(Criterion.APP_KEY, "the app key is known and enabled");
    }

    /** Explains that a browser asks before it sends what a page wants, which is refused before the page can send a key. */
    private @Nullable String preflight() {
        String origin = headers().first("Origin");
        return request.method().equals("OPTIONS")
                        && !origin.isEmpty()
                        && !headers().all("Access-Control-Request-Method").isEmpty()
                ? "it is the preflight of a browser, for a page of " + origin + "; start the sandbox with --cors "
                        + origin + " to let such pages in"
                : null;
    }

    private Refused appKeyRefused(String facts, @Nullable String nearMiss) {
        return Difference.APP_KEY_REFUSED
                .in(dialect())
                .refusal(Criterion.APP_KEY.failed(facts).withNearMiss(nearMiss));
    }

    /** Says how many characters the nearest key differs in, without telling that key. */
    private @Nullable String nearMiss(String sent) {
        return NearMiss.of(sent, state.appKeys().keySet())
                .map(near -> near.equalsIgnoreCase(sent) ? "letter case" : characters(NearMiss.edits(sent, near)))
                .map(difference -> "a known one differs in " + difference)
                .orElse(null);
    }

    private static String characters(int count) {
        return count == 1 ? "one character" : count + " characters";
    }

    /** Requires a token that is good now, of a user who is enabled. It is checked once for each request. */
    Authorization.Access access() {
        Authorization.Access known = access;
        if (known == null) {
            known = authorization(Answer.AUTHORIZATION_DENIED).access();
            pass(Criterion.TOKEN, "the token is of " + named(known.user()) + validity(known.token()));
            access = known;
        }
        return known;
    }

    private static String validity(Token token) {
        Instant expires = token.expires();
        return expires == null ? " and never expires" : " and good until " + expires;
    }

    /**
     * Requires room for the request in the current minute. Follows the check of the token: refused tokens are not counted.
     */
    void requireRate(Route.Match match) {
        RateLimit limit = match.route().limit();
        if (limit != null && RateStanding.areLimited(settings)) {
            RateUsage.Key key = RateStanding.key(limit, this, match.parameters());
            RateStanding found = RateStanding.of(key, state.rates(), now);
            pass(Criterion.RATE, found.requireRoom());
            standing = found;
        }
    }

    /** The request's rate limit; empty when the route has none or the request was refused before it was counted. */
    Optional<RateStanding> standing() {
        return Optional.ofNullable(standing);
    }

    /** Requires a caller who may read at all in this dialect. */
    User reader() {
        User caller = access().user();
        if (!Difference.USERS_READ_THEIR_OWN.in(dialect())) {
            requireAdministrator(caller);
        }
        return caller;
    }

    /** Requires a good interim token of this user. */
    Token interimTokenOf(User user) {
        Token interim = authorization(Answer.CORRUPTED_TICKET).interimOf(user);
        pass(Criterion.TOKEN, "the interim token is of " + named(user) + validity(interim));
        return interim;
    }

    private Authorization authorization(Answer denial) {
        return new Authorization(this, denial);
    }

    /** Requires an administrator. Owning the account does not help. */
    void requireAdministrator(User caller) {
        if (!caller.administrator()) {
            throw Answer.AUTHORIZATION_DENIED.refusal(Criterion.ROLE.failed(named(caller)
                    + " is not an administrator; in dialect '"
                    + dialect().name().toLowerCase(Locale.ROOT)
                    + "' only an administrator's token may do this, even on what is the user's own"));
        }
        pass(Criterion.ROLE, named(caller) + " is an administrator");
    }

    User user(UserId id) {
        Optional<User> user = state.user(id);
        if (user.isEmpty()) {
            boolean isAccount = state.account(new AccountId(id.value())).isPresent();
            throw Answer.UNKNOWN_USER.refusal(Criterion.USER
                    .failed("there is no user " + id)
                    .withNearMiss(isAccount ? id + " is an account's id" : null));
        }
        pass(Criterion.USER, "user " + id + " exists");
        return user.get();
    }

    /** Requires that the caller may read about the user: administrators about everybody, others about themselves. */
    void requireReading(User caller, User user) {
        if (!caller.administrator() && !caller.id().equals(user.id())) {
            throw Answer.AUTHORIZATION_DENIED.refusal(Criterion.ACCESS
                    .failed(named(caller) + " is not an administrator and may not read about user " + user.id())
                    .withRemedy("read about the token's own user, @me, or use the token of an administrator"));
        }
        pass(
                Criterion.ACCESS,
                named(caller) + (caller.administrator() ? " is an administrator" : " reads about themselves"));
    }

    /** Requires an account that the caller may view: administrators view all, others those they have any access to. */
    Account viewedAccount(AccountId id) {
        Account account = account(id);
        requireAccess(account, Answer.AUTHORIZATION_DENIED);
        return account;
    }

    /** The same, of an account that is itself what is read: there is an answer of its own when there is none. */
    Account listedAccount(AccountId id) {
        if (state.account(id).isEmpty()) {
            throw Answer.UNKNOWN_ACCOUNT.refusal(unknownAccount(id));
        }
        return viewedAccount(id);
    }

    /** Requires an account of whose orders the caller may view the details; the same callers may view the account. */
    Account detailedAccount(AccountId id) {
        Account account = account(id);
        requireAccess(account, Answer.DETAILS_DENIED);
        return account;
    }

    /** Requires an account that the caller may trade on: administrators on all, others where they have full access. */
    Account tradedAccount(AccountId id) {
        User caller = access().user();
        Account account = account(id);
        if (account.accessOf(caller.id()).filter(AccessType.READ_ONLY::equals).isPresent() && !caller.administrator()) {
            throw Answer.AUTHORIZATION_DENIED.refusal(Criterion.ACCESS
                    .failed(named(caller) + " has ReadOnly access to account " + id
                            + "; it may be viewed, not traded on")
                    .withRemedy("use an account that the token's user may trade on, or the token of an administrator"));
        }
        requireAccess(account, Answer.AUTHORIZATION_DENIED);
        return account;
    }

    private Account account(AccountId id) {
        Optional<Account> account = state.account(id);
        if (account.isEmpty()) {
            throw serverError(unknownAccount(id));
        }
        pass(Criterion.ACCOUNT, "account " + id + " exists");
        return account.get();
    }

    private Check unknownAccount(AccountId id) {
        boolean isUser = state.user(new UserId(id.value())).isPresent();
        return Criterion.ACCOUNT
                .failed("there is no account " + id)
                .withNearMiss(isUser ? id + " is a user's id" : null);
    }

    /** The answer to mistakes for which the API documents no answer of their own. */
    Refused serverError(Check failed) {
        return Difference.SERVER_ERROR.in(dialect()).refusal(failed);
    }

    /** Requires an administrator, or access of any type to the account. */
    private void requireAccess(Account account, Answer denial) {
        User caller = access().user();
        if (caller.administrator()) {
            pass(Criterion.ACCESS, named(caller) + " is an administrator, who has access to every account");
            return;
        }
        Optional<AccessType> access = account.accessOf(caller.id());
        if (access.isEmpty()) {
            throw denial.refusal(Criterion.ACCESS.failed(
                    "account " + account.id() + " is not one of user " + caller.login() + "'s (" + caller.id() + ")"));
        }
        pass(Criterion.ACCESS, named(caller) + " has " + access.get().word() + " access to account " + account.id());
    }

    /** How messages name a user. */
    static String named(User user) {
        return "user " + user.login() + " (" + user.id() + ")";
    }
}
