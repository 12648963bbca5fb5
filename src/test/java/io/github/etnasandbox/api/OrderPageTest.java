package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.state.ById;
import io.github.etnasandbox.state.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class OrderPageTest {
    private static final Order MODEL = Snapshots.stateOf(Fixtures.named("docs").load())
            .orders()
            .values()
            .iterator()
            .next();
    private static final Predicate<Order> ALL = Objects::nonNull;
    private static final List<Predicate<Order>> FILTERS =
            List.of(ALL, OrderFilter.LANGUAGE.parse("SecurityId = 1"), OrderFilter.LANGUAGE.parse("Status in (0,1)"));
    private static final String[] PIECES = {"", "\u0000", "a", "b", "10452397", "\u00fe", "\u00ff", "\u0100", "\u20ac"};

    /** How orders are sorted, said once more. */
    private static final Map<Field<Order, ?>, Comparator<Order>> ASCENDING = Map.of(
            OrderKey.ID, Comparator.comparing(order -> order.id().value()),
            OrderKey.SECURITY_ID, Comparator.comparing(order -> order.terms().securityId()),
            OrderKey.PRICE, Comparator.comparing(order -> order.terms().price()),
            OrderKey.CLIENT_ID, Comparator.comparing(Order::clientId),
            OrderKey.DESCRIPTION,
                    Comparator.comparing(
                            order -> order.progress().description(), Comparator.nullsFirst(Comparator.naturalOrder())),
            OrderKey.STATUS, Comparator.comparing(Order::status),
            OrderKey.DATE, Comparator.comparing(order -> order.progress().date()));

    @RepeatedTest(40)
    void a_page_holds_what_filtering_and_sorting_everything_puts_there(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Order> orders = orders(random, random.nextInt(400));
        Orders world = Orders.NONE;
        for (Order order : orders) {
            world = world.plus(order);
        }
        ById<Order> all = world.ofAccount(MODEL.accountId());
        for (Predicate<Order> filter : FILTERS) {
            for (Field<Order, ?> key : ASCENDING.keySet()) {
                boolean descending = random.nextBoolean();
                List<Order> sorted = sorted(orders, filter, key, descending);
                int size = random.nextInt(1, 101);
                for (int page = 0; page <= sorted.size() / size + 1; page++) {
                    assertThat(asked(page, size, filter, key, descending).of(all))
                            .as("page %s of %s by %s, descending %s", page, size, key, descending)
                            .isEqualTo(new ListQuery.Page<>(page(sorted, page, size), sorted.size()));
                }
            }
        }
    }

    private static ListQuery<Order> asked(
            int page, int size, Predicate<Order> filter, Field<Order, ?> key, boolean descending) {
        return new ListQuery<>(
                page, size, filter.equals(ALL) ? null : filter, key == OrderKey.ID ? null : key, descending);
    }

    private static List<Order> sorted(
            List<Order> orders, Predicate<Order> filter, Field<Order, ?> key, boolean descending) {
        List<Order> sorted = new ArrayList<>(orders.stream().filter(filter).toList());
        Comparator<Order> ascending = Objects.requireNonNull(ASCENDING.get(key));
        sorted.sort((descending ? ascending.reversed() : ascending)
                .thenComparing(order -> order.id().value()));
        return sorted;
    }

    private static List<Order> page(List<Order> sorted, int page, int size) {
        int first = Math.min(page * size, sorted.size());
        return sorted.subList(first, Math.min(first + size, sorted.size()));
    }

    /** Makes orders with few different values, or with many. */
    private static List<Order> orders(Random random, int count) {
        List<Order> orders = new ArrayList<>();
        int values = random.nextBoolean() ? 3 : 1_000;
        for (int i = 0; i < count; i++) {
            orders.add(order(random.nextInt(2) + 2 * i, values, random));
        }
        return orders;
    }

    private static Order order(int id, int values, Random random) {
        return new Order(
                new OrderId(id),
                MODEL.accountId(),
                MODEL.userId(),
                text(random),
                terms(MODEL.terms(), values, random),
                MODEL.execution(),
                progress(MODEL.progress(), values, random),
                MODEL.legs(),
                MODEL.earlier(),
                MODEL.cancelOutcome(),
                MODEL.kept());
    }

    private static OrderTerms terms(OrderTerms terms, int values, Random random) {
        return new OrderTerms(
                random.nextInt(values) - values / 2,
                terms.symbol(),
                terms.side(),
                terms.type(),
                terms.initialType(),
                terms.timeInForce(),
                terms.quantity(),
                (random.nextInt(values) - values / 2) / 8.0,
                terms.stopPrice(),
                terms.createDate(),
                terms.expireDate(),
                terms.parentId());
    }

    private static Progress progress(Progress progress, int values, Random random) {
        OrderStatus[] statuses = OrderStatus.values();
        return new Progress(
                statuses[random.nextInt(Math.min(values, statuses.length))],
                progress.executionStatus(),
                progress.requestStatus(),
                progress.target(),
                progress.transType(),
                progress.requestId(),
                progress.stateId(),
                date(values, random),
                progress.transactionDate(),
                description(random),
                progress.requestedBy(),
                progress.answer());
    }

    private static Instant date(int values, Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Order.UNSET;
            case 1 -> Instant.parse("9999-12-31T23:59:59.9999999Z");
            default -> Instant.ofEpochSecond(random.nextInt(3), 100L * random.nextInt(values));
        };
    }

    private static @Nullable String description(Random random) {
        return random.nextBoolean() ? null : text(random);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
