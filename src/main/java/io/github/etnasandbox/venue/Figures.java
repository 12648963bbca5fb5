package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.KeptFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of an account's balance while something changes them. Those that the fixture does not give do not move, nor do
 * those that have more digits than any money. Not thread-safe.
 */
final class Figures {
    private final Account account;
    private final List<String> changed = new ArrayList<>();

    Figures(Account account) {
        this.account = account;
    }

    Figures add(BalanceFigure figure, BigDecimal more) {
        account.figure(figure).ifPresent(value -> put(figure, value.add(more)));
        return this;
    }

    Figures set(BalanceFigure figure, BigDecimal value) {
        account.figure(figure).ifPresent(before -> put(figure, value));
        return this;
    }

    private void put(BalanceFigure figure, BigDecimal value) {
        changed.add(figure.word());
        changed.add(JsonNumber.spell(value));
    }

    Account changed() {
        return account.withBalance(KeptFields.copyOf(account.balance()).with(KeptFields.of(changed)));
    }
}
