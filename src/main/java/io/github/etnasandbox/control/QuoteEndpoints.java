package io.github.etnasandbox.control;

import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.resource.QuoteShape;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.venue.QuoteChange;
import java.util.List;

/** The routes that show and set the quotes of securities. */
final class QuoteEndpoints {
    /** An order and what a quote has done to it, or why nothing. */
    private record Told(Order order, String why) {}

    private static final Shape<Told> TOLD = Shape.strict("QuotedOrder");
    private static final Shape<Security> QUOTED = Shape.strict("QuotedSecurity");
    private static final Shape<QuoteChange.Met> MET = Shape.strict("SetQuote");

    static {
        TOLD.required("Id", Kinds.ID, told -> told.order().id().value());
        TOLD.required(
                "Status",
                Kinds.words(OrderStatus.values()),
                told -> told.order().status());
        TOLD.required("why", Kinds.TEXT, Told::why);
        QUOTED.required("Symbol", Kinds.TEXT, Security::symbol);
        QUOTED.optional("quote", QuoteShape.KIND, Security::quote);
        Kind<List<Told>> orders = Kinds.list(Kinds.written(TOLD));
        MET.required("Symbol", Kinds.TEXT, met -> met.security().symbol());
        MET.optional("quote", QuoteShape.KIND, met -> met.security().quote());
        MET.required(
                "orders",
                orders,
                met -> met.changes().stream()
                        .map(change -> new Told(change.after(), change.why()))
                        .toList());
        MET.required(
                "waiting",
                orders,
                met -> met.waiting().stream()
                        .map(waiting -> new Told(waiting.order(), waiting.why()))
                        .toList());
    }

    private QuoteEndpoints() {}

    static Shape<QuoteChange.Met> shape() {
        return MET;
    }

    static Shape<Security> quoted() {
        return QUOTED;
    }

    /** {@code GET /sandbox/quotes}: the quotes of the securities that have one, by id. */
    static ControlReply list(ControlCall call) {
        return ControlReply.of(QUOTED.array(call.world().state().securities().all().stream()
                .filter(security -> security.quote() != null)
                .toList()));
    }

    /** {@code PUT /sandbox/quotes/{symbol}}: the security has this quote, and its orders meet it. */
    static ControlReply set(ControlCall call) {
        String symbol = call.parameter("symbol");
        Quote quote = call.body(QuoteShape.KIND);
        return call.world()
                .apply(new QuoteChange(symbol, quote))
                .map(met -> ControlReply.of(MET, met))
                .orElseThrow(() -> Problem.notFound("there is no security '" + symbol + "' in this world"
                        + NearMiss.hint(symbol, symbols(call.world().state()), "'")));
    }

    private static List<String> symbols(State state) {
        return state.securities().all().stream().map(Security::symbol).toList();
    }
}
