package io.github.etnasandbox.control;

import static io.github.etnasandbox.control.ControlOperation.named;

import io.github.etnasandbox.api.ApiContract;
import io.github.etnasandbox.contract.OpenApi;
import io.github.etnasandbox.control.ControlTable.Row;
import io.github.etnasandbox.coverage.Coverage;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.repro.ReproFile;
import io.github.etnasandbox.resource.CancelOutcomeShape;
import io.github.etnasandbox.resource.FaultShape;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.resource.QuoteShape;
import io.github.etnasandbox.resource.VenueShape;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.world.WorldSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code GET /sandbox/openapi.json}: what the API and the control plane of a world take and answer. Every row of
 * {@link ControlTable} has an operation here; apart from the table, since health and reset need none of it.
 */
final class ControlContract {
    static final String TAG = "Sandbox";
    static final String KEY = "controlKey";

    private ControlContract() {}

    static ControlReply get(ControlCall call) {
        LiveWorld of = call.world();
        Map<String, Object> document = document(of);
        return ControlReply.of(JsonObjectWriter.spell(json -> document.forEach(json::value)));
    }

    private static Map<String, Object> document(LiveWorld world) {
        WorldSettings settings = world.settings();
        String dialect = settings.dialect().name().toLowerCase(Locale.ROOT);
        OpenApi document = new OpenApi(
                "etna-sandbox",
                Version.TEXT,
                "ETNA Trader's order API as this world fakes it, in the dialect " + dialect
                        + ", and the control routes of the world.");
        document.extend("x-dialect", dialect);
        String root = world.apiUrl().substring(0, world.apiUrl().length() - "/api".length());
        document.server(world.apiUrl(), "This world");
        document.server(root, "The same; some deployments have no /api");
        ApiContract.describe(document, settings, Snapshots.stateOf(world.seed()));
        document.tag(TAG, "The control routes: what testers do to the world");
        document.security(
                KEY,
                Schemas.of(
                        "type",
                        "apiKey",
                        "in",
                        "header",
                        "name",
                        Guard.KEY,
                        "description",
                        "Only where the sandbox has a control key"));
        Map<String, ControlOperation> operations = operations();
        for (Row row : ControlTable.ROWS) {
            String route = row.method() + " " + row.path();
            ControlOperation operation = operations.get(route);
            if (operation == null) {
                throw new IllegalStateException("no operation is of " + route + "; add one to ControlContract");
            }
            boolean ofOtherWorlds = row.path().equals(ControlTable.OF_A_WORLD);
            String sandbox = root.replaceFirst("/worlds/.*", "");
            document.add(row.method(), row.path(), ofOtherWorlds ? sandbox : root, operation.in(document, row));
        }
        return document.document();
    }

    private static Map<String, ControlOperation> operations() {
        Map<String, ControlOperation> all = new HashMap<>();
        ofWorlds(all);
        ofVenue(all);
        ofStage(all);
        ofRequests(all);
        WebhookEndpoints.describe(all);
        return all;
    }

    private static void ofWorlds(Map<String, ControlOperation> all) {
        all.put(
                "GET /sandbox/openapi.json",
                named("getContract", "Gets this document").answering(200, schemas -> Schemas.of("type", "object")));
        ControlOperation health = named("getHealth", "Tells that the sandbox is ready");
        all.put("GET /sandbox/health", health.answering(200, WorldEndpoints.HEALTH));
        all.put(
                "HEAD /sandbox/health",
                named("headHealth", "Tells that the sandbox is ready")
                        .answering(200, (ControlOperation.Described) null));
        all.put(
                "POST /sandbox/reset",
                named("reset", "Puts everything back to the seed").answeringNothing());
        all.put(
                "GET /sandbox/state",
                named("getState", "Gets the whole state as a fixture document")
                        .asking(StateEndpoints.PARAMETERS)
                        .answering(200, ControlContract::fixtures));
        all.put(
                "PUT /sandbox/state",
                named("replaceState", "Goes on from a fixture document; the seed stays what it is")
                        .taking(ControlContract::fixtures)
                        .answeringNothing());
        all.put(
                "PUT /sandbox/seed",
                named("replaceSeed", "Starts over from a fixture document")
                        .taking(ControlContract::fixtures)
                        .answeringNothing());
        all.put(
                "POST /sandbox/seed",
                named("reloadSeed", "Reads the fixtures again from where they came")
                        .answeringNothing());
        all.put(
                "POST /sandbox/worlds",
                named("createWorld", "Makes a world, from fixtures, from what this one was, or from its seed")
                        .asking(WorldEndpoints.PARAMETERS)
                        .takingPerhaps(ControlContract::fixturesOrAppKey)
                        .answering(201, WorldEndpoints.ShownWorld.class));
        all.put(
                "GET /sandbox/worlds",
                named("listWorlds", "Lists the worlds").answeringList(WorldEndpoints.ShownWorld.class));
        all.put(
                "DELETE " + ControlTable.OF_A_WORLD,
                named("dropWorld", "Drops a world").answeringNothing());
        all.put(
                "GET /sandbox/snapshots",
                named("listSnapshots", "Lists the snapshots").answeringList(StateEndpoints.ShownSnapshot.class));
        all.put(
                "PUT /sandbox/snapshots/{snapshot}",
                named("takeSnapshot", "Keeps what the world is under a name")
                        .answering(200, StateEndpoints.ShownSnapshot.class)
                        .answering(201, StateEndpoints.ShownSnapshot.class));
        all.put(
                "GET /sandbox/snapshots/{snapshot}",
                named("getSnapshot", "Gets what a snapshot holds").answering(200, ControlContract::fixtures));
        all.put(
                "DELETE /sandbox/snapshots/{snapshot}",
                named("forgetSnapshot", "Forgets a snapshot").answeringNothing());
        all.put(
                "POST /sandbox/snapshots/{snapshot}/restore",
                named("restoreSnapshot", "Puts a snapshot back").answeringNothing());
        all.put(
                "GET /sandbox/clock",
                named("getClock", "Tells the world's time").answering(200, ClockEndpoints.ShownClock.class));
        all.put(
                "PUT /sandbox/clock",
                named("setClock", "Moves the clock forward to an instant")
                        .taking(ClockEndpoints.CLOCK)
                        .answering(200, ClockEndpoints.ShownClock.class));
        all.put(
                "GET /sandbox/clock/next",
                named("getNextEvent", "Tells what happens by itself next; nothing does where the answer has no body")
                        .answering(200, ClockEndpoints.ShownEvent.class)
                        .answeringNothing());
        all.put(
                "GET /sandbox/rates",
                named("listRates", "Lists the windows in which requests are counted")
                        .answeringList(RateEndpoints.ShownWindow.class));
        all.put(
                "POST /sandbox/clock/advance",
                named("advanceClock", "Moves the clock forward by a duration")
                        .taking(ClockEndpoints.STEP)
                        .answering(200, ClockEndpoints.ShownClock.class));
    }

    private static void ofVenue(Map<String, ControlOperation> all) {
        all.put(
                "GET /sandbox/venue",
                named("getVenue", "Tells how the venue answers").answering(200, VenueShape.SHAPE));
        all.put(
                "PUT /sandbox/venue",
                named("configureVenue", "Has the venue answer otherwise")
                        .taking(VenueShape.KIND)
                        .answering(200, VenueShape.SHAPE));
        ofQuotes(all);
        all.put(
                "PUT /sandbox/cancel-outcome",
                named("setNextCancelOutcome", "Tells what comes of the world's next cancel")
                        .taking(CancelOutcomeShape.KIND)
                        .answering(200, VenueShape.SHAPE));
        all.put(
                "PUT /sandbox/orders/{order}/cancel-outcome",
                named("setCancelOutcome", "Tells what comes of a cancel of an order")
                        .taking(CancelOutcomeShape.KIND)
                        .answering(200, ControlContract::order));
        all.put(
                "GET /sandbox/orders",
                named("listAllOrders", "Lists the orders of all accounts by id, with all that is known of them")
                        .asking(OrderEndpoints.PARAMETERS)
                        .answering(200, ControlContract::orders));
        all.put(
                "GET /sandbox/orders/{order}",
                named("getAnyOrder", "Gets an order with all that is known of it")
                        .answering(200, ControlContract::order));
        for (VenueEvent event : VenueEvent.values()) {
            String[] words = event.word().split("-", -1);
            String id = words.length == 1
                    ? words[0] + "Order"
                    : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
            all.put(
                    "POST /sandbox/orders/{order}/" + event.word(),
                    named(id, "Has the venue do this to an order: " + event.word())
                            .takingPerhaps(VenueEndpoints.shape(event)::schema)
                            .answering(200, ControlContract::order));
        }
    }

    private static void ofQuotes(Map<String, ControlOperation> all) {
        all.put(
                "GET /sandbox/quotes",
                named("listQuotes", "Lists the quotes of securities")
                        .answering(
                                200,
                                schemas -> Schemas.of(
                                        "type",
                                        "array",
                                        "items",
                                        QuoteEndpoints.quoted().schema(schemas))));
        all.put(
                "PUT /sandbox/quotes/{symbol}",
                named("setQuote", "Sets the quote of a security, and has its orders meet it")
                        .taking(QuoteShape.KIND)
                        .answering(200, QuoteEndpoints.shape()));
    }

    private static Map<String, Object> fixtures(Schemas schemas) {
        return schemas.named(
                "Fixtures",
                () -> Schemas.of("type", "object", "description", "A fixture document, see docs/fixtures.md"));
    }

    private static Map<String, Object> fixturesOrAppKey(Schemas schemas) {
        return Schemas.of("anyOf", List.of(fixtures(schemas), WorldEndpoints.KEYED.schema(schemas)));
    }

    private static Map<String, Object> har(Schemas schemas) {
        return schemas.named(
                "Har", () -> Schemas.of("type", "object", "required", List.of("log"), "description", "HAR 1.2"));
    }

    /** An order as the API shows it. What else a fixture may have of it is not shown. */
    private static Map<String, Object> order(Schemas schemas) {
        return OrderKey.SHAPE.schema(schemas);
    }

    private static Map<String, Object> orders(Schemas schemas) {
        return Schemas.object(
                Schemas.of(
                        "orders",
                        Schemas.of("type", "array", "items", order(schemas)),
                        "matching",
                        Schemas.of("type", "integer", "format", "int32")),
                List.of("orders", "matching"),
                false);
    }

    private static void ofStage(Map<String, ControlOperation> all) {
        all.put(
                "POST /sandbox/gates",
                named("openGate", "Holds a request at a point")
                        .taking(GateEndpoints.GATE)
                        .answering(201, GateEndpoints.ShownGate.class));
        all.put(
                "GET /sandbox/gates",
                named("listGates", "Lists the gates").answeringList(GateEndpoints.ShownGate.class));
        all.put(
                "GET /sandbox/gates/{gate}",
                named("getGate", "Gets a gate; with await, once it is open no more")
                        .asking(GateEndpoints.PARAMETERS)
                        .answering(200, GateEndpoints.ShownGate.class));
        all.put(
                "POST /sandbox/gates/{gate}/release",
                named("releaseGate", "Lets the held request go").answering(200, GateEndpoints.ShownGate.class));
        all.put(
                "POST /sandbox/faults",
                named("addFault", "Has requests or answers suffer")
                        .taking(FaultShape.KIND)
                        .answering(201, FaultEndpoints::schema));
        all.put(
                "GET /sandbox/faults",
                named("listFaults", "Lists the faults, and how often each struck")
                        .answering(
                                200, schemas -> Schemas.of("type", "array", "items", FaultEndpoints.schema(schemas))));
        all.put(
                "DELETE /sandbox/faults",
                named("clearFaults", "Ends all faults").answeringNothing());
        all.put(
                "GET /sandbox/faults/{fault}",
                named("getFault", "Gets a fault").answering(200, FaultEndpoints::schema));
        all.put(
                "DELETE /sandbox/faults/{fault}",
                named("removeFault", "Ends a fault").answeringNothing());
    }

    private static void ofRequests(Map<String, ControlOperation> all) {
        all.put(
                "GET /sandbox/requests",
                named("listRequests", "Lists requests of the journal; with await, once there is one")
                        .asking(RequestEndpoints.PARAMETERS)
                        .answering(200, RequestAnswers.Page.class));
        all.put(
                "DELETE /sandbox/requests",
                named("clearRequests", "Forgets the journal").answeringNothing());
        all.put(
                "GET /sandbox/messages",
                named("listMessages", "Lists messages of streamers; with await, once there is one")
                        .asking(MessageEndpoints.PARAMETERS)
                        .answering(200, MessageEndpoints.Page.class));
        all.put(
                "GET /sandbox/repro",
                named("getRepro", "Tells all that happened since the beginning, to happen again")
                        .answering(200, ReproFile.class));
        all.put(
                "GET /sandbox/requests.har",
                named("getHar", "Gets the journal for HAR viewers")
                        .asking(RequestEndpoints.HAR_PARAMETERS)
                        .answering(200, ControlContract::har));
        all.put(
                "GET /sandbox/requests/{number}",
                named("getRequest", "Gets all there is to know of a request")
                        .answering(200, RequestAnswers.Whole.class));
        all.put(
                "GET /sandbox/requests/{number}/explanation",
                named("explainRequest", "Tells why a request was answered so")
                        .answering(200, RequestAnswers.Explanation.class));
        all.put(
                "GET /sandbox/requests/{number}/state",
                named("getStateAfterRequest", "Gets what the world was right after a request")
                        .answering(200, ControlContract::fixtures));
        all.put(
                "GET /sandbox/requests/{number}/changes",
                named("getChangesSinceRequest", "Tells what has become of the orders since a request")
                        .answering(200, RequestAnswers.Since.class));
        all.put(
                "GET /sandbox/events",
                named("followEvents", "Tells what happens in all worlds, as server-sent events")
                        .answering(EventStreams.MEDIA_TYPE, schemas -> Schemas.of("type", "string")));
        all.put(
                "GET /sandbox/coverage",
                named("getCoverage", "Tells which answers the clients have met").answering(200, Coverage.class));
        ControlOperation expire = named("expireToken", "Has a token expire now");
        all.put(
                "POST /sandbox/tokens/expire",
                expire.taking(TokenEndpoints.BODY).answering(200, TokenEndpoints.Ended.class));
        ControlOperation revoke = named("revokeToken", "Revokes a token");
        all.put(
                "POST /sandbox/tokens/revoke",
                revoke.taking(TokenEndpoints.BODY).answering(200, TokenEndpoints.Ended.class));
        all.put(
                "POST /sandbox/tokens/forget",
                named("forgetTokens", "Forgets all tokens that were issued")
                        .answering(200, TokenEndpoints.Forgotten.class));
    }
}
