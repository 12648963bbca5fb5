package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.quote.Quote;

/** A quote, as fixtures have it and testers set it. {@code Ask} and {@code Bid} that are left out are as {@code Last}. */
public final class QuoteShape {
    public static final Shape<Quote> SHAPE = Shape.strict("SecurityQuote");
    private static final Field<Quote, Double> ASK = SHAPE.optional("Ask", Kinds.ABOVE_0, Quote::ask);
    private static final Field<Quote, Double> BID = SHAPE.optional("Bid", Kinds.ABOVE_0, Quote::bid);
    private static final Field<Quote, Double> LAST = SHAPE.required("Last", Kinds.ABOVE_0, Quote::last);
    private static final Field<Quote, Double> VOLUME = SHAPE.optional("Volume", Kinds.QUANTITY, Quote::volume);
    private static final Field<Quote, Double> OPEN_INTEREST =
            SHAPE.optional("OpenInterest", Kinds.QUANTITY, Quote::openInterest);
    private static final Field<Quote, Double> ASK_SIZE = SHAPE.optional("AskSize", Kinds.QUANTITY, Quote::askSize);
    private static final Field<Quote, Double> BID_SIZE = SHAPE.optional("BidSize", Kinds.QUANTITY, Quote::bidSize);

    public static final Kind<Quote> KIND = Kinds.object(SHAPE, QuoteShape::check, QuoteShape::quote);

    private QuoteShape() {}

    private static void check(Found<Quote> found) {
        Double last = found.find(LAST);
        Double ask = found.wasMet(ASK) ? found.find(ASK) : last;
        Double bid = found.wasMet(BID) ? found.find(BID) : last;
        if (ask != null && bid != null && ask < bid) {
            found.problem(
                    found.has(ASK) ? ASK : BID,
                    "Ask " + JsonNumber.spell(ask) + " is less than Bid " + JsonNumber.spell(bid));
        }
    }

    private static Quote quote(Found<Quote> found) {
        double last = found.get(LAST);
        return new Quote(
                found.get(ASK, last),
                found.get(BID, last),
                last,
                found.get(VOLUME, 0.0),
                found.get(OPEN_INTEREST, 0.0),
                found.find(ASK_SIZE),
                found.find(BID_SIZE));
    }
}
