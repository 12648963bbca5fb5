package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * The states of an order: FIX's {@code OrdStatus} under the API's names.
 *
 * <p>Source: guide page on filtered orders (names and their order); definitions of the API reference ({@link #HELD}).
 * Which of them are <i>outstanding</i> is documented only in words, "placed, not yet executed or finished"; the split
 * below reads those words state by state.
 */
public enum OrderStatus implements Word {
    /** Outstanding, nothing executed yet. */
    NEW("New", true),
    /** Outstanding, a part executed. */
    PARTIALLY_FILLED("PartiallyFilled", true),
    /** Final, wholly executed. */
    FILLED("Filled", false),
    /** Final for the trading day, not wholly executed. */
    DONE_FOR_DAY("DoneForDay", false),
    /** Final, canceled; a part may have been executed before. */
    CANCELED("Canceled", false),
    /** Final, its place taken by another order. */
    REPLACED("Replaced", false),
    /** A cancel is under way, so that a second one has nothing to ask for. */
    PENDING_CANCEL("PendingCancel", false),
    /** Outstanding, guaranteed by the venue. */
    STOPPED("Stopped", true),
    /** Final, refused. */
    REJECTED("Rejected", false),
    /** Outstanding, waiting for an administrator's review. */
    SUSPENDED("Suspended", true),
    /** Outstanding, registered and not yet acknowledged by the venue. */
    PENDING_NEW("PendingNew", true),
    /** Outstanding, traded for the day and not yet settled. */
    CALCULATED("Calculated", true),
    /** Final, its time in force is over. */
    EXPIRED("Expired", false),
    /** Outstanding, part of a bidding process. */
    ACCEPTED_FOR_BIDDING("AcceptedForBidding", true),
    /** Outstanding, a replacement is under way. */
    PENDING_REPLACE("PendingReplace", true),
    /** Final, failed in the order management system. */
    ERROR("Error", false),
    /** Outstanding, held back from the venue. */
    HELD("Held", true);

    private final String word;
    private final boolean outstanding;

    OrderStatus(String word, boolean outstanding) {
        this.word = word;
        this.outstanding = outstanding;
    }

    @Override
    public String word() {
        return word;
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
