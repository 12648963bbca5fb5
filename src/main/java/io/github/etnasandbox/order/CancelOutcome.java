package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Word;
import java.time.Duration;

/**
 * What the venue does when a cancel reaches it: a tester's script, for one order or for a world's next cancel. Immutable.
 *
 * @param kind what it does
 * @param after how long, on the world's clock, the venue takes to answer; zero for at once
 * @param quantity shares or contracts that a partial fill gets in first, more than 0; 0 for the other kinds
 */
public record CancelOutcome(Kind kind, Duration after, double quantity) {

    /** What the venue can do with a cancel. */
    public enum Kind {
        /** The order is canceled at once. */
        ACCEPT,
        /** The order is canceled when a time has passed, and pending until then. */
        ACCEPT_AFTER,
        /** The cancel is pending until somebody has the venue acknowledge or reject it. */
        HOLD,
        /** The order fills before the cancel is looked at, which is then refused. */
        FILL_FIRST,
        /** A part fills before the cancel is looked at, and the rest is canceled. */
        PARTIAL_FILL_FIRST,
        /** The cancel is accepted, and then refused by the venue: the order goes on. */
        REJECT,
        /** The cancel is accepted, and the order is filled after all. */
        FILL_AFTER_ACCEPT;

        /** {@return whether the venue may take its time over this: {@code after} may be more than zero} */
        public boolean takesTime() {
            return this == ACCEPT_AFTER || this == REJECT || this == FILL_AFTER_ACCEPT;
        }
    }

    /** The longest time that a venue takes over anything. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** See {@link Kind#ACCEPT}: what a venue does unless told otherwise. */
    public static final CancelOutcome ACCEPT = new CancelOutcome(Kind.ACCEPT, Duration.ZERO, 0);

    /** See {@link Kind#HOLD}. */
    public static final CancelOutcome HOLD = new CancelOutcome(Kind.HOLD, Duration.ZERO, 0);

    /** See {@link Kind#FILL_FIRST}. */
    public static final CancelOutcome FILL_FIRST = new CancelOutcome(Kind.FILL_FIRST, Duration.ZERO, 0);

    /** See {@link Kind#REJECT}, at once. */
    public static final CancelOutcome REJECT = new CancelOutcome(Kind.REJECT, Duration.ZERO, 0);

    /** See {@link Kind#FILL_AFTER_ACCEPT}, at once. */
    public static final CancelOutcome FILL_AFTER_ACCEPT = new CancelOutcome(Kind.FILL_AFTER_ACCEPT, Duration.ZERO, 0);

    /** Rejects a time or a quantity that the kind cannot have, and one it needs that is missing. */
    public CancelOutcome {
        if (after.isNegative()) {
            throw new IllegalArgumentException("'after' is " + after + "; it is zero or more");
        }
        if (!after.isZero() && !kind.takesTime()) {
            throw new IllegalArgumentException("'after' cannot be with " + Word.of(kind)
                    + "; it goes with accept-after, reject, fill-after-accept");
        }
        if (after.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'after' is " + after + "; it is at most " + LONGEST);
        }
        if (kind == Kind.ACCEPT_AFTER && after.isZero()) {
            throw new IllegalArgumentException("accept-after needs 'after', more than zero, such as PT2S");
        }
        boolean fills = kind == Kind.PARTIAL_FILL_FIRST;
        if (fills ? !(quantity > 0 && quantity <= Kinds.LARGEST_AMOUNT) : quantity != 0) {
            throw new IllegalArgumentException(
                    fills
                            ? "partial-fill-first needs 'Quantity', more than 0 and at most " + Kinds.LARGEST_AMOUNT
                            : "'Quantity' cannot be with " + Word.of(kind) + "; it goes with partial-fill-first");
        }
    }

    /**
     * {@return a {@link Kind#ACCEPT_AFTER}}
     *
     * @param time how long the cancel is pending, more than zero
     */
    public static CancelOutcome acceptAfter(Duration time) {
        return new CancelOutcome(Kind.ACCEPT_AFTER, time, 0);
    }

    /**
     * {@return a {@link Kind#PARTIAL_FILL_FIRST}}
     *
     * @param quantity shares or contracts that fill first, more than 0; all that is open when it is more than that
     */
    public static CancelOutcome partialFillFirst(double quantity) {
        return new CancelOutcome(Kind.PARTIAL_FILL_FIRST, Duration.ZERO, quantity);
    }
}
