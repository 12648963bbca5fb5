package io.github.etnasandbox.api;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.security.ExpirationType;
import io.github.etnasandbox.security.OptionTerms;
import io.github.etnasandbox.security.OptionType;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Equities and options as the API shows them: the documented fields in the documented order, then those that only the fixture
 * knows, such as {@code Industry} of later editions.
 *
 * <p>Source: guide pages Get Equity Info by Ticker and Get Filtered Options.
 */
final class SecurityJson {
    private static final Shape<Security> SHAPE = Shape.keeping("Security", Security::kept);

    /** How many fields come before those that only options have. */
    private static final int OF_EQUITIES;

    static {
        SHAPE.required("Id", Kinds.INT32, security -> security.id().value());
        SHAPE.required("Symbol", Kinds.TEXT, Security::symbol);
        SHAPE.optional("Description", Kinds.TEXT, security -> security.listing().description());
        SHAPE.optional("Exchange", Kinds.TEXT, security -> security.listing().exchange());
        SHAPE.required("Currency", Kinds.TEXT, security -> security.listing().currency());
        SHAPE.required("AddedDate", Kinds.DATE, security -> security.listing().added());
        SHAPE.required("ModifyDate", Kinds.DATE, security -> security.listing().modified());
        SHAPE.required("Type", Kinds.words(SecurityType.values()), Security::type);
        SHAPE.required("Precision", Kinds.INT32, security -> security.listing().precision());
        SHAPE.required(
                "VolumePrecision", Kinds.INT32, security -> security.listing().volumePrecision());
        SHAPE.required("TickSize", Kinds.PRICE, Security::tickSize);
        SHAPE.required("Enabled", Kinds.FLAG, security -> security.listing().enabled());
        SHAPE.required("AllowTrade", Kinds.FLAG, Security::tradable);
        SHAPE.required("AllowMargin", Kinds.FLAG, security -> security.listing().allowMargin());
        SHAPE.required("AllowShort", Kinds.FLAG, security -> security.listing().allowShort());
        OF_EQUITIES = SHAPE.fields().size();
        ofOption("OptionType", Kinds.words(OptionType.values()), OptionTerms::type);
        ofOption("ExpirationType", Kinds.words(ExpirationType.values()), OptionTerms::expirationType);
        ofOption("ExpirationDate", Kinds.DATE, OptionTerms::expires);
        ofOption("StrikePrice", Kinds.PRICE, OptionTerms::strike);
        ofOption("SeriesId", Kinds.INT32, OptionTerms::seriesId);
        ofOption("UnderlyingAssetSymbol", Kinds.TEXT, OptionTerms::underlying);
        SHAPE.optional(
                "ContractSize",
                Kinds.INT32,
                security -> security.type() == SecurityType.OPTION
                        ? (Integer) security.multiplier()
                        : security.contractSize());
    }

    static final Kind<Security> KIND = Kinds.written(SHAPE);

    private SecurityJson() {}

    private static <V> void ofOption(String name, Kind<V> kind, Function<OptionTerms, V> getter) {
        SHAPE.optional(name, kind, security -> {
            @Nullable OptionTerms terms = security.option();
            return terms == null ? null : getter.apply(terms);
        });
    }

    /** The fields that every equity has, the id first. */
    static List<Field<Security, ?>> ofEquities() {
        return SHAPE.fields().subList(0, OF_EQUITIES);
    }

    static String object(Security security) {
        return JsonObjectWriter.spell(json -> SHAPE.write(security, json));
    }

    static String array(List<Security> securities) {
        return SHAPE.array(securities);
    }
}
