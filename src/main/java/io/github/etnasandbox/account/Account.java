package io.github.etnasandbox.account;

import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.user.UserId;
import java.util.Collections;
import java.util.LinkedHashMap;
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
        Map<String, String> kept) {

    /** Copies the maps, keeping their order. */
    public Account {
        access = Collections.unmodifiableMap(new LinkedHashMap<>(access));
        balance = KeptFields.copyOf(balance);
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
     * {@return this account with other figures of its balance}
     *
     * @param figures the figures
     */
    public Account withBalance(Map<String, String> figures) {
        return new Account(id, clearingAccount, marginType, enabled, access, figures, kept);
    }
}
