package io.github.etnasandbox.world;

/**
 * A named answer to the questions on which deployments of the API, and editions of its documentation, differ.
 * {@code docs/answers.md} has the table of all differences.
 */
public enum Dialect {
    /**
     * The first edition of the documented cancel call: only administrators cancel and read, the token may be sent bare, a
     * path id that is no int32 is a plain bad request. The default.
     */
    DOCUMENTED,
    /**
     * Today's edition: whoever has full access to an account cancels its orders, users read what is their own, the
     * token needs its {@code Bearer} scheme, and a path id that is no int32 is named in a validation error.
     */
    CURRENT,
    /**
     * The AutoShares deployment: as {@link #CURRENT}, but a refused app key is 401, an unknown order is 404, a list
     * need not name its page, the body of an unexpected error has one member less, and only so many requests are taken
     * in a minute.
     */
    AUTOSHARES
}
