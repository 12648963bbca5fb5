package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.resource.PositionKey;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.venue.Valuation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Positions as the API shows them: with what is known of their securities, what they are worth, and today's changes. */
final class PositionJson {
    private PositionJson() {}

    static Position shown(Position position, State state, Instant now) {
        Valuation valuation = new Valuation(state);
        Optional<Security> security = valuation.security(position);
        return new Position(
                position.id(),
                position.accountId(),
                position.securityId(),
                security.map(Security::symbol).orElse(position.symbol()),
                position.contractSize(),
                position.quantity(),
                position.costBasis(),
                valuation.marketValue(position),
                position.closed(),
                Valuation.today(position, now),
                position.heldBefore(),
                position.createDate(),
                position.modifyDate(),
                security.map(of -> kept(position, of)).orElse(KeptFields.copyOf(position.kept())));
    }

    /** What a fixture tells goes before what the security is. */
    private static KeptFields kept(Position position, Security security) {
        KeptFields told = KeptFields.copyOf(position.kept());
        List<String> known = new ArrayList<>();
        addUnlessTold(PositionKey.NAME, security.symbol(), told, known);
        String description = security.listing().description();
        addUnlessTold(PositionKey.COMPANY_NAME, description == null ? security.symbol() : description, told, known);
        addUnlessTold(PositionKey.SECURITY_CURRENCY, security.listing().currency(), told, known);
        addUnlessTold(PositionKey.SECURITY_TYPE, security.type().word(), told, known);
        return told.with(KeptFields.of(known));
    }

    private static void addUnlessTold(
            Field<Position, String> field, String value, KeptFields told, List<String> known) {
        if (!told.containsKey(field.name())) {
            known.add(field.name());
            known.add(JsonText.quote(value));
        }
    }

    /** @param shown positions as they are {@link #shown} */
    static String array(List<Position> shown) {
        return JsonObjectWriter.spellArray(json -> {
            for (Position position : shown) {
                json.begin();
                PositionKey.writeAnswer(position, json);
                json.end();
            }
        });
    }
}
