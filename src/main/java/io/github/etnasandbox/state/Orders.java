package io.github.etnasandbox.state;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.VenueAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * All orders of a world by id, ascending, and those of each account. A leg comes after the order whose leg it is. Immutable:
 * a change shares what it does not touch.
 *
 * <p>The second index costs some five bytes an order where an account has neighbouring ids, more where it has every tenth.
 * It makes the list of an account's orders a matter of that account alone, however many the others have.
 */
public final class Orders {
    public static final Orders NONE = new Orders(ById.empty(), ById.empty(), TreePMap.empty(), Instant.MAX);

    private final ById<Order> byId;
    private final ById<ById<Order>> byAccount;

    /** The orders whose requests the venue is going to answer, the next one first. */
    private final TreePMap<Due, OrderId> due;

    /** No order expires before this, though maybe none then either: a change costs a comparison, not a search. */
    private final Instant noExpiryBefore;

    private Orders(ById<Order> byId, ById<ById<Order>> byAccount, TreePMap<Due, OrderId> due, Instant noExpiryBefore) {
        this.byId = byId;
        this.byAccount = byAccount;
        this.due = due;
        this.noExpiryBefore = noExpiryBefore;
    }

    /** When a request's answer is due; requests come in the order of their ids. */
    private record Due(Instant at, int requestId, OrderId orderId) implements Comparable<Due> {
        static @Nullable Due of(Order order) {
            VenueAnswer answer = order.progress().answer();
            return answer == null ? null : new Due(answer.at(), order.progress().requestId(), order.id());
        }

        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            int byRequest = byTime != 0 ? byTime : Integer.compare(requestId, other.requestId);
            return byRequest != 0 ? byRequest : Integer.compare(orderId.value(), other.orderId.value());
        }
    }

    /** Adds or replaces an order; an IllegalArgumentException when it was on another account: orders stay on theirs. */
    public Orders plus(Order order) {
        int id = order.id().value();
        Order before = byId.get(id);
        if (before != null && !before.accountId().equals(order.accountId())) {
            throw new IllegalArgumentException(
                    "order " + id + " is on account " + before.accountId() + ", not on " + order.accountId());
        }
        return new Orders(
                byId.plus(id, order),
                isLeg(order) ? byAccount : byAccountWith(order),
                dueWith(order, before),
                noExpiryBeforeWith(order, before));
    }

    /** Returns the same orders without one of them. */
    public Orders minus(Order order) {
        int id = order.id().value();
        Due answered = Due.of(order);
        ById<Order> ofAccount = ofAccount(order.accountId()).minus(id);
        int account = order.accountId().value();
        return new Orders(
                byId.minus(id),
                ofAccount.size() == 0 ? byAccount.minus(account) : byAccount.plus(account, ofAccount),
                answered == null ? due : due.minus(answered),
                noExpiryBefore);
    }

    /**
     * Hands over every order that is not as it was, also one that is gone, by ascending id. Takes as long as the changes
     * between the two are many.
     */
    public void forEachDifference(Orders before, ById.Difference<? super Order> action) {
        byId.forEachDifference(before.byId, action);
    }

    /** Hands over every order that is new or not what it was, by ascending id. */
    public void forEachChangedSince(Orders before, Consumer<? super Order> action) {
        byId.forEachValueNotIn(before.byId, action);
    }

    private ById<ById<Order>> byAccountWith(Order order) {
        return byAccount.plus(
                order.accountId().value(),
                ofAccount(order.accountId()).plus(order.id().value(), order));
    }

    private TreePMap<Due, OrderId> dueWith(Order order, @Nullable Order before) {
        Due old = before == null ? null : Due.of(before);
        Due next = Due.of(order);
        TreePMap<Due, OrderId> without = old == null ? due : due.minus(old);
        return next == null ? without : without.plus(next, order.id());
    }

    private Instant noExpiryBeforeWith(Order order, @Nullable Order before) {
        Instant expires = order.terms().expireDate();
        boolean known = before != null
                && before.expires()
                && before.terms().expireDate().equals(expires);
        return order.expires() && !known && expires.isBefore(noExpiryBefore) ? expires : noExpiryBefore;
    }

    /** Tells when something happens by itself next, at the earliest. */
    public Instant nothingDueBefore() {
        Instant answer = due.isEmpty() ? Instant.MAX : due.firstKey().at();
        return answer.isBefore(noExpiryBefore) ? answer : noExpiryBefore;
    }

    /** Tells before when no order expires, though maybe none does then either; {@link Instant#MAX} when none ever does. */
    public Instant noExpiryBefore() {
        return noExpiryBefore;
    }

    /** Returns the same orders, of which somebody else knows that none expires before an instant. */
    public Orders noneExpiringBefore(Instant instant) {
        return new Orders(byId, byAccount, due, instant);
    }

    /** Finds the order whose request the venue answers next; null when no answer is due by then. */
    public @Nullable Order nextAnswered(Instant until) {
        return due.isEmpty() || due.firstKey().at().isAfter(until)
                ? null
                : byId.get(due.firstEntry().getValue().value());
    }

    /** Finds the orders that expire after an instant and until another, by ascending id. */
    public List<Order> expiring(Instant after, Instant until) {
        List<Order> expiring = new ArrayList<>();
        if (!noExpiryBefore.isAfter(until)) {
            byId.forEachValue(order -> {
                Instant expires = order.terms().expireDate();
                if (order.expires() && expires.isAfter(after) && !expires.isAfter(until)) {
                    expiring.add(order);
                }
            });
        }
        return expiring;
    }

    /** Finds the orders of a security that are not over, by ascending id: looks at all orders of the world. */
    public List<Order> openIn(int securityId) {
        List<Order> open = new ArrayList<>();
        byId.forEachValue(order -> {
            if (order.terms().securityId() == securityId && !order.status().isFinal()) {
                open.add(order);
            }
        });
        return open;
    }

    /** Returns the same orders, with {@link #nothingDueBefore} as late as can be told once time has come this far. */
    public Orders at(Instant now) {
        if (noExpiryBefore.isAfter(now)) {
            return this;
        }
        Instant next = expiring(now, Instant.MAX).stream()
                .map(order -> order.terms().expireDate())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return noneExpiringBefore(next);
    }

    public boolean isLeg(Order order) {
        return parentOf(order) != null;
    }

    /** Looks up the order that an order is a leg of; null when none is here that shows it among its legs. */
    public @Nullable Order parentOf(Order order) {
        int parentId = order.terms().parentId();
        Order parent = parentId <= 0 ? null : byId.get(parentId);
        return parent != null && parent.legs().contains(order.id()) ? parent : null;
    }

    public List<Order> legsOf(Order order) {
        List<Order> legs = new ArrayList<>(order.legs().size());
        for (OrderId id : order.legs()) {
            Order leg = byId.get(id.value());
            if (leg != null) {
                legs.add(leg);
            }
        }
        return legs;
    }

    /** Returns the orders of one account, without those that are legs of others: they are shown there. */
    public ById<Order> ofAccount(AccountId id) {
        ById<Order> orders = byAccount.get(id.value());
        return orders == null ? ById.empty() : orders;
    }

    public @Nullable Order get(int id) {
        return byId.get(id);
    }

    public List<Order> values() {
        return byId.values();
    }

    /** Lists those at some places of that list, see {@link ById#values(int, int)}. */
    public List<Order> values(int from, int to) {
        return byId.values(from, to);
    }

    public int size() {
        return byId.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Orders that && byId.equals(that.byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }
}
