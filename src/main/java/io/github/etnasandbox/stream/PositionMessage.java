package io.github.etnasandbox.stream;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.venue.Valuation;
import org.jspecify.annotations.Nullable;

/**
 * A position as the streamer of data tells it.
 *
 * <p>Source: guide page Streaming Data, Positions, later editions.
 */
final class PositionMessage {
    private PositionMessage() {}

    static MessageText text(Position position, State state) {
        Valuation valuation = new Valuation(state);
        Security security = valuation.security(position).orElse(null);
        String symbol = security == null ? position.symbol() : security.symbol();
        MessageText text = MessageText.of(Entity.POSITION)
                .id("Id", position.id())
                .id("AccountId", position.accountId().value())
                .id("SecurityId", position.securityId())
                .decimal("CostBasis", position.costBasis())
                .decimal("DailyCostBasis", valuation.marketValue(position))
                .millis("CreateDate", position.createDate())
                .offset("CreateDateOffset", position.createDate())
                .millis("ModifyDate", position.modifyDate())
                .offset("ModifyDateOffset", position.modifyDate())
                .decimal("Quantity", position.quantity())
                .decimal("RealizedProfitLoss", position.realizedProfitLoss())
                .decimal("AverageOpenPrice", position.averageOpenPrice())
                .decimal("AverageClosePrice", position.averageClosePrice())
                .text("SecurityType", security == null ? "" : security.type().word())
                .text("Symbol", symbol)
                .text("Exchange", security == null ? "" : security.listing().exchange())
                .text("Currency", security == null ? "" : security.listing().currency())
                .text("Name", symbol)
                .text("CompanyName", company(security, symbol));
        return SecurityMembers.underlying(text, security, state);
    }

    private static @Nullable String company(@Nullable Security security, @Nullable String symbol) {
        String description = security == null ? null : security.listing().description();
        return description == null ? symbol : description;
    }
}
