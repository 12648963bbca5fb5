package io.github.etnasandbox.journal;

import io.github.etnasandbox.stage.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which exchanges are meant. Immutable: each method returns a pattern that asks for more.
 *
 * <pre>{@code
 * ExchangePattern refused = ExchangePattern.of("DELETE", "/api/v1.0/accounts/6303/orders/*").status(409);
 * }</pre>
 */
public final class ExchangePattern {
    /** Every exchange. */
    public static final ExchangePattern ANY = new ExchangePattern(List.of());

    /** One thing that is asked for: how {@code toString} spells it, and what another exchange has in its place. */
    private record Condition(String wanted, Predicate<Exchange> holds, Function<Exchange, String> found) {}

    private final List<Condition> conditions;

    private ExchangePattern(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * {@return a pattern of requests}
     *
     * @param method the method, letter case included
     * @param path the path inside the world, in the spelling of {@link PathPattern}
     * @throws IllegalArgumentException when the path is no pattern
     */
    public static ExchangePattern of(String method, String path) {
        return ANY.method(method).path(new PathPattern(path));
    }

    /**
     * {@return a pattern that asks for a method as well}
     *
     * @param method the method, letter case included
     */
    public ExchangePattern method(String method) {
        return andEqual(method, "method", method, exchange -> exchange.request().method());
    }

    /**
     * {@return a pattern that asks for a path as well}
     *
     * @param path the paths
     */
    public ExchangePattern path(PathPattern path) {
        return and(
                path.toString(),
                exchange -> path.matches(exchange.request().path()),
                exchange -> "path is " + exchange.request().path() + ", not " + path);
    }

    /**
     * {@return a pattern that asks for the status that was sent as well}
     *
     * @param status an HTTP status; 0 for no answer at all
     */
    public ExchangePattern status(int status) {
        return andEqual("with status " + status, "status", status, Exchange::status);
    }

    /**
     * {@return a pattern that asks for an order as well}
     *
     * @param orderId the id of an order that the path names, or that was changed
     */
    public ExchangePattern order(int orderId) {
        return and(
                "of order " + orderId,
                exchange -> exchange.concerns(orderId),
                exchange -> "has nothing to do with order " + orderId);
    }

    /**
     * {@return a pattern that asks for the rule that decided as well}
     *
     * @param rule the rule's name, such as {@code not-outstanding}
     */
    public ExchangePattern rule(String rule) {
        return andEqual(
                "by rule " + rule,
                "rule",
                rule,
                exchange -> exchange.rule() == null ? null : exchange.rule().name());
    }

    /**
     * {@return a pattern of what came after an exchange}
     *
     * @param number the exchange's number; 0 for everything
     */
    public ExchangePattern after(long number) {
        return and(
                "after #" + number,
                exchange -> exchange.number() > number,
                exchange -> "number is " + exchange.number() + ", not after " + number);
    }

    /**
     * {@return whether an exchange has all that is asked for}
     *
     * @param exchange the exchange
     */
    public boolean matches(Exchange exchange) {
        for (Condition condition : conditions) {
            if (!condition.holds().test(exchange)) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return one phrase for each thing that an exchange does not have as asked for; empty when it matches}
     *
     * @param exchange the exchange
     */
    public List<String> differences(Exchange exchange) {
        return conditions.stream()
                .filter(condition -> !condition.holds().test(exchange))
                .map(condition -> condition.found().apply(exchange))
                .toList();
    }

    /** Spelt as {@code DELETE **}{@code /orders/73552 with status 204}. */
    @Override
    public String toString() {
        return conditions.isEmpty()
                ? "any request"
                : conditions.stream().map(Condition::wanted).collect(Collectors.joining(" "));
    }

    private ExchangePattern andEqual(
            String wanted, String what, Object expected, Function<Exchange, @Nullable Object> actual) {
        return and(
                wanted,
                exchange -> expected.equals(actual.apply(exchange)),
                exchange -> what + " is " + Objects.requireNonNullElse(actual.apply(exchange), "none") + ", not "
                        + expected);
    }

    private ExchangePattern and(String wanted, Predicate<Exchange> holds, Function<Exchange, String> found) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(wanted, holds, found));
        return new ExchangePattern(List.copyOf(more));
    }
}
