package io.github.etnasandbox.control;

import io.github.etnasandbox.json.PercentEncoding;
import io.github.etnasandbox.state.TokenCommand.End.How;
import io.github.etnasandbox.venue.VenueEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The control plane in one table. Every route under {@code /sandbox} is there for each world, behind that world's path. It is
 * made for the first request to one of them: a start would take a tenth longer.
 */
final class ControlTable {
    /** The path of a world that is not the default one. */
    static final String OF_A_WORLD = ControlRoutes.WORLDS + "{world}";

    static final List<Row> ROWS = rows();

    private ControlTable() {}

    /** One route. A name in braces stands for any segment of a path. */
    record Row(String method, List<String> segments, Function<ControlCall, ControlReply> endpoint) {
        Row(String method, String path, Function<ControlCall, ControlReply> endpoint) {
            this(method, List.of(path.split("/", -1)), endpoint);
        }

        String path() {
            return String.join("/", segments);
        }

        /** The segments of a path that stand for names, decoded, by name; null when the path does not fit. */
        @Nullable Map<String, String> fit(String path) {
            boolean slashAtEnd = path.endsWith("/"); // which counts for nothing
            String[] sent = (slashAtEnd ? path.substring(0, path.length() - 1) : path).split("/", -1);
            if (sent.length != segments.size()) {
                return null;
            }
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < sent.length; i++) {
                String segment = segments.get(i);
                if (segment.startsWith("{") && !sent[i].isEmpty()) {
                    parameters.put(segment.substring(1, segment.length() - 1), PercentEncoding.decoded(sent[i], false));
                } else if (!segment.equals(sent[i])) {
                    return null;
                }
            }
            return parameters;
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("GET", "/sandbox/health", WorldEndpoints::health),
                new Row("HEAD", "/sandbox/health", WorldEndpoints::health),
                new Row("GET", "/sandbox/openapi.json", ControlContract::get),
                new Row("POST", "/sandbox/reset", WorldEndpoints::reset),
                new Row("GET", "/sandbox/state", StateEndpoints::state),
                new Row("PUT", "/sandbox/state", StateEndpoints::put),
                new Row("PUT", "/sandbox/seed", StateEndpoints::replace),
                new Row("POST", "/sandbox/seed", StateEndpoints::reload),
                new Row("GET", "/sandbox/clock", ClockEndpoints::get),
                new Row("PUT", "/sandbox/clock", ClockEndpoints::set),
                new Row("GET", "/sandbox/clock/next", ClockEndpoints::next),
                new Row("POST", "/sandbox/clock/advance", ClockEndpoints::advance),
                new Row("POST", "/sandbox/gates", GateEndpoints::open),
                new Row("GET", "/sandbox/gates", GateEndpoints::list),
                new Row("GET", "/sandbox/gates/{gate}", GateEndpoints::get),
                new Row("POST", "/sandbox/gates/{gate}/release", GateEndpoints::release),
                new Row("GET", "/sandbox/requests", RequestEndpoints::list),
                new Row("DELETE", "/sandbox/requests", RequestEndpoints::clear),
                new Row("GET", "/sandbox/requests.har", RequestEndpoints::har),
                new Row("GET", "/sandbox/requests/{number}", RequestEndpoints::get),
                new Row("GET", "/sandbox/requests/{number}/explanation", RequestEndpoints::explanation),
                new Row("GET", "/sandbox/requests/{number}/state", RequestEndpoints::state),
                new Row("GET", "/sandbox/requests/{number}/changes", RequestEndpoints::changes),
                new Row("GET", "/sandbox/repro", RequestEndpoints::repro),
                new Row("GET", "/sandbox/messages", MessageEndpoints::list),
                new Row("GET", "/sandbox/events", EventEndpoints::follow),
                new Row("GET", "/sandbox/coverage", CoverageEndpoints::get),
                new Row("POST", "/sandbox/faults", FaultEndpoints::add),
                new Row("GET", "/sandbox/faults", FaultEndpoints::list),
                new Row("DELETE", "/sandbox/faults", FaultEndpoints::clear),
                new Row("GET", "/sandbox/faults/{fault}", FaultEndpoints::get),
                new Row("DELETE", "/sandbox/faults/{fault}", FaultEndpoints::remove),
                new Row("POST", "/sandbox/tokens/expire", call -> TokenEndpoints.end(call, How.EXPIRE)),
                new Row("POST", "/sandbox/tokens/revoke", call -> TokenEndpoints.end(call, How.REVOKE)),
                new Row("POST", "/sandbox/tokens/forget", TokenEndpoints::forget),
                new Row("GET", "/sandbox/snapshots", StateEndpoints::snapshots),
                new Row("PUT", "/sandbox/snapshots/{snapshot}", StateEndpoints::keep),
                new Row("GET", "/sandbox/snapshots/{snapshot}", StateEndpoints::snapshot),
                new Row("DELETE", "/sandbox/snapshots/{snapshot}", StateEndpoints::forget),
                new Row("POST", "/sandbox/snapshots/{snapshot}/restore", StateEndpoints::restore),
                new Row("POST", "/sandbox/worlds", WorldEndpoints::create),
                new Row("GET", "/sandbox/worlds", WorldEndpoints::list),
                new Row("DELETE", OF_A_WORLD, WorldEndpoints::drop),
                new Row("GET", "/sandbox/venue", VenueEndpoints::settings),
                new Row("PUT", "/sandbox/venue", VenueEndpoints::configure),
                new Row("GET", "/sandbox/quotes", QuoteEndpoints::list),
                new Row("PUT", "/sandbox/quotes/{symbol}", QuoteEndpoints::set),
                new Row("PUT", "/sandbox/cancel-outcome", VenueEndpoints::nextCancel),
                new Row("PUT", "/sandbox/orders/{order}/cancel-outcome", VenueEndpoints::cancelOutcome),
                new Row("GET", "/sandbox/orders", OrderEndpoints::list),
                new Row("GET", "/sandbox/orders/{order}", OrderEndpoints::get),
                new Row("GET", "/sandbox/webhooks", WebhookEndpoints::list),
                new Row("PUT", "/sandbox/webhooks", WebhookEndpoints::set),
                new Row("GET", "/sandbox/webhooks/deliveries", WebhookEndpoints::deliveries),
                new Row("POST", "/sandbox/webhooks/deliveries/{delivery}/redeliver", WebhookEndpoints::redeliver),
                new Row("GET", "/sandbox/rates", RateEndpoints::list)));
        for (VenueEvent event : VenueEvent.values()) {
            rows.add(new Row(
                    "POST", "/sandbox/orders/{order}/" + event.word(), call -> VenueEndpoints.event(call, event)));
        }
        return List.copyOf(rows);
    }
}
