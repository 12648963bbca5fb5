package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * The states of an order: FIX's {@code OrdStatus} under the API's names.
 *
 * <p>Source: guide page on filtered orders (names and codes); definitions of the API reference ({@link #HELD}).
 * Which of them are <i>outstanding</i> is documented only in words, "placed, not yet executed or finished"; the split
 * below reads those words state by state.
 */
public enum OrderStatus implements Word {
    /** Outstanding, nothing executed yet. */
    NEW(0, true),
    /** Outstanding, a part executed. */
    PARTIALLY_FILLED(1, true),
    /** Final, wholly executed. */
    FILLED(2, false),
    /** Final for the trading day, not wholly executed. */
    DONE_FOR_DAY(3, false),
    /** Final, canceled; a part may have been executed before. */
    CANCELED(4, false),
    /** Final, its place taken by another order. */
    REPLACED(5, false),
    /** A cancel is under way, so that a second one has nothing to ask for. */
    PENDING_CANCEL(6, false),
    /** Outstanding, guaranteed by the venue. */
    STOPPED(7, true),
    /** Final, refused. */
    REJECTED(8, false),
    /** Outstanding, waiting for an administrator's review. */
    SUSPENDED(9, true),
    /** Outstanding, registered and not yet acknowledged by the venue. */
    PENDING_NEW(10, true),
    /** Outstanding, traded for the day and not yet settled. */
    CALCULATED(11, true),
    /** Final, its time in force is over. */
    EXPIRED(12, false),
    /** Outstanding, part of a bidding process. */
    ACCEPTED_FOR_BIDDING(13, true),
    /** Outstanding, a replacement is under way. */
    PENDING_REPLACE(14, true),
    /** Final, failed in the order management system. */
    ERROR(15, false),
    /** Outstanding, held back from the venue. */
    HELD(16, true);

    private final String word = Word.camelCase(name());
    private final int code;
    private final boolean outstanding;

    OrderStatus(int code, boolean outstanding) {
        this.code = code;
        this.outstanding = outstanding;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * {@return the number that stands for this state in filters: 0 to 15 as documented; 16 for {@link #HELD}, which is listed
     * behind them without a number}
     */
    public int code() {
        return code;
    }

    /** {@return whether an order in this state can be canceled: it may still execute, and no cancel is under way} */
    public boolean isOutstanding() {
        return outstanding;
    }

    /** {@return whether an order in this state is over: no execution, cancel or replacement leaves it again} */
    public boolean isFinal() {
        return !outstanding && this != PENDING_CANCEL;
    }
}
