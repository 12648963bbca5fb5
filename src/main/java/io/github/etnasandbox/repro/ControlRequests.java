package io.github.etnasandbox.repro;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.PercentEncoding;
import io.github.etnasandbox.json.RawJson;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.live.Action;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.resource.CancelOutcomeShape;
import io.github.etnasandbox.resource.FaultShape;
import io.github.etnasandbox.resource.QuoteShape;
import io.github.etnasandbox.resource.VenueShape;
import io.github.etnasandbox.resource.WebhookShape;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.state.VenueSettingsChange;
import io.github.etnasandbox.state.WebhooksChange;
import io.github.etnasandbox.venue.CancelScript;
import io.github.etnasandbox.venue.ClockAdvance;
import io.github.etnasandbox.venue.QuoteChange;
import io.github.etnasandbox.venue.VenueInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells which control request does what a tester did, from outside or in Java. Faults have other ids when they are made again:
 * they are counted from the first one on. Good for the actions of one world, one after the other.
 */
final class ControlRequests {
    private final Map<String, Integer> faults = new HashMap<>();
    private int made;

    /** @param standing the ids of the faults that stand at the beginning */
    ControlRequests(List<String> standing) {
        standing.forEach(this::made);
    }

    private void made(String fault) {
        faults.put(fault, ++made);
    }

    /** The id that a fault has when it is made again; {@code 0} for one that stood before all others were removed. */
    String faultId(String id) {
        return Integer.toString(faults.getOrDefault(id, 0));
    }

    /** Empty for the removal of a fault that does not stand any more. */
    Optional<ControlRequest> of(Action action) {
        if (action instanceof Action.Commanded commanded) {
            return Optional.of(of(commanded.command()));
        }
        if (action instanceof Action.TokensForgotten) {
            return request("POST", "tokens/forget");
        }
        if (action instanceof Action.Restored restored) {
            return Optional.of(new ControlRequest("PUT", "/sandbox/state", ReproFile.json(restored.snapshot())));
        }
        if (action instanceof Action.Kept kept) {
            return request("PUT", "snapshots/" + kept.name());
        }
        if (action instanceof Action.Forgotten forgotten) {
            return request("DELETE", "snapshots/" + forgotten.name());
        }
        if (action instanceof Action.Injected injected) {
            made(injected.id());
            return Optional.of(of("POST", "faults", FaultShape.SHAPE, injected.fault()));
        }
        if (action instanceof Action.Removed removed) {
            return Optional.ofNullable(faults.get(removed.id())).flatMap(id -> request("DELETE", "faults/" + id));
        }
        faults.clear();
        made = 0;
        return request("DELETE", "faults");
    }

    private static ControlRequest of(Command<?> command) {
        if (command instanceof VenueInstruction instruction) {
            return of("POST", order(instruction.orderId()) + instruction.event().word(), json -> {
                write(json, "Quantity", instruction.quantity());
                write(json, "Price", instruction.price());
                write(json, "reason", instruction.reason());
            });
        }
        if (command instanceof CancelScript script) {
            return of("PUT", order(script.orderId()) + "cancel-outcome", CancelOutcomeShape.SHAPE, script.outcome());
        }
        if (command instanceof CancelScript.Next next) {
            return of("PUT", "cancel-outcome", CancelOutcomeShape.SHAPE, next.outcome());
        }
        if (command instanceof VenueSettingsChange change) {
            return of("PUT", "venue", VenueShape.SHAPE, change.settings());
        }
        if (command instanceof WebhooksChange change) {
            String all = WebhookShape.SHAPE.array(change.webhooks());
            return new ControlRequest("PUT", "/sandbox/webhooks", new RawJson(all));
        }
        if (command instanceof QuoteChange change) {
            String symbol = PercentEncoding.encoded(change.symbol());
            return of("PUT", "quotes/" + symbol, QuoteShape.SHAPE, change.quote());
        }
        if (command instanceof ClockAdvance advance) {
            return of(
                    "POST",
                    "clock/advance",
                    json -> json.text("by", advance.by().toString()));
        }
        if (command instanceof TokenCommand.End end) {
            return of("POST", "tokens/" + Word.of(end.how()), json -> json.text("token", end.value()));
        }
        throw new IllegalStateException("no control request does what a " + command.getClass() + " does");
    }

    private static String order(OrderId id) {
        return "orders/" + id + "/";
    }

    private static void write(JsonObjectWriter json, String name, @Nullable Object value) {
        if (value instanceof String text) {
            json.text(name, text);
        } else if (value != null) {
            json.value(name, value);
        }
    }

    private static Optional<ControlRequest> request(String method, String path) {
        return Optional.of(new ControlRequest(method, "/sandbox/" + path, null));
    }

    private static <T> ControlRequest of(String method, String path, Shape<T> shape, T body) {
        return of(method, path, json -> shape.write(body, json));
    }

    private static ControlRequest of(String method, String path, Consumer<JsonObjectWriter> body) {
        return new ControlRequest(method, "/sandbox/" + path, new RawJson(JsonObjectWriter.spell(body)));
    }
}
