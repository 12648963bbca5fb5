package io.github.etnasandbox.filter;

import io.github.etnasandbox.security.Security;
import java.util.List;

/**
 * What equities can be filtered by: {@code AllowMargin = true and Symbol in ('AAPL', 'TSLA')}. The guide lists these fields
 * and an operator or two of each; that each takes all operators of its type is assumed.
 *
 * <p>Source: guide page Get Filtered Equities.
 */
public final class EquityFilter {
    public static final FilterLanguage<Security> LANGUAGE = new FilterLanguage<>(List.of(
            FilterField.date("AddedDate", security -> security.listing().added()),
            FilterField.date("ModifyDate", security -> security.listing().modified()),
            FilterField.text("Symbol", Security::symbol),
            FilterField.text("Exchange", security -> security.listing().exchange()),
            FilterField.text("Currency", security -> security.listing().currency()),
            FilterField.flag("Enabled", security -> security.listing().enabled()),
            FilterField.flag("AllowTrade", Security::tradable),
            FilterField.flag("AllowMargin", security -> security.listing().allowMargin()),
            FilterField.flag("AllowShort", security -> security.listing().allowShort())));

    private EquityFilter() {}
}
