package io.github.etnasandbox.state;

import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.user.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What nothing makes or removes, by id and by name: the users of a world, or its securities. Immutable: a change shares what
 * it does not touch.
 */
public final class Directory<T> {
    private final ById<T> byId;
    /** Never changes once it is made. */
    private final Map<String, Integer> ids;

    private Directory(ById<T> byId, Map<String, Integer> ids) {
        this.byId = byId;
        this.ids = ids;
    }

    /** By login; an IllegalArgumentException when two users share an id or a login. */
    public static Directory<User> ofUsers(Collection<User> users) {
        Map<String, Integer> ids = new HashMap<>();
        ById<User> byId = ById.empty();
        for (User user : users) {
            byId = added(byId, ids, user.id().value(), user.login(), user);
        }
        return new Directory<>(byId, ids);
    }

    /** By symbol in whatever letter case; an IllegalArgumentException when two securities share an id or a symbol. */
    public static Directory<Security> ofSecurities(Collection<Security> securities) {
        Map<String, Integer> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ById<Security> byId = ById.empty();
        for (Security security : securities) {
            byId = added(byId, ids, security.id().value(), security.symbol(), security);
        }
        return new Directory<>(byId, ids);
    }

    private static <T> ById<T> added(ById<T> byId, Map<String, Integer> ids, int id, String name, T each) {
        if (byId.get(id) != null || ids.put(name, id) != null) {
            throw new IllegalArgumentException("another one has the id or the name of " + each);
        }
        return byId.plus(id, each);
    }

    /** Returns a directory with something in the place of what has its id, and the same name. */
    Directory<T> with(int id, T each) {
        return new Directory<>(byId.plus(id, each), ids);
    }

    public Optional<T> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<T> find(String name) {
        Integer id = ids.get(name);
        return id == null ? Optional.empty() : find(id.intValue());
    }

    /** Lists all by ascending id. */
    public List<T> all() {
        return byId.values();
    }
}
