package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.venue.Valuation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code GET /v1.0/accounts/{accountId}/positions/groups}: what an account's options, its other securities and its cash are
 * worth. A group of which there is nothing is left out, as in the documented sample.
 *
 * <p>Source: later guide page Get Market Value of All Security Types.
 */
final class ListPositionGroups {
    private record Group(String name, BigDecimal marketValue) {}

    private static final Shape<Group> SHAPE = Shape.strict("PositionGroup");

    static {
        SHAPE.required("Name", Kinds.TEXT, Group::name);
        SHAPE.required("MarketValue", Kinds.decimal(), Group::marketValue);
    }

    static final Kind<Group> KIND = Kinds.written(SHAPE);

    private ListPositionGroups() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        Account account = admission.viewedAccount(path.accountId(admission));
        return admission.answer(Answer.POSITION_GROUPS.response("groups", json(account, admission.state())));
    }

    static String json(Account account, State state) {
        List<Group> groups = new ArrayList<>();
        List<Position> held = state.ledger().positions(account.id()).stream()
                .filter(position -> position.quantity().signum() != 0)
                .toList();
        Valuation valuation = new Valuation(state);
        add(groups, "Options", held.stream().filter(valuation::isOption).toList(), valuation);
        add(
                groups,
                "Equity",
                held.stream().filter(each -> !valuation.isOption(each)).toList(),
                valuation);
        String cash = account.balance().get(BalanceFigure.CASH.word());
        return JsonObjectWriter.spellArray(json -> {
            groups.forEach(group -> KIND.write(group, json));
            if (cash != null) {
                json.begin().text("Name", "Cash").raw("MarketValue", cash).end();
            }
        });
    }

    private static void add(List<Group> groups, String name, List<Position> of, Valuation valuation) {
        if (!of.isEmpty()) {
            groups.add(
                    new Group(name, of.stream().map(valuation::marketValue).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
    }
}
