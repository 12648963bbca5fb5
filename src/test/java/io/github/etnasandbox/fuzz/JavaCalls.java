package io.github.etnasandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.List;

/** Calls of a world's methods, with figures, spans and texts at their limits and beyond. */
final class JavaCalls {
    private static final List<Double> FIGURES = List.of(
            0.0,
            -0.0,
            1.0,
            0.1,
            -1.0,
            150.0,
            1e-300,
            Double.MIN_VALUE,
            1e12,
            Math.nextUp(1e12),
            1e13,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN);
    private static final List<Duration> SPANS = List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofNanos(-1),
            Duration.ofSeconds(2),
            Duration.ofDays(1),
            Duration.ofDays(366),
            Duration.ofDays(2_914_000),
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            Duration.ofSeconds(Long.MIN_VALUE));
    private static final List<String> TEXTS =
            List.of("", "r", "\0", "\ud83d", "😀", "x".repeat(10_000), "x".repeat(10_001), "a.b.c", "trader-token");

    private JavaCalls() {}

    /** Calls one method, about an order where it is about one. */
    static void call(FuzzCase one, int order) {
        World world = one.world();
        double figure = one.pick(FIGURES);
        double other = one.pick(FIGURES);
        Duration span = one.pick(SPANS);
        String text = one.pick(TEXTS);
        CancelOutcome.Kind kind = one.pick(List.of(CancelOutcome.Kind.values()));
        switch (one.random.nextInt(16)) {
            case 0 -> one.java("fill " + order + " " + figure, () -> world.fill(order, figure));
            case 1 -> one.java("fill " + order + " " + figure + " " + other, () -> world.fill(order, figure, other));
            case 2 -> one.java("fillAt " + order + " " + figure, () -> world.fillAt(order, figure));
            case 3 -> one.java("reject " + order + " " + text, () -> world.reject(order, text));
            case 4 ->
                one.java(
                        "cancelOutcome " + order + " " + kind + " " + span + " " + figure,
                        () -> world.cancelOutcome(order, new CancelOutcome(kind, span, figure)));
            case 5 ->
                one.java(
                        "nextCancel " + kind + " " + span + " " + figure,
                        () -> world.nextCancel(new CancelOutcome(kind, span, figure)));
            case 6 ->
                one.java(
                        "configureVenue acknowledging after " + span,
                        () -> world.configureVenue(
                                VenueSettings.DEFAULTS.acknowledgingAfter(span).fillingAtQuotes(true)));
            case 7 -> one.java("advance " + span, () -> world.advance(span));
            case 8 -> one.java("expireToken " + text, () -> world.expireToken(text));
            case 9 -> one.java("revokeToken " + text, () -> world.revokeToken(text));
            case 10 -> one.java("restore its snapshot", () -> world.restore(world.snapshot()));
            case 11 -> one.java("expire " + order, () -> world.expire(order));
            case 12 -> one.java("acknowledge " + order, () -> world.acknowledge(order));
            case 13 -> one.java("quote AAPL at " + figure, () -> world.quote("AAPL", figure));
            case 14 ->
                one.java(
                        "quote AAPL at " + other + ", " + figure + " of it",
                        () -> world.quote("AAPL", Quote.of(1, other, other).withSizes(figure, figure)));
            default ->
                assertThat(one.api("DELETE", "/v1.0/accounts/6303/orders/" + order, "")
                                .status())
                        .isIn(204, 409, 400);
        }
    }
}
