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
    NEW(0, "New", true),
    /** Outstanding, a part executed. */
    PARTIALLY_FILLED(1, "PartiallyFilled", true),
    /** Final, wholly executed. */
    FILLED(2, "Filled", false),
    /** Final for the trading day, not wholly executed. */
    DONE_FOR_DAY(3, "DoneForDay", false),
    /** Final, canceled; a part may have been executed before. */
    CANCELED(4, "Canceled", false),
    /** Final, its place taken by another order. */
    REPLACED(5, "Replaced", false),
    /** A cancel is under way, so that a second one has nothing to ask for. */
    PENDING_CANCEL(6, "PendingCancel", false),
    /** Outstanding, guaranteed by the venue. */
    STOPPED(7, "Stopped", true),
    /** Final, refused. */
    REJECTED(8, "Rejected", false),
    /** Outstanding, waiting for an administrator's review. */
    SUSPENDED(9, "Suspended", true),
    /** Outstanding, registered and not yet acknowledged by the venue. */
    PENDING_NEW(10, "PendingNew", true),
    /** Outstanding, traded for the day and not yet settled. */
    CALCULATED(11, "Calculated", true),
    /** Final, its time in force is over. */
    EXPIRED(12, "Expired", false),
    /** Outstanding, part of a bidding process. */
    ACCEPTED_FOR_BIDDING(13, "AcceptedForBidding", true),
    /** Outstanding, a replacement is under way. */
    PENDING_REPLACE(14, "PendingReplace", true),
    /** Final, failed in the order management system. */
    ERROR(15, "Error", false),
    /** Outstanding, held back from the venue. */
    HELD(16, "Held", true);

    private final int code;
    private final String word;
    private final boolean outstanding;

    OrderStatus(int code, String word, boolean outstanding) {
        this.code = code;
        this.word = word;
        this.outstanding = outstanding;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * Returns the number that stands for this state in filters.
     *
     * @return 0 to 15 as documented; 16 for {@link #HELD}, which is listed behind them without a number
     */
    public int code() {
        return code;
    }

    /**
     * Tells whether an order in this state can be canceled.
     *
     * @return true for the states in which the order may still execute and no cancel is under way
     */
    public boolean isOutstanding() {
        return outstanding;
    }

    /**
     * Tells whether an order in this state is over.
     *
     * @return true for the states that no execution, cancel or replacement leaves again
     */
    public boolean isFinal() {
        return !outstanding && this != PENDING_CANCEL;
    }
}
