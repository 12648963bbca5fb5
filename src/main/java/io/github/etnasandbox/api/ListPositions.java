package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.filter.PositionFilter;
import io.github.etnasandbox.resource.PositionKey;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.util.List;

/**
 * {@code GET /v1.0/accounts/{accountId}/positions}, an account's positions, filtered and sorted, and {@code GET
 * …/positions/{symbol}}, the one in a security. The first edition lists them all, whatever page is asked for; the later ones
 * have pages.
 *
 * <p>Source: guide pages Get User's Positions and Get User's Positions in Security. That a security without a position
 * gives an empty list is assumed.
 */
final class ListPositions {
    private static final ListQuery.Kind<Position> KIND =
            ListQuery.Kind.of("positions", PositionFilter.LANGUAGE, PositionKey.ALL);

    private ListPositions() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        boolean paged = Difference.POSITIONS_LISTED.in(admission.dialect()) == Answer.POSITION_PAGE;
        ListQuery<Position> asked = paged ? ListQuery.of(KIND, admission) : ListQuery.unpaged(KIND, admission);
        Account account = admission.viewedAccount(accountId);
        ListQuery.Page<Position> page = asked.of(shown(admission, account));
        String positions = PositionJson.array(page.records());
        return admission.answer(
                paged
                        ? asked.answer(Answer.POSITION_PAGE, "positions", positions, page, admission)
                        : Answer.POSITIONS.response("positions", positions));
    }

    static Transition<ApiResponse> answerOfSymbol(Admission admission, PathParameters path) {
        admission.reader();
        Account account = admission.viewedAccount(path.accountId(admission));
        Security security = security(path.symbol(), admission);
        List<Position> found = shown(admission, account).stream()
                .filter(position -> position.securityId() == security.id().value())
                .toList();
        return admission.answer(Answer.POSITION.response("positions", PositionJson.array(found)));
    }

    private static List<Position> shown(Admission admission, Account account) {
        State state = admission.state();
        return state.ledger().positions(account.id()).stream()
                .map(position -> PositionJson.shown(position, state, admission.now()))
                .toList();
    }

    /** A security by its symbol only: its id is as wrong as any other text. */
    static Security security(String symbol, Admission admission) {
        Security security = admission
                .state()
                .security(symbol)
                .orElseThrow(() -> admission.serverError(Criterion.SECURITY
                        .failed("there is no security with the symbol " + symbol)
                        .withNearMiss(GetEquity.nearMiss(symbol, admission.state()))));
        admission.pass(Criterion.SECURITY, "security " + security.symbol() + " exists");
        return security;
    }
}
