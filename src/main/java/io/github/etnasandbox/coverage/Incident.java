package io.github.etnasandbox.coverage;

import io.github.etnasandbox.journal.Exchange.Rule;
import io.github.etnasandbox.json.Word;

/**
 * What is no answer of the API, and what an application must survive all the same. Each is found by what has happened, not
 * by what a tester meant to happen.
 */
public enum Incident implements Row {
    TOKEN_EXPIRED(
            "a token that had been good was refused, its time being over",
            Recipe.after(
                    "world.expireToken(\"admin-token\")",
                    "POST /sandbox/tokens/expire {\"token\":\"admin-token\"}",
                    Recipes.CANCEL)),
    TOKEN_REVOKED(
            "a token that had been good was refused, having been revoked",
            Recipe.after(
                    "world.revokeToken(\"admin-token\")",
                    "POST /sandbox/tokens/revoke {\"token\":\"admin-token\"}",
                    Recipes.CANCEL)),
    NO_REPLY(
            "the connection ended without an answer, and nothing had changed",
            Recipes.afterFault("before", "\"type\":\"close\"", "close()")),
    LOST_REPLY(
            "the connection ended without an answer, and the change was made",
            Recipes.afterFault("after", "\"type\":\"close\"", "close()")),
    FAILED(
            "a fault answered in place of the API, and nothing had changed",
            Recipes.afterFault("before", "\"type\":\"status\",\"status\":503", "status(503)")),
    FAILED_AFTER_CHANGE(
            "a fault answered in place of the API, and the change was made",
            Recipes.afterFault("after", "\"type\":\"status\",\"status\":503", "status(503)")),
    BROKEN_REPLY(
            "the answer was cut off, or its bytes were changed",
            Recipes.afterFault("after", "\"type\":\"truncate\"", "truncate()")),
    SLOW_REPLY(
            "the request or its answer was late, or came bit by bit",
            Recipes.afterFault("before", "\"type\":\"delay\",\"by\":\"PT0.2S\"", "delay(Duration.ofMillis(200))")),
    OVERTAKEN(
            "an order could be changed when the request came, and no more when it was decided: it was filled, or another"
                    + " request was first",
            Recipes.afterCancelOutcome("FILL_FIRST", "fill-first")),
    SLOW_CANCEL("a cancel was accepted, and is pending", Recipes.afterCancelOutcome("HOLD", "hold")),
    LATE_FILL(
            "a cancel was accepted, and the order was filled all the same",
            Recipes.afterCancelOutcome("FILL_AFTER_ACCEPT", "fill-after-accept")),
    LATE_REFUSAL(
            "a cancel was accepted, the venue refused it, and the order lives on",
            Recipes.afterCancelOutcome("REJECT", "reject")),
    PARTIAL_FILL(
            "a part of an order was filled",
            Recipe.after(
                    "world.fill(73552, 10)",
                    "POST /sandbox/orders/73552/fill {\"Quantity\":10}",
                    "GET /v1.0/accounts/6303/orders/73552")),
    ORDER_REJECTED(
            "an order that the API took was rejected",
            Recipe.after(
                    "world.reject(73552, \"no shares\")",
                    "POST /sandbox/orders/73552/reject {\"reason\":\"no shares\"}",
                    "GET /v1.0/accounts/6303/orders/73552")),
    MESSAGE_LOST("a streamer did not send a message", Recipes.afterFaultOfMessage("\"type\":\"drop\"", "drop()")),
    MESSAGE_TWICE("a streamer sent a message twice", Recipes.afterFaultOfMessage("\"type\":\"twice\"", "twice()")),
    MESSAGE_OVERTAKEN(
            "a streamer sent a message behind later ones", Recipes.afterFaultOfMessage("\"type\":\"swap\"", "swap()")),
    STREAM_ENDED(
            "a streamer ended a connection in place of a message",
            Recipes.afterFaultOfMessage("\"type\":\"close\",\"code\":1011", "close(1011)")),
    DELIVERY_FAILED(
            "a webhook did not take an event, which comes late or again",
            Recipe.after(
                    "world.webhooks(List.of(Webhook.of(\"http://127.0.0.1:1/\", \"secret\")))",
                    "PUT /sandbox/webhooks [{\"url\":\"http://127.0.0.1:1/\",\"secret\":\"secret\"}]",
                    Recipes.CANCEL));

    private static final class Recipes {
        private static final String CANCEL = "DELETE /v1.0/accounts/6303/orders/73552";

        static Recipe afterFault(String when, String json, String java) {
            return Recipe.after(
                    "world.inject(Fault." + when + "(\"DELETE\", \"**/orders/73552\", FaultEffect." + java + "))",
                    "POST /sandbox/faults {\"match\":{\"method\":\"DELETE\",\"path\":\"**/orders/73552\"},\"when\":\""
                            + when + "\",\"effect\":{" + json + "}}",
                    CANCEL);
        }

        static Recipe afterFaultOfMessage(String json, String java) {
            String path = "/streamers/data/CreateSession.txt";
            return Recipe.after(
                    "world.inject(Fault.message(\"" + path + "\", FaultEffect." + java + "))",
                    "POST /sandbox/faults {\"match\":{\"path\":\"" + path + "\"},\"when\":\"message\",\"effect\":{"
                            + json + "}}",
                    "GET " + path + "?User=trader&Password=trader-password with Upgrade: websocket");
        }

        static Recipe afterCancelOutcome(String java, String json) {
            return Recipe.after(
                    "world.cancelOutcome(73552, CancelOutcome." + java + ")",
                    "PUT /sandbox/orders/73552/cancel-outcome {\"outcome\":\"" + json + "\"}",
                    CANCEL);
        }
    }

    /** In place of a provenance. */
    public static final String KIND = "incident";

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
    private final Rule rule;

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
    private final Recipe recipe;

    Incident(String trigger, Recipe recipe) {
        this.rule = new Rule(Word.of(this), 0, trigger, KIND, "networks, servers and venues do so");
        this.recipe = recipe;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public Recipe recipe() {
        return recipe;
    }
}
