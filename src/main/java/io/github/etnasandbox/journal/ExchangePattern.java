package io.github.etnasandbox.journal;

import io.github.etnasandbox.stage.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** One thing that is asked for: how it is spelt in this pattern, and what an exchange that is not so has instead. */
    private record Condition(String wanted, Predicate<Exchange> holds, Function<Exchange, String> found) {}

    private final List<Condition> conditions;

    private ExchangePattern(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Makes a pattern of requests.
     *
     * @param method the method
     * @param path the path inside the world, in the spelling of {@link PathPattern}
     * @return the pattern
     * @throws IllegalArgumentException when the path is no pattern
     */
    public static ExchangePattern of(String method, String path) {
        return ANY.method(method).path(PathPattern.of(path));
    }

    /**
     * Asks for a method.
     *
     * @param method the method, letter case included
     * @return the pattern
     */
    public ExchangePattern method(String method) {
        return and(
                method,
                exchange -> exchange.request().method().equals(method),
                exchange -> "method is " + exchange.request().method() + ", not " + method);
    }

    /**
     * Asks for a path.
     *
     * @param path the paths
     * @return the pattern
     */
    public ExchangePattern path(PathPattern path) {
        return and(
                path.toString(),
                exchange -> path.matches(exchange.request().path()),
                exchange -> "path is " + exchange.request().path() + ", not " + path);
    }

    /**
     * Asks for the status that was sent.
     *
     * @param status an HTTP status; 0 for no answer at all
     * @return the pattern
     */
    public ExchangePattern status(int status) {
        return and(
                "with status " + status,
                exchange -> exchange.status() == status,
                exchange -> "status is " + exchange.status() + ", not " + status);
    }

    /**
     * Asks for an order.
     *
     * @param orderId an order's id that the path names, or that was changed
     * @return the pattern
     */
    public ExchangePattern order(int orderId) {
        return and(
                "of order " + orderId,
                exchange -> exchange.concerns(orderId),
                exchange -> "has nothing to do with order " + orderId);
    }

    /**
     * Asks for the rule that decided.
     *
     * @param rule the rule's name, such as {@code not-outstanding}
     * @return the pattern
     */
    public ExchangePattern rule(String rule) {
        return and(
                "by rule " + rule,
                exchange -> exchange.rule() != null && exchange.rule().name().equals(rule),
                exchange -> "rule is "
                        + (exchange.rule() == null ? "none" : exchange.rule().name()) + ", not " + rule);
    }

    /**
     * Asks for what came after an exchange.
     *
     * @param number the exchange's number; 0 for everything
     * @return the pattern
     */
    public ExchangePattern after(long number) {
        return and(
                "after #" + number,
                exchange -> exchange.number() > number,
                exchange -> "number is " + exchange.number() + ", not after " + number);
    }

    /**
     * Compares an exchange with this pattern.
     *
     * @param exchange the exchange
     * @return whether all that is asked for is so
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
     * Tells what keeps an exchange from being meant.
     *
     * @param exchange the exchange
     * @return one phrase for each thing that is not as asked for; empty when it matches
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

    private ExchangePattern and(String wanted, Predicate<Exchange> holds, Function<Exchange, String> found) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(wanted, holds, found));
        return new ExchangePattern(List.copyOf(more));
    }
}
