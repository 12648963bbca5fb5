package io.github.etnasandbox.state;

import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.user.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What nothing in the API changes, by id and by name: the users of a world, or its securities. Immutable. */
public final class Directory<T> {
    private final Map<Integer, T> byId = new TreeMap<>();
    private final Map<String, T> byName;

    private Directory(Map<String, T> byName) {
        this.byName = byName;
    }

    /** By login; an IllegalArgumentException when two users share an id or a login. */
    public static Directory<User> ofUsers(Collection<User> users) {
        Directory<User> directory = new Directory<>(new HashMap<>());
        for (User user : users) {
            directory.add(user.id().value(), user.login(), user);
        }
        return directory;
    }

    /** By symbol in whatever letter case; an IllegalArgumentException when two securities share an id or a symbol. */
    public static Directory<Security> ofSecurities(Collection<Security> securities) {
        Directory<Security> directory = new Directory<>(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        for (Security security : securities) {
            directory.add(security.id().value(), security.symbol(), security);
        }
        return directory;
    }

    private void add(int id, String name, T each) {
        if (byId.put(id, each) != null || byName.put(name, each) != null) {
            throw new IllegalArgumentException("another one has the id or the name of " + each);
        }
    }

    public Optional<T> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<T> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Lists all by ascending id. */
    public List<T> all() {
        return List.copyOf(byId.values());
    }
}
