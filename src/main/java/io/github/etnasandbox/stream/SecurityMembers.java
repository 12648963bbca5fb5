package io.github.etnasandbox.stream;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.security.OptionTerms;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import org.jspecify.annotations.Nullable;

/** What messages of orders and positions tell of an option; of other securities the same members say nothing. */
final class SecurityMembers {
    private SecurityMembers() {}

    static MessageText underlying(MessageText text, @Nullable Security security, State state) {
        OptionTerms option = security == null ? null : security.option();
        if (option == null) {
            return text.text("UnderlyingSymbol", "")
                    .id("UnderlyingId", -1)
                    .text("UnderlyingStrike", "0")
                    .text("UnderlyingOptionType", "Undefined")
                    .millis("UnderlyingExpirationDate", Order.UNSET)
                    .text("UnderlyingExpirationType", "Undefined");
        }
        int underlying =
                state.security(option.underlying()).map(of -> of.id().value()).orElse(-1);
        return text.text("UnderlyingSymbol", option.underlying())
                .id("UnderlyingId", underlying)
                .shortest("UnderlyingStrike", option.strike())
                .text("UnderlyingOptionType", option.type().word())
                .millis("UnderlyingExpirationDate", option.expires())
                .text("UnderlyingExpirationType", option.expirationType().word());
    }
}
