package io.github.etnasandbox.api;

import io.github.etnasandbox.contract.OpenApi;
import io.github.etnasandbox.journal.Exchange.Rule;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.state.RateLimit;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.WorldSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the API of a world into an OpenAPI document: the routes of {@link Routes} with the answers of {@link Answer}. */
public final class ApiContract {
    private static final String APP_KEY = "appKey";
    private static final String TOKEN = "token";

    private final OpenApi document;
    private final WorldSettings settings;
    private final AnswerSchema bodies;
    private final ApiParameters parameters;
    private final ExampleBody bodyExamples;
    private final Map<Answer, Map<String, Object>> examples = new EnumMap<>(Answer.class);

    private ApiContract(OpenApi document, WorldSettings settings, State seed) {
        this.bodyExamples = new ExampleBody(seed, settings);
        this.document = document;
        this.settings = settings;
        this.bodies = new AnswerSchema(settings.dialect(), document.schemas());
        this.parameters = new ApiParameters(settings.dialect(), document.schemas());
    }

    /**
     * Adds what the API has under these settings.
     *
     * @param seed what examples are made of
     */
    public static void describe(OpenApi document, WorldSettings settings, State seed) {
        for (ApiTag tag : ApiTag.values()) {
            document.tag(tag.title(), tag.description());
        }
        document.security(
                APP_KEY,
                Schemas.of(
                        "type",
                        "apiKey",
                        "in",
                        "header",
                        "name",
                        "Et-App-Key",
                        "description",
                        "The key of the application"));
        document.security(
                TOKEN,
                Schemas.of("type", "http", "scheme", "bearer", "description", "The token that POST /token has given"));
        ApiContract contract = new ApiContract(document, settings, seed);
        for (Answer answer : Answer.values()) {
            contract.examples.put(answer, contract.example(answer));
        }
        for (Route route : Routes.TABLE) {
            document.add(route.method(), route.path().replace("{version}", "1.0"), null, contract.operation(route));
        }
    }

    private Map<String, Object> operation(Route route) {
        ApiOperation operation = ApiOperation.of(route);
        List<Map<String, Object>> inputs = parameters.of(route);
        return Schemas.of(
                "operationId",
                operation.id(route),
                "tags",
                List.of(operation.tag(route).title()),
                "summary",
                operation.summary(),
                "description",
                description(route),
                "parameters",
                inputs.isEmpty() ? null : inputs,
                "requestBody",
                operation.takesBody() ? parameters.body(operation) : null,
                "responses",
                responses(route),
                "security",
                security(route, operation),
                "x-source",
                route.source());
    }

    private @Nullable String description(Route route) {
        RateLimit limit = route.limit();
        return limit == null || !RateStanding.areLimited(settings)
                ? null
                : "At most " + limit.requests() + " requests a minute for " + limit.scope() + ".";
    }

    private static List<Map<String, Object>> security(Route route, ApiOperation operation) {
        if (route.isOpen()) {
            return List.of();
        }
        Map<String, Object> keyOnly = Schemas.of(APP_KEY, List.of());
        Map<String, Object> both = Schemas.of(APP_KEY, List.of(), TOKEN, List.of());
        return operation == ApiOperation.REQUEST_TOKEN ? List.of(keyOnly, both) : List.of(both);
    }

    private Map<String, Object> responses(Route route) {
        Map<Integer, List<Answer>> byStatus = new TreeMap<>();
        for (Answer answer : RouteAnswers.of(route, settings)) {
            byStatus.computeIfAbsent(answer.status(), first -> new ArrayList<>())
                    .add(answer);
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        byStatus.forEach((status, answers) -> responses.put(Integer.toString(status), response(answers, route)));
        return responses;
    }

    private Map<String, Object> response(List<Answer> answers, Route route) {
        List<Object> told = new ArrayList<>();
        Map<String, Object> ofStatus = new LinkedHashMap<>();
        List<Map<String, Object>> alternatives = new ArrayList<>();
        for (Answer answer : answers) {
            told.add(told(answer.rule()));
            Map<String, Object> schema = bodies.of(answer);
            if (schema != null) {
                ofStatus.put(answer.rule().name(), Objects.requireNonNull(examples.get(answer)));
                if (!alternatives.contains(schema)) {
                    alternatives.add(schema);
                }
            }
        }
        Map<String, Object> content = alternatives.isEmpty()
                ? null
                : Schemas.of(
                        OpenApi.JSON,
                        Schemas.of(
                                "schema",
                                alternatives.size() == 1 ? alternatives.get(0) : Schemas.of("anyOf", alternatives),
                                "examples",
                                ofStatus));
        return Schemas.of(
                "description",
                String.join(
                        "; or ",
                        answers.stream().map(answer -> answer.rule().trigger()).toList()),
                "headers",
                parameters.headers(answers.get(0), route, settings),
                "content",
                content,
                "x-answers",
                told);
    }

    private static Map<String, Object> told(Rule rule) {
        return Schemas.of(
                "rule",
                rule.name(),
                "when",
                rule.trigger(),
                "x-provenance",
                rule.provenance(),
                "x-source",
                rule.source());
    }

    private Map<String, Object> example(Answer answer) {
        Rule rule = answer.rule();
        Map<String, Object> example = Schemas.of("summary", rule.trigger());
        bodyExamples.of(answer).ifPresent(body -> example.put("value", body));
        example.put("x-status", rule.status());
        example.put("x-provenance", rule.provenance());
        example.put("x-source", rule.source());
        return document.example(rule.name(), example);
    }
}
