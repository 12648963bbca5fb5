package io.github.etnasandbox.api;

import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.venue.Preview;
import io.github.etnasandbox.venue.Validator.Objection;
import io.github.etnasandbox.world.Dialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the answer to a preview looks like. */
final class PreviewShape {
    private PreviewShape() {}

    /**
     * A preview as it is shown.
     *
     * @param orderId the id of an order that was placed, null for one that was not
     * @param objection what is wrong with the order, null for nothing
     * @param priced whether the order has a price, and so a commission
     */
    record Shown(
            @Nullable Integer orderId,
            Preview preview,
            @Nullable Objection objection,
            boolean priced,
            BigDecimal commission,
            Dialect dialect) {
        private BigDecimal netCost() {
            return Difference.COMMISSION_ADDED.in(dialect)
                    ? preview.cost().add(commission)
                    : preview.cost().subtract(commission);
        }

        private boolean isInWords() {
            return Difference.ERRORS_IN_WORDS.in(dialect);
        }
    }

    private static final Shape<Quote> QUOTES = Shape.strict("Quote");

    static {
        QUOTES.required("Ask", Kinds.PRICE, Quote::ask);
        QUOTES.required("Bid", Kinds.PRICE, Quote::bid);
        QUOTES.required("Last", Kinds.PRICE, Quote::last);
        QUOTES.required("Volume", Kinds.QUANTITY, Quote::volume);
        QUOTES.required("OpenInterest", Kinds.QUANTITY, Quote::openInterest);
    }

    private static final Kind<BigDecimal> DECIMAL = Kinds.decimal();
    private static final Kind<List<String>> TEXTS = Kinds.list("an array of texts", Kinds.TEXT);
    static final Shape<Shown> SHAPE = lines(Shape.strict("Preview"));
    static final Shape<Shown> VERIFIED = verified();

    private static Shape<Shown> verified() {
        Shape<Shown> shape = Shape.strict("VerifiedOrder");
        shape.optional("OrderId", Kinds.INT32, Shown::orderId);
        return lines(shape);
    }

    private static Shape<Shown> lines(Shape<Shown> shape) {
        shape.required("IsSuccessful", Kinds.FLAG, shown -> shown.objection() == null);
        shape.optional(
                "ErrorDescription",
                Kinds.TEXT,
                shown -> shown.objection() == null ? null : shown.objection().code());
        shape.optional(
                "ErrorDescriptionText",
                Kinds.TEXT,
                shown -> shown.objection() == null || !shown.isInWords()
                        ? null
                        : shown.objection().text());
        shape.optional(
                "ErrorDescriptionArgs",
                TEXTS,
                shown -> shown.objection() != null && (shown.isInWords() || shown.priced()) ? List.of() : null);
        shape.required("Commission", DECIMAL, Shown::commission);
        shape.required(
                "Commissions",
                Kinds.map("an object of numbers", DECIMAL),
                shown -> shown.priced() ? Map.of("Per Trade Commission", shown.commission()) : Map.of());
        shape.required("Cost", DECIMAL, shown -> shown.preview().cost());
        shape.required("NetCost", DECIMAL, Shown::netCost);
        shape.optional(
                "TotalCost",
                DECIMAL,
                shown -> shown.priced() && Difference.COMMISSION_ADDED.in(shown.dialect()) ? shown.netCost() : null);
        shape.optional(
                "Quotes",
                Kinds.list(Kinds.written(QUOTES)),
                shown -> shown.priced() ? shown.preview().quotes() : null);
        shape.required("MarginChange", DECIMAL, shown -> shown.preview().marginChange());
        return shape;
    }
}
