package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Position.Day;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.security.SecurityType;
import io.github.etnasandbox.state.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What positions are worth: at the last price of their security's quote, or what they cost where there is no quote.
 *
 * <p>Source: guide page Get User's Positions, whose {@code DailyCostBasis} is the quantity at the price of the moment;
 * guide page Get Account's Balance Info, whose sample says how its figures add up.
 */
public final class Valuation {
    private final State state;

    public Valuation(State state) {
        this.state = state;
    }

    public Optional<Security> security(Position position) {
        return state.security(new SecurityId(position.securityId()));
    }

    /** What a position is worth, in its security's currency; below 0 when it is short. */
    public BigDecimal marketValue(Position position) {
        BigDecimal told = position.dailyCostBasis();
        return told == null ? atLastPrice(position) : told;
    }

    private BigDecimal atLastPrice(Position position) {
        Quote quote = security(position).map(Security::quote).orElse(null);
        return quote == null
                ? position.costBasis()
                : new NextPosition(position, position.modifyDate())
                        .paid(position.quantity(), BigDecimal.valueOf(quote.last()));
    }

    public boolean isOption(Position position) {
        return security(position)
                .map(security -> security.type() == SecurityType.OPTION)
                .orElse(false);
    }

    /** What an instant's trading day has changed of a position. */
    public static Day today(Position position, Instant now) {
        return NextPosition.today(position, now);
    }

    /** Has positions in a security be worth what its quote says now, and the figures of those who hold any follow. */
    static State atQuoteOf(State quoted, SecurityId security) {
        State valued = quoted;
        for (Position position : quoted.ledger().positionsIn(security.value())) {
            Position quotedOne = position.atLastPrice();
            valued = quotedOne.equals(position)
                    ? valued
                    : valued.with(valued.ledger().with(quotedOne));
            valued = position.quantity().signum() == 0 ? valued : followed(valued, position.accountId());
        }
        return valued;
    }

    /** Has the figures of an account that follow its positions, and its equity, say what those are worth now. */
    static State followed(State state, AccountId id) {
        Account account = state.account(id).orElse(null);
        if (account == null || account.balance().isEmpty()) {
            return state;
        }
        Figures figures = new Figures(account);
        new Valuation(state).figures(id, figures);
        return state.with(equity(figures.changed()));
    }

    /** What an account is worth is its cash and its positions, where it gives both. */
    private static Account equity(Account account) {
        Optional<BigDecimal> cash = account.figure(BalanceFigure.CASH);
        Optional<BigDecimal> positions = account.figure(BalanceFigure.MARKET_VALUE);
        return cash.isEmpty() || positions.isEmpty()
                ? account
                : new Figures(account)
                        .set(BalanceFigure.EQUITY_TOTAL, cash.get().add(positions.get()))
                        .changed();
    }

    private void figures(AccountId account, Figures figures) {
        BigDecimal[] values = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (Position position : state.ledger().positions(account)) {
            BigDecimal value = marketValue(position);
            int kind = (isOption(position) ? 2 : 0) + (position.quantity().signum() < 0 ? 1 : 0);
            values[kind] = values[kind].add(value);
            all = all.add(value);
            open = open.add(value).subtract(position.costBasis());
        }
        figures.set(BalanceFigure.STOCK_LONG_MARKET_VALUE, values[0])
                .set(BalanceFigure.STOCK_SHORT_MARKET_VALUE, values[1])
                .set(BalanceFigure.OPTION_LONG_MARKET_VALUE, values[2])
                .set(BalanceFigure.OPTION_SHORT_MARKET_VALUE, values[3])
                .set(BalanceFigure.MARKET_VALUE, all)
                .set(BalanceFigure.NET_LIQUIDITY, all)
                .set(BalanceFigure.OPEN_PL, open);
    }
}
