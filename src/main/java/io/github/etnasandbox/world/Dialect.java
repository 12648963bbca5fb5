package io.github.etnasandbox.world;

/**
 * A named answer to the questions on which deployments of the API, and editions of its documentation, differ.
 */
public enum Dialect {
    /**
     * The first edition of the documented cancel call: only administrators cancel and read, the token may be sent bare, a
     * path id that is no int32 is a plain bad request. The default.
     */
    SEED(false, false, true, false, true, false, 403, 409, true, false, false),
    /**
     * Today's edition: whoever has full access to an account cancels its orders, users read what is their own, the
     * token needs its {@code Bearer} scheme, and a path id that is no int32 is named in a validation error.
     */
    CURRENT(true, true, false, true, true, true, 403, 409, true, true, false),
    /**
     * The AutoShares deployment: as {@link #CURRENT}, but a refused app key is 401, an unknown order is 404, a list
     * need not name its page, the body of an unexpected error has one member less, and only so many requests are taken
     * in a minute.
     */
    AUTOSHARES(true, true, false, true, false, true, 401, 404, false, true, true);

    private final boolean accountHoldersCancel;
    private final boolean usersReadTheirOwn;
    private final boolean bareTokenAccepted;
    private final boolean bindingErrorsNamed;
    private final boolean pageRequired;
    private final boolean symbolShown;
    private final int appKeyRefusal;
    private final int unknownOrder;
    private final boolean serverErrorNamed;
    private final boolean errorsInWords;
    private final boolean ratesLimited;

    Dialect(
            boolean accountHoldersCancel,
            boolean usersReadTheirOwn,
            boolean bareTokenAccepted,
            boolean bindingErrorsNamed,
            boolean pageRequired,
            boolean symbolShown,
            int appKeyRefusal,
            int unknownOrder,
            boolean serverErrorNamed,
            boolean errorsInWords,
            boolean ratesLimited) {
        this.accountHoldersCancel = accountHoldersCancel;
        this.usersReadTheirOwn = usersReadTheirOwn;
        this.bareTokenAccepted = bareTokenAccepted;
        this.bindingErrorsNamed = bindingErrorsNamed;
        this.pageRequired = pageRequired;
        this.symbolShown = symbolShown;
        this.appKeyRefusal = appKeyRefusal;
        this.unknownOrder = unknownOrder;
        this.serverErrorNamed = serverErrorNamed;
        this.errorsInWords = errorsInWords;
        this.ratesLimited = ratesLimited;
    }

    /**
     * Tells who may cancel.
     *
     * @return true when users with full access to an account may cancel its orders, false when only administrators may
     */
    public boolean accountHoldersCancel() {
        return accountHoldersCancel;
    }

    /**
     * Tells who may read about users, accounts and orders.
     *
     * @return true when users may read about themselves and the accounts they have access to, false when only
     *     administrators may read
     */
    public boolean usersReadTheirOwn() {
        return usersReadTheirOwn;
    }

    /**
     * Tells whether {@code Authorization} may be the bare token.
     *
     * @return false when the {@code Bearer} scheme is required
     */
    public boolean bareTokenAccepted() {
        return bareTokenAccepted;
    }

    /**
     * Tells how a path value that is no int32 is answered.
     *
     * @return true for 422 with the parameter's name, false for a plain 400
     */
    public boolean bindingErrorsNamed() {
        return bindingErrorsNamed;
    }

    /**
     * Tells whether a list must be asked for by page.
     *
     * @return false when the first page is meant by a request that names none
     */
    public boolean pageRequired() {
        return pageRequired;
    }

    /**
     * Tells whether an order has its {@code Symbol}.
     *
     * @return false when it is left out even when it is known
     */
    public boolean symbolShown() {
        return symbolShown;
    }

    /**
     * Returns how a wrong or missing app key is answered.
     *
     * @return the status, 403 or 401
     */
    public int appKeyRefusal() {
        return appKeyRefusal;
    }

    /**
     * Returns how a cancel of an order that the account does not have is answered.
     *
     * @return the status, 409 or 404; where it is 404, so it is of a read, and elsewhere that is an unexpected error
     */
    public int unknownOrder() {
        return unknownOrder;
    }

    /**
     * Tells whether the body of an unexpected server error has its {@code error} member.
     *
     * @return false when it has only {@code message}
     */
    public boolean serverErrorNamed() {
        return serverErrorNamed;
    }

    /**
     * Tells whether a preview says in words, too, what is wrong with an order.
     *
     * @return false when it has only the code
     */
    public boolean errorsInWords() {
        return errorsInWords;
    }

    /**
     * Tells whether only so many requests are taken in a minute.
     *
     * @return true when they are counted, unless {@link WorldSettings#rateLimiting} says otherwise
     */
    public boolean ratesLimited() {
        return ratesLimited;
    }
}
