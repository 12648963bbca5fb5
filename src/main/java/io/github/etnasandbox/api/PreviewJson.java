package io.github.etnasandbox.api;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.security.Quote;
import io.github.etnasandbox.venue.Preview;
import io.github.etnasandbox.world.Dialect;
import java.math.BigDecimal;

/**
 * Previews as answers have them.
 *
 * <p>Source: guide pages on validating an order's placement and replacement; the error in words is of later editions.
 */
final class PreviewJson {
    private PreviewJson() {}

    static String object(Preview preview, Dialect dialect) {
        StringBuilder text = new StringBuilder(256);
        JsonObjectWriter json = new JsonObjectWriter(text)
                .begin()
                .flag("IsSuccessful", preview.objection().isEmpty());
        boolean priced = preview.commission().signum() > 0;
        preview.objection().ifPresent(objection -> {
            json.text("ErrorDescription", objection.code());
            if (Difference.ERRORS_IN_WORDS.in(dialect)) {
                json.text("ErrorDescriptionText", objection.text());
            }
            if (Difference.ERRORS_IN_WORDS.in(dialect) || priced) {
                json.raw("ErrorDescriptionArgs", "[]");
            }
        });
        json.raw("Commission", plain(preview.commission()))
                .object("Commissions", () -> {
                    if (priced) {
                        json.raw("Per Trade Commission", plain(preview.commission()));
                    }
                })
                .raw("Cost", plain(preview.cost()))
                .raw("NetCost", plain(preview.netCost()));
        if (priced) {
            json.objects(
                    "Quotes",
                    preview.quotes(),
                    (Quote quote) -> json.decimal("Ask", quote.ask())
                            .decimal("Bid", quote.bid())
                            .decimal("Last", quote.last())
                            .decimal("Volume", quote.volume())
                            .decimal("OpenInterest", quote.openInterest()));
        }
        json.raw("MarginChange", plain(preview.marginChange())).end();
        return text.toString();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
