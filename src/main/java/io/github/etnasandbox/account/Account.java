package io.github.etnasandbox.account;

import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.user.UserId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One trading account and who has access to it. Immutable.
 *
 * <p>Source: guide pages List User's Accounts and Get Account's Balance Info.
 *
 * @param id the account's id
 * @param clearingAccount its number at the clearing firm
 * @param marginType how it may borrow
 * @param enabled false when the account is switched off
 * @param access what each user with access may do, in the fixture's order
 * @param balance the figures the fixture gives of its balance, digit by digit, by the words of {@link BalanceFigure}, in the
 *     fixture's order; unmodifiable
 * @param history what it was worth on days of the past, as the fixture tells, by ascending date; unmodifiable
 * @param kept fields that the sandbox does not interpret: each name with its value as compact JSON text, in the order in which
 *     they were read; unmodifiable
 */
public record Account(
        AccountId id,
        String clearingAccount,
        MarginType marginType,
        boolean enabled,
        Map<UserId, AccessType> access,
        Map<String, String> balance,
        List<AccountValue> history,
        Map<String, String> kept) {

    private static final int MOST_DIGITS = 100;

    /** Copies the maps and the list, keeping their order. */
    public Account {
        access = Collections.unmodifiableMap(new LinkedHashMap<>(access));
        balance = KeptFields.copyOf(balance);
        history = List.copyOf(history);
        kept = KeptFields.copyOf(kept);
    }

    /**
     * {@return what a user may do on this account, empty when the account is not one of the user's}
     *
     * @param user the user
     */
    public Optional<AccessType> accessOf(UserId user) {
        return Optional.ofNullable(access.get(user));
    }

    /**
     * {@return a figure of its balance as a number; empty when the fixture gives none, or one with more digits than any money}
     *
     * @param figure which one
     */
    public Optional<BigDecimal> figure(BalanceFigure figure) {
        String text = balance.get(figure.word());
        return Optional.ofNullable(text)
                .map(BigDecimal::new)
                .filter(value -> Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= 2 * MOST_DIGITS);
    }

    /**
     * {@return this account with other figures of its balance}
     *
     * @param figures the figures
     */
    public Account withBalance(Map<String, String> figures) {
        return new Account(id, clearingAccount, marginType, enabled, access, figures, history, kept);
    }
}
