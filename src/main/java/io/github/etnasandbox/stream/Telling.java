package io.github.etnasandbox.stream;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.live.Change;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.security.TradingCalendar;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.world.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What messages tell of a world: what is there, to who begins to listen, and then each change. For one thread at a time.
 *
 * <p>Assumed: a client is told of all outstanding orders of the account and of those that came to their end on the same trading
 * day, the oldest first; of a replaced order, and of the one in its place, in the order in which they came to their states.
 */
final class Telling {
    private final Dialect dialect;
    /** How many orders are outstanding, for each account of which a balance is told; counting them takes long. */
    private final Map<AccountId, Integer> pendingOrders = new HashMap<>();

    Telling(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns what there is of a topic. A message is spelled when it is asked for: an account may have a million orders. */
    Iterator<Message> begin(Topic topic, State state, Instant now) {
        AccountId account = new AccountId(topic.key());
        return switch (topic.entity()) {
            case ORDER ->
                orders(state, account, now).stream()
                        .map(order -> Message.of(topic, OrderMessage.text(order, state)))
                        .iterator();
            case POSITION ->
                state.ledger().positions(account).stream()
                        .map(position -> Message.of(topic, PositionMessage.text(position, state)))
                        .iterator();
            case ACCOUNT_BALANCE, USER_BALANCE -> List.of(balance(topic, state)).iterator();
            case QUOTE -> quote(topic, state, now).iterator();
        };
    }

    private static List<Order> orders(State state, AccountId account, Instant now) {
        LocalDate today = TradingCalendar.day(now);
        List<Order> orders = new ArrayList<>();
        state.orders().ofAccount(account).forEachValue(order -> {
            add(order, today, orders);
            state.orders().legsOf(order).forEach(leg -> add(leg, today, orders));
        });
        orders.sort(Comparator.comparing((Order order) -> order.terms().createDate())
                .thenComparing(order -> order.id().value()));
        return orders;
    }

    private static void add(Order order, LocalDate today, List<Order> to) {
        if (order.status().isOutstanding()
                || TradingCalendar.day(order.progress().transactionDate()).equals(today)) {
            to.add(order);
        }
    }

    /** What was told of an order in the same state: a tester may have changed what no message has. Null for a new state. */
    private static @Nullable Message before(Order order, Topic topic, State state) {
        Order before = state.order(order.id()).orElse(null);
        return before == null || before.progress().stateId() != order.progress().stateId()
                ? null
                : Message.of(topic, OrderMessage.text(before, state));
    }

    /** Hands over what a change has to tell of those topics that somebody has subscribed to. */
    @SuppressWarnings("ReferenceEquality") // what is not touched is shared
    void tell(Change change, Set<Topic> wanted, Consumer<Told> to) {
        State after = change.after();
        for (Order order : change.orders()) {
            Topic topic = new Topic(Entity.ORDER, order.accountId().value());
            if (wanted.contains(topic)) {
                Message message = Message.of(topic, OrderMessage.text(order, after));
                if (!message.equals(before(order, topic, change.before()))) {
                    to.accept(new Told(topic, message));
                }
            }
        }
        List<AccountId> counted = count(change);
        boolean balances = !counted.isEmpty() || change.before().accounts() != after.accounts();
        for (Topic topic : wanted) {
            switch (topic.entity()) {
                case POSITION -> positions(change, topic, to);
                case ACCOUNT_BALANCE, USER_BALANCE -> {
                    if (balances && accounts(topic, after).stream().anyMatch(each -> changed(each, change, counted))) {
                        to.accept(new Told(topic, balance(topic, after)));
                    }
                }
                case QUOTE -> {
                    if (!Objects.equals(quote(topic, change.before()), quote(topic, after))) {
                        quote(topic, after, after.clock()).forEach(message -> to.accept(new Told(topic, message)));
                    }
                }
                case ORDER -> {}
            }
        }
    }

    /** A message, and what it is about. */
    record Told(Topic topic, Message message) {}

    @SuppressWarnings("ReferenceEquality") // what is not touched is shared
    private static void positions(Change change, Topic topic, Consumer<Told> to) {
        if (change.before().ledger() == change.after().ledger()) {
            return;
        }
        AccountId account = new AccountId(topic.key());
        for (Position position : change.after().ledger().positions(account)) {
            Position before = change.before().ledger().position(account, position.securityId());
            if (!position.equals(before)) {
                to.accept(new Told(topic, Message.of(topic, PositionMessage.text(position, change.after()))));
            }
        }
    }

    private static boolean changed(Account account, Change change, List<AccountId> counted) {
        return counted.contains(account.id())
                || !account.equals(change.before().account(account.id()).orElse(null));
    }

    /** Keeps count, and returns the accounts of which the count has changed. */
    private List<AccountId> count(Change change) {
        List<AccountId> changed = new ArrayList<>();
        if (!pendingOrders.isEmpty()) {
            change.changedOrders().forEach(each -> {
                Order before = each.before();
                int more = (isCounted(each.after(), change.after()) ? 1 : 0)
                        - (before != null && isCounted(before, change.before()) ? 1 : 0);
                AccountId account = each.after().accountId();
                if (more != 0 && pendingOrders.computeIfPresent(account, (id, count) -> count + more) != null) {
                    changed.add(account);
                }
            });
        }
        return changed;
    }

    /** As the API's own balance counts them: without the legs of others. */
    private static boolean isCounted(Order order, State state) {
        return order.status().isOutstanding() && !state.orders().isLeg(order);
    }

    private Message balance(Topic topic, State state) {
        List<Account> accounts = accounts(topic, state);
        int pending =
                accounts.stream().mapToInt(account -> pending(account, state)).sum();
        return Message.of(topic, BalanceMessage.text(topic.entity(), topic.key(), accounts, pending, dialect));
    }

    private int pending(Account account, State state) {
        return pendingOrders.computeIfAbsent(account.id(), id -> {
            int[] count = {0};
            state.orders()
                    .ofAccount(id)
                    .forEachValue(order -> count[0] += order.status().isOutstanding() ? 1 : 0);
            return count[0];
        });
    }

    private static List<Account> accounts(Topic topic, State state) {
        if (topic.entity() == Entity.ACCOUNT_BALANCE) {
            return state.account(new AccountId(topic.key())).stream().toList();
        }
        UserId user = new UserId(topic.key());
        return state.accounts().values().stream()
                .filter(account -> account.accessOf(user).isPresent())
                .toList();
    }

    private static @Nullable Quote quote(Topic topic, State state) {
        return state.security(new SecurityId(topic.key())).map(Security::quote).orElse(null);
    }

    /** The message of a quote; none where the security has none. */
    private static List<Message> quote(Topic topic, State state, Instant now) {
        Security security = state.security(new SecurityId(topic.key())).orElse(null);
        Quote quote = security == null ? null : security.quote();
        return security == null || quote == null
                ? List.of()
                : List.of(Message.of(topic, QuoteMessage.text(security, quote, now)));
    }
}
