package io.github.etnasandbox.state;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.token.AppKey;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.webhook.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PMap;

/**
 * Everything a world knows, as one immutable value.
 *
 * <p>Its maps are persistent: a change copies the few nodes on its way and shares the rest, so that a snapshot is a
 * reference, a reset is putting the seed's reference back, and worlds made from one seed share its memory.
 *
 * @param clock the instant the world's clock stands at, or started from when it runs
 * @param nextId the next id of the world's one sequence: every request, state record and token takes its id from it
 * @param webhooks who is told of what happens, unmodifiable; often none
 * @param rates how many requests there were lately, where that is counted; the one thing that an export leaves out
 */
public record State(
        Instant clock,
        int nextId,
        PMap<String, AppKey> appKeys,
        Directory<User> users,
        ById<Account> accounts,
        Directory<Security> securities,
        PMap<String, Token> tokens,
        Orders orders,
        Ledger ledger,
        VenueSettings venue,
        List<Webhook> webhooks,
        RateUsage rates) {

    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id.value()));
    }

    public Optional<User> user(UserId id) {
        return users.find(id.value());
    }

    public Optional<Security> security(SecurityId id) {
        return securities.find(id.value());
    }

    public Optional<Security> security(String symbol) {
        return securities.find(symbol);
    }

    public Optional<Order> order(OrderId id) {
        return Optional.ofNullable(orders.get(id.value()));
    }

    /** Looks up a token, be it expired or revoked; empty when the world never had it. */
    public Optional<Token> token(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /** What is new, or takes the place of the one with its id. */
    public State with(Order order) {
        return new State(
                clock,
                nextId,
                appKeys,
                users,
                accounts,
                securities,
                tokens,
                orders.plus(order),
                ledger,
                venue,
                webhooks,
                rates);
    }

    public State with(AppKey key) {
        PMap<String, AppKey> changed = appKeys.plus(key.key(), key);
        return new State(
                clock, nextId, changed, users, accounts, securities, tokens, orders, ledger, venue, webhooks, rates);
    }

    public State with(Token token) {
        return withTokens(tokens.plus(token.value(), token));
    }

    public State without(Token token) {
        return withTokens(tokens.minus(token.value()));
    }

    public State withoutTokens(Set<String> values) {
        return withTokens(tokens.minusAll(values));
    }

    private State withTokens(PMap<String, Token> changed) {
        return new State(
                clock, nextId, appKeys, users, accounts, securities, changed, orders, ledger, venue, webhooks, rates);
    }

    /** Takes {@link #nextId()} from the sequence; an IdsUsedUpException when it has no id left. */
    public State withIdTaken() {
        if (nextId == Integer.MAX_VALUE) {
            throw new IdsUsedUpException();
        }
        return new State(
                clock,
                nextId + 1,
                appKeys,
                users,
                accounts,
                securities,
                tokens,
                orders,
                ledger,
                venue,
                webhooks,
                rates);
    }

    public State withClock(Instant instant) {
        return new State(
                instant, nextId, appKeys, users, accounts, securities, tokens, orders, ledger, venue, webhooks, rates);
    }

    public State with(Account account) {
        ById<Account> changed = accounts.plus(account.id().value(), account);
        return new State(
                clock, nextId, appKeys, users, changed, securities, tokens, orders, ledger, venue, webhooks, rates);
    }

    /** What takes the place of the one with its id and its symbol. */
    public State with(Security security) {
        Directory<Security> changed = securities.plus(security);
        return new State(
                clock, nextId, appKeys, users, accounts, changed, tokens, orders, ledger, venue, webhooks, rates);
    }

    public State with(Orders changed) {
        return new State(
                clock, nextId, appKeys, users, accounts, securities, tokens, changed, ledger, venue, webhooks, rates);
    }

    public State with(Ledger changed) {
        return new State(
                clock, nextId, appKeys, users, accounts, securities, tokens, orders, changed, venue, webhooks, rates);
    }

    public State with(VenueSettings settings) {
        return new State(
                clock, nextId, appKeys, users, accounts, securities, tokens, orders, ledger, settings, webhooks, rates);
    }

    public State withWebhooks(List<Webhook> others) {
        return new State(
                clock,
                nextId,
                appKeys,
                users,
                accounts,
                securities,
                tokens,
                orders,
                ledger,
                venue,
                List.copyOf(others),
                rates);
    }

    public State with(RateUsage usage) {
        return new State(
                clock, nextId, appKeys, users, accounts, securities, tokens, orders, ledger, venue, webhooks, usage);
    }

    /** Returns this state as it is when time has come to an instant, and all that was due by then has happened. */
    public State settledAt(Instant instant) {
        return new State(
                instant,
                nextId,
                appKeys,
                users,
                accounts,
                securities,
                tokens,
                orders.at(instant),
                ledger,
                venue,
                webhooks,
                rates);
    }

    /** One line: a world may have a million orders. */
    @Override
    public String toString() {
        return "State[" + clock + ", next id " + nextId + ", " + accounts.size() + " accounts, " + orders.size()
                + " orders, " + tokens.size() + " tokens]";
    }
}
