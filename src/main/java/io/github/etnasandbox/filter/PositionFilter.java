package io.github.etnasandbox.filter;

import io.github.etnasandbox.account.Position;
import java.util.List;

/**
 * What positions can be filtered by, and no more than is documented: {@code Quantity > 0 and Symbol = 'AAPL'}.
 *
 * <p>Source: guide page Get User's Positions; that texts also take {@code contains}, {@code startsWith}, {@code endsWith} and
 * {@code in} is assumed.
 */
public final class PositionFilter {
    private static final String[] COMPARED = {"=", ">", ">=", "<", "<=", "between"};

    public static final FilterLanguage<Position> LANGUAGE = new FilterLanguage<>(List.of(
            FilterField.date("CreateDate", Position::createDate, COMPARED),
            FilterField.date("ModifyDate", Position::modifyDate, COMPARED),
            FilterField.number("Quantity", position -> position.quantity().doubleValue(), COMPARED),
            FilterField.int32("SecurityId", Position::securityId, "="),
            FilterField.text("Symbol", Position::symbol)));

    private PositionFilter() {}
}
