package io.github.etnasandbox.filter;

import io.github.etnasandbox.order.Order;
import java.util.List;

/**
 * What orders can be filtered by, and no more than is documented: {@code SecurityId = 4 and Status in (0, 1)}. Codes that no
 * status has are taken, as in the documented examples, and match nothing.
 *
 * <p>Source: guide page Get Filtered Orders.
 */
public final class OrderFilter {
    public static final FilterLanguage<Order> LANGUAGE = new FilterLanguage<>(List.of(
            FilterField.date("CreateDate", order -> order.terms().createDate(), ">", ">=", "<", "<=", "between"),
            FilterField.int32("SecurityId", order -> order.terms().securityId(), "="),
            FilterField.int32("Status", order -> order.status().code(), "in")));

    private OrderFilter() {}
}
