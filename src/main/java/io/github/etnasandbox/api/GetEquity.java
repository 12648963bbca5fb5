package io.github.etnasandbox.api;

import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1.0/equities/{symbol}}: one equity, by its symbol in whatever letter case, or by its id.
 *
 * <p>Source: guide pages Get Equity Info by Ticker and Get Equity Info by Internal ID.
 */
final class GetEquity {
    private GetEquity() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        if (Difference.EQUITY_FOR_ADMINISTRATORS.in(admission.dialect())) {
            admission.requireAdministrator(admission.access().user());
        } else {
            admission.access();
        }
        Security equity = find(path.symbol(), admission);
        return admission.answer(Answer.EQUITY.response("security", SecurityJson.object(equity)));
    }

    private static Security find(String symbol, Admission admission) {
        State state = admission.state();
        Optional<Security> found = Int32.parse(symbol).isPresent()
                ? state.security(new SecurityId(Int32.parse(symbol).getAsInt()))
                : state.security(symbol);
        Security security = found.orElseThrow(() -> unknown(symbol, "equity", nearMiss(symbol, state)));
        if (!security.type().isEquity()) {
            throw unknown(symbol, "equity", security.symbol() + " is an option");
        }
        admission.pass(Criterion.SECURITY, "equity " + symbol + " exists");
        return security;
    }

    static @Nullable String nearMiss(String symbol, State state) {
        return NearMiss.question(
                        symbol,
                        state.securities().all().stream().map(Security::symbol).toList(),
                        "")
                .orElse(null);
    }

    /** @param thing what was looked for */
    static Refused unknown(String symbol, String thing, @Nullable String nearMiss) {
        return Answer.UNKNOWN_SECURITY.refusal(
                Criterion.SECURITY.failed("there is no " + thing + " " + symbol).withNearMiss(nearMiss));
    }
}
