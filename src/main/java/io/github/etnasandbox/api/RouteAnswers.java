package io.github.etnasandbox.api;

import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which answers of the catalogue a route gives: its own, and those of the checks before it does its work. */
final class RouteAnswers {
    private RouteAnswers() {}

    static List<Answer> of(Route route, WorldSettings settings) {
        Dialect dialect = settings.dialect();
        ApiOperation operation = ApiOperation.of(route);
        Set<Answer> answers = new LinkedHashSet<>();
        switch (operation) {
            case GET_ACCOUNT -> answers.add(Difference.ACCOUNT.in(dialect));
            case VALIDATE_ORDER_BY_ID -> answers.add(Difference.VERIFIED.in(dialect));
            case CANCEL_MUTUAL_FUND_ORDER -> answers.add(Difference.MUTUAL_FUND_CANCELED.in(dialect));
            case GET_POSITIONS -> answers.add(Difference.POSITIONS_LISTED.in(dialect));
            default -> {}
        }
        answers.addAll(operation.answers());
        if (route.isOpen()) {
            return List.copyOf(answers);
        }
        boolean reads = route.method().equals("GET");
        answers.add(Difference.APP_KEY_REFUSED.in(dialect));
        if (!route.requiredQuery().in(dialect).isEmpty()) {
            answers.add(route.missingQuery());
        }
        if (operation != ApiOperation.REQUEST_TOKEN) {
            answers.add(Answer.AUTHORIZATION_DENIED);
        }
        if (route.limit() != null && RateStanding.areLimited(settings)) {
            answers.add(Answer.TOO_MANY_REQUESTS);
        }
        if (!reads) {
            answers.add(Answer.SERVER_ERROR); // no id is left
            answers.add(Answer.CONTENT_TOO_LARGE);
        }
        for (String segment : route.segments()) {
            answers.addAll(ofParameter(segment, reads, operation, dialect));
        }
        if (operation == ApiOperation.LIST_CONSOLIDATED_ORDERS) {
            answers.add(Difference.SERVER_ERROR.in(dialect)); // no such account
        }
        if (operation.takesBody()) {
            answers.add(Answer.INVALID_BODY);
            answers.add(Answer.UNSUPPORTED_MEDIA_TYPE);
            answers.add(Difference.MISSING_MEMBER.in(dialect));
        }
        if (ApiOperation.isSync(route)) {
            if (operation == ApiOperation.CANCEL_ORDER) {
                answers.add(Answer.CANCEL_REJECTED);
            }
            if (operation == ApiOperation.CANCEL_ORDER || operation == ApiOperation.PLACE_ORDER) {
                answers.add(Answer.VENUE_SILENT);
            }
        }
        return List.copyOf(answers);
    }

    private static List<Answer> ofParameter(String segment, boolean reads, ApiOperation operation, Dialect dialect) {
        List<Answer> answers = new ArrayList<>();
        switch (segment) {
            case "{accountId}" -> {
                answers.add(Difference.INVALID_ID.in(dialect));
                if (operation != ApiOperation.GET_ACCOUNT) {
                    answers.add(Difference.SERVER_ERROR.in(dialect));
                }
            }
            case "{userId}" -> {
                answers.add(Difference.INVALID_ID.in(dialect));
                answers.add(Answer.UNKNOWN_USER);
            }
            case "{orderId}" -> {
                boolean changes = !reads && operation != ApiOperation.VALIDATE_ORDER_REPLACEMENT;
                answers.add((changes ? Difference.UNKNOWN_ORDER : Difference.UNKNOWN_ORDER_READ).in(dialect));
            }
            default -> {}
        }
        return answers;
    }
}
