package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.api.AnswerExamples.Example;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.RateLimiting;
import io.github.etnasandbox.world.WorldSettings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which answers the contract has for a route. */
class RouteAnswersTest {
    /** What is answered where no route fits. */
    private static final Set<Answer> OF_NO_ROUTE = EnumSet.of(
            Answer.NO_RESOURCE,
            Answer.METHOD_NOT_SUPPORTED,
            Answer.METHOD_NOT_SUPPORTED_UNVERSIONED,
            Answer.UNSUPPORTED_VERSION);

    private static final List<Route> ROUTES = Routes.TABLE;

    static Stream<Example> examples() {
        return AnswerExamples.all().stream().filter(example -> !OF_NO_ROUTE.contains(example.answer()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_route_has_the_answers_that_it_gives(Example example) {
        String[] request = example.request().split("[ ?]", -1);
        RequestPath path = RequestPath.parse(request[1]);
        Route route = ROUTES.stream()
                .filter(each -> each.method().equals(request[0]) && each.fit(path) != null)
                .findFirst()
                .orElseThrow();
        assertThat(RouteAnswers.of(route, WorldSettings.DEFAULTS.withDialect(example.dialect())))
                .contains(example.answer());
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void a_route_has_an_operation_that_succeeds(Route route) {
        assertThat(RouteAnswers.of(route, WorldSettings.DEFAULTS).get(0).status())
                .isBetween(200, 204);
    }

    @Test
    void each_answer_is_of_some_route_or_of_none() {
        EnumSet<Answer> missing = EnumSet.complementOf(EnumSet.copyOf(OF_NO_ROUTE));
        Arrays.stream(Dialect.values())
                .map(WorldSettings.DEFAULTS.withRateLimits(RateLimiting.ON)::withDialect)
                .flatMap(settings -> ROUTES.stream().flatMap(route -> RouteAnswers.of(route, settings).stream()))
                .forEach(missing::remove);
        assertThat(missing).isEmpty();
    }
}
