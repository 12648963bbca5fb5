package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.venue.TradeLimits;
import java.math.BigDecimal;

/**
 * {@code GET /v1.0/accounts/{accountId}/preview/limits/{symbol}}: how much of a security an account can buy and sell, at the
 * price in {@code price} or else at the quote.
 *
 * <p>Source: AutoShares' OpenAPI document, which names the members; what they are is assumed.
 */
final class GetTradeLimits {
    private record Shown(TradeLimits limits, Account account, Security security) {}

    private static final Shape<Shown> SHAPE = Shape.strict("TradeLimits");

    static {
        SHAPE.required("BuyPrice", Kinds.decimal(), shown -> shown.limits().buyPrice());
        SHAPE.required("SellPrice", Kinds.decimal(), shown -> shown.limits().sellPrice());
        SHAPE.optional("BuyLimit", Kinds.decimal(), shown -> shown.limits().buyLimit());
        SHAPE.required("SellLimit", Kinds.decimal(), shown -> shown.limits().sellLimit());
        SHAPE.required("AccountId", Kinds.ID, shown -> shown.account().id().value());
        SHAPE.required("Symbol", Kinds.TEXT, shown -> shown.security().symbol());
    }

    static final Kind<Shown> KIND = Kinds.written(SHAPE);

    private GetTradeLimits() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        BigDecimal price = ListQuery.amount(admission.query(), QueryParameter.PRICE);
        Account account = admission.viewedAccount(path.accountId(admission));
        Security security = ListPositions.security(path.symbol(), admission);
        return admission.answer(
                Answer.TRADE_LIMITS.response("limits", json(account, security, price, admission.state())));
    }

    static String json(Account account, Security security, BigDecimal price, State state) {
        TradeLimits limits = TradeLimits.of(state, account, security, price);
        return JsonObjectWriter.spell(json -> SHAPE.write(new Shown(limits, account, security), json));
    }
}
