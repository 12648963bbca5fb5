package io.github.etnasandbox.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: the part of an order that neither an execution nor a cancel changes.
 *
 * @param securityId int32 id of the security; 0 when unknown
 * @param symbol the security's symbol; absent in answers of the documentation's first edition
 * @param side the direction
 * @param type how the order is priced now
 * @param initialType how the order was priced when it was placed
 * @param timeInForce how long it stays in force
 * @param quantity shares or contracts, 0 or more
 * @param price limit price in the security's currency; 0 when the type has none
 * @param stopPrice stop price in the security's currency; 0 when the type has none
 * @param createDate when the order was placed
 * @param expireDate when its time in force ends; {@link Order#UNSET} when it has no end
 * @param parentId int32 id of the conditional order it is a leg of; -1 when it is none's
 */
public record OrderTerms(
        int securityId,
        @Nullable String symbol,
        Side side,
        OrderType type,
        OrderType initialType,
        TimeInForce timeInForce,
        double quantity,
        double price,
        double stopPrice,
        Instant createDate,
        Instant expireDate,
        int parentId) {

    /**
     * {@return the same terms with another symbol}
     *
     * @param newSymbol the security's symbol
     */
    public OrderTerms withSymbol(String newSymbol) {
        return with(newSymbol, parentId);
    }

    /**
     * {@return the same terms priced otherwise}
     *
     * @param newType how the order is priced
     * @param newPrice limit price in the security's currency; 0 when the type has none
     * @param newStopPrice stop price in the security's currency; 0 when the type has none
     */
    public OrderTerms priced(OrderType newType, double newPrice, double newStopPrice) {
        return new OrderTerms(
                securityId,
                symbol,
                side,
                newType,
                initialType,
                timeInForce,
                quantity,
                newPrice,
                newStopPrice,
                createDate,
                expireDate,
                parentId);
    }

    OrderTerms legOf(OrderId parent) {
        return with(symbol, parent.value());
    }

    private OrderTerms with(@Nullable String newSymbol, int newParentId) {
        return new OrderTerms(
                securityId,
                newSymbol,
                side,
                type,
                initialType,
                timeInForce,
                quantity,
                price,
                stopPrice,
                createDate,
                expireDate,
                newParentId);
    }
}
