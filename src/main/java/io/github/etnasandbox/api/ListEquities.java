package io.github.etnasandbox.api;

import io.github.etnasandbox.filter.EquityFilter;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1.0/equities}, a page of all equities, and {@code GET /v1.0/equities/lookup}, those of which the symbol,
 * exchange or description has a word in it.
 *
 * <p>A lookup lists by description, as the documented sample does, and then by symbol. AutoShares' samples call its
 * {@code mask} {@code symbol}.
 *
 * <p>Source: guide pages Get Filtered Equities and Get Equity Info by Mask.
 */
final class ListEquities {
    private static final int USUAL_COUNT = 10;

    private static final Comparator<Security> BY_DESCRIPTION =
            Comparator.comparing(ListEquities::description).thenComparing(security -> folded(security.symbol()));

    private static final ListQuery.Kind<Security> KIND =
            ListQuery.Kind.of("equities", EquityFilter.LANGUAGE, SecurityJson.ofEquities());

    private ListEquities() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.access();
        ListQuery<Security> asked = ListQuery.of(KIND, admission);
        ListQuery.Page<Security> page = asked.of(equities(admission.state()).toList());
        return admission.answer(
                asked.answer(Answer.EQUITIES, "securities", SecurityJson.array(page.records()), page, admission));
    }

    static Transition<ApiResponse> answerLookup(Admission admission, PathParameters path) {
        admission.access();
        Query query = admission.query();
        String mask = folded(query.first(QueryParameter.MASK)
                .or(() -> query.first(QueryParameter.SYMBOL))
                .orElse(""));
        int count = Math.min(ListQuery.int32(query, QueryParameter.COUNT, 1, USUAL_COUNT), ListQuery.LARGEST_PAGE);
        Predicate<Security> filter = ListQuery.filter(query, EquityFilter.LANGUAGE);
        admission.pass(Criterion.QUERY, "at most " + count + " equities with '" + mask + "'");
        List<Security> found = equities(admission.state())
                .filter(security -> has(security, mask))
                .filter(security -> filter == null || filter.test(security))
                .sorted(BY_DESCRIPTION)
                .limit(count)
                .toList();
        return admission.answer(Answer.EQUITIES_FOUND.response("securities", SecurityJson.array(found)));
    }

    private static Stream<Security> equities(State state) {
        return state.securities().all().stream()
                .filter(security -> security.type().isEquity());
    }

    private static boolean has(Security security, String mask) {
        return Stream.of(
                        security.symbol(),
                        description(security),
                        folded(security.listing().exchange()))
                .anyMatch(text -> folded(text).contains(mask));
    }

    private static String description(Security security) {
        return folded(security.listing().description());
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
