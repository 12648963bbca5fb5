package io.github.etnasandbox.api;

import io.github.etnasandbox.venue.Validator;
import io.github.etnasandbox.world.Dialect;
import java.util.List;

/** A difference between deployments of the API, or editions of its documentation: what each dialect does about it. */
record Difference<T>(T documented, T current, T autoshares) {
    /** Whether users with full access to an account cancel its orders; elsewhere only administrators do. */
    static final Difference<Boolean> ACCOUNT_HOLDERS_CANCEL = new Difference<>(false, true, true);

    /** Whether users read about themselves and the accounts they have access to; elsewhere only administrators read. */
    static final Difference<Boolean> USERS_READ_THEIR_OWN = new Difference<>(false, true, true);

    /** Whether only administrators read one equity; lists and lookups of equities are everybody's. */
    static final Difference<Boolean> EQUITY_FOR_ADMINISTRATORS = new Difference<>(true, true, false);

    /** Whether {@code Authorization} may be the bare token, without the {@code Bearer} scheme. */
    static final Difference<Boolean> BARE_TOKEN_ACCEPTED = new Difference<>(true, false, false);

    /** Whether a list request must name its page; elsewhere a request without one means the first page. */
    static final Difference<Boolean> PAGE_REQUIRED = new Difference<>(true, true, false);

    /** Whether a list is in descending order when the request does not say. */
    static final Difference<Boolean> DESCENDING = new Difference<>(false, false, true);

    /** Whether an order has its {@code Symbol}; elsewhere it is left out even when it is known. */
    static final Difference<Boolean> SYMBOL_SHOWN = new Difference<>(false, true, true);

    /** Whether a preview also says in words what is wrong with an order; elsewhere it has only the code. */
    static final Difference<Boolean> ERRORS_IN_WORDS = new Difference<>(false, true, true);

    /** Whether a preview adds the commission to the cost, and has a total; in the first edition it is subtracted. */
    static final Difference<Boolean> COMMISSION_ADDED = new Difference<>(false, true, true);

    /** What a preview says of an order without its limit price. */
    static final Difference<Validator> LIMIT_PRICE_MISSING = new Difference<>(
            Validator.QUOTE_PRICE_IS_INVALID, Validator.LIMIT_PRICE_UNDEFINED, Validator.QUOTE_PRICE_IS_INVALID);

    /** Whether the number of requests a minute is limited, when the world's settings leave that to the dialect. */
    static final Difference<Boolean> RATES_LIMITED = new Difference<>(false, false, true);

    /** Whether a replacement must name four members; elsewhere those that are absent stay, and the id is the path's. */
    static final Difference<Boolean> REPLACEMENT_COMPLETE = new Difference<>(true, false, false);

    /** What the streamer of quotes says of them. */
    static final Difference<String> QUOTES_ARE = new Difference<>("Delayed", "Delayed", "EntitlementBased");

    /** What an order without execution instructions shows as {@code ExecInst}: JSON. */
    static final Difference<String> NO_EXEC_INST = new Difference<>("0", "\"None\"", "\"None\"");

    /** How the positions of an account are listed: all of them, or in pages. */
    static final Difference<Answer> POSITIONS_LISTED =
            new Difference<>(Answer.POSITIONS, Answer.POSITION_PAGE, Answer.POSITION_PAGE);

    /** The answer to a wrong or missing app key. */
    static final Difference<Answer> APP_KEY_REFUSED =
            new Difference<>(Answer.APP_KEY_REFUSED, Answer.APP_KEY_REFUSED, Answer.APP_KEY_REFUSED_UNAUTHORIZED);

    /** The answer to a path value that is no int32. */
    static final Difference<Answer> INVALID_ID =
            new Difference<>(Answer.INVALID_REQUEST, Answer.INVALID_PARAMETER, Answer.INVALID_PARAMETER);

    /** The answer to a change of an order that the account does not have. */
    static final Difference<Answer> UNKNOWN_ORDER =
            new Difference<>(Answer.UNKNOWN_ORDER, Answer.UNKNOWN_ORDER, Answer.UNKNOWN_ORDER_NOT_FOUND);

    /** The answer to a read of an order that the account does not have. */
    static final Difference<Answer> UNKNOWN_ORDER_READ =
            new Difference<>(Answer.UNKNOWN_ORDER_UNREAD, Answer.UNKNOWN_ORDER_UNREAD, Answer.UNKNOWN_ORDER_NOT_FOUND);

    /** The answer to mistakes for which the API documents no answer of their own. */
    static final Difference<Answer> SERVER_ERROR =
            new Difference<>(Answer.SERVER_ERROR, Answer.SERVER_ERROR, Answer.SERVER_ERROR_UNNAMED);

    /** The answer to a body that lacks a mandatory member. */
    static final Difference<Answer> MISSING_MEMBER =
            new Difference<>(Answer.MISSING_MEMBER, Answer.MISSING_MEMBER, Answer.MISSING_MEMBER_UNNAMED);

    /** The answer that has an account; AutoShares' document has it in an array. */
    static final Difference<Answer> ACCOUNT = new Difference<>(Answer.ACCOUNT, Answer.ACCOUNT, Answer.ACCOUNT_IN_ARRAY);

    /** The answer that has what an order would cost. */
    static final Difference<Answer> VERIFIED =
            new Difference<>(Answer.ORDER_VERIFIED, Answer.ORDER_VERIFIED, Answer.ORDER_VERIFIED_BARE);

    /** The answer to the cancel of a mutual fund order, which in AutoShares' document is that of any other. */
    static final Difference<Answer> MUTUAL_FUND_CANCELED =
            new Difference<>(Answer.MUTUAL_FUND_CANCELED, Answer.MUTUAL_FUND_CANCELED, Answer.CANCELED);

    /** Those of which answer is given. */
    static final List<Difference<Answer>> OF_ANSWERS = List.of(
            POSITIONS_LISTED,
            APP_KEY_REFUSED,
            INVALID_ID,
            UNKNOWN_ORDER,
            UNKNOWN_ORDER_READ,
            SERVER_ERROR,
            MISSING_MEMBER,
            ACCOUNT,
            VERIFIED);

    /** No query parameter that a request must have. */
    static final Difference<List<String>> NO_QUERY = new Difference<>(List.of(), List.of(), List.of());

    /** Query parameters that a request must have where it must name its page. */
    static Difference<List<String>> ofPages(List<String> parameters) {
        return new Difference<>(
                PAGE_REQUIRED.documented ? parameters : List.of(),
                PAGE_REQUIRED.current ? parameters : List.of(),
                PAGE_REQUIRED.autoshares ? parameters : List.of());
    }

    /** Whether a value is one of the differing ones. */
    boolean has(T value) {
        return value.equals(documented) || value.equals(current) || value.equals(autoshares);
    }

    T in(Dialect dialect) {
        return switch (dialect) {
            case DOCUMENTED -> documented;
            case CURRENT -> current;
            case AUTOSHARES -> autoshares;
        };
    }
}
