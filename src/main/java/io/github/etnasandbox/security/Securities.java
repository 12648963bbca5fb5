package io.github.etnasandbox.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All securities of a world, by id and by symbol. Immutable: nothing in the API changes a security.
 */
public final class Securities {
    private static final Securities NONE = of(List.of());

    private final Map<Integer, Security> byId;
    private final Map<String, Security> bySymbol;

    private Securities(Map<Integer, Security> byId, Map<String, Security> bySymbol) {
        this.byId = byId;
        this.bySymbol = bySymbol;
    }

    /** Makes a world in which nothing can be traded. */
    public static Securities none() {
        return NONE;
    }

    /**
     * Makes the directory of the given securities.
     *
     * @throws IllegalArgumentException when two securities share an id, or a symbol in whatever letter case
     */
    public static Securities of(Collection<Security> securities) {
        Map<Integer, Security> byId = new TreeMap<>();
        Map<String, Security> bySymbol = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Security security : securities) {
            if (byId.put(security.id().value(), security) != null
                    || bySymbol.put(security.symbol(), security) != null) {
                throw new IllegalArgumentException("two securities share the id or the symbol of " + security);
            }
        }
        return new Securities(byId, bySymbol);
    }

    /** Looks a security up by id. */
    public Optional<Security> find(SecurityId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    /** Looks a security up by symbol. */
    public Optional<Security> findBySymbol(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /**
     * Lists all securities.
     *
     * @return the securities by ascending id, unmodifiable
     */
    public List<Security> all() {
        return Collections.unmodifiableList(new ArrayList<>(byId.values()));
    }
}
