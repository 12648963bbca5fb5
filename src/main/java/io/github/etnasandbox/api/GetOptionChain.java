package io.github.etnasandbox.api;

import io.github.etnasandbox.filter.OptionFilter;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.OptionChain;
import io.github.etnasandbox.security.OptionChain.Entry;
import io.github.etnasandbox.security.OptionChain.Expiration;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1.0/options/optionChain/{symbol}}: the options on a security by expiration, filtered. An expiration of which
 * the filter leaves no option is left out.
 *
 * <p>Source: later guide page Get an Option Chain.
 */
final class GetOptionChain {
    private static final Shape<Expiration> EXPIRATION = Shape.strict("OptionExpiration");

    static {
        EXPIRATION.required("Expiration", Kinds.DATE, Expiration::expires);
        EXPIRATION.required("CentralStrike", Kinds.PRICE, Expiration::centralStrike);
        EXPIRATION.required(
                "Options",
                Kinds.list(SecurityJson.KIND),
                expiration -> expiration.options().stream().map(Entry::option).toList());
    }

    private static final Shape<OptionChain> CHAIN = Shape.strict("OptionChain");

    static {
        CHAIN.required("Expirations", Kinds.list(Kinds.written(EXPIRATION)), OptionChain::expirations);
    }

    static final Kind<OptionChain> KIND = Kinds.written(CHAIN);

    private GetOptionChain() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.access();
        String symbol = path.symbol();
        Predicate<Entry> filter = ListQuery.filter(admission.query(), OptionFilter.LANGUAGE);
        OptionChain chain = chain(symbol, admission.state());
        if (chain.expirations().isEmpty() && admission.state().security(symbol).isEmpty()) {
            throw GetEquity.unknown(symbol, "security", GetEquity.nearMiss(symbol, admission.state()));
        }
        admission.pass(
                Criterion.SECURITY,
                symbol + " has options of " + chain.expirations().size() + " expirations");
        return admission.answer(Answer.OPTION_CHAIN.response("chain", json(filtered(chain, filter))));
    }

    static OptionChain chain(String symbol, State state) {
        Optional<Quote> quote = state.security(symbol).map(Security::quote);
        OptionalDouble price = quote.isPresent() ? OptionalDouble.of(quote.get().last()) : OptionalDouble.empty();
        return OptionChain.of(symbol, price, state.securities().all());
    }

    private static OptionChain filtered(OptionChain chain, @Nullable Predicate<Entry> filter) {
        if (filter == null) {
            return chain;
        }
        List<Expiration> left = chain.expirations().stream()
                .map(expiration -> new Expiration(
                        expiration.expires(),
                        expiration.centralStrike(),
                        expiration.options().stream().filter(filter).toList()))
                .filter(expiration -> !expiration.options().isEmpty())
                .toList();
        return new OptionChain(left);
    }

    static String json(OptionChain chain) {
        return JsonObjectWriter.spell(json -> CHAIN.write(chain, json));
    }
}
