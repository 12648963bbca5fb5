package io.github.etnasandbox.state;

import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.user.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What is found by id and by name: the users of a world, or its securities. Immutable: a change shares what it does not
 * touch.
 */
public final class Directory<T> {
    private static final Directory<User> NO_USERS =
            new Directory<>(user -> user.id().value(), User::login, ById.empty(), TreePMap.empty());
    private static final Directory<Security> NO_SECURITIES = new Directory<>(
            security -> security.id().value(),
            Security::symbol,
            ById.empty(),
            TreePMap.empty(String.CASE_INSENSITIVE_ORDER));

    private final ToIntFunction<T> idOf;
    private final Function<T, String> nameOf;
    private final ById<T> byId;
    private final PMap<String, Integer> ids;

    private Directory(ToIntFunction<T> idOf, Function<T, String> nameOf, ById<T> byId, PMap<String, Integer> ids) {
        this.idOf = idOf;
        this.nameOf = nameOf;
        this.byId = byId;
        this.ids = ids;
    }

    /** Returns an empty directory of users, who are found by login. */
    public static Directory<User> ofUsers() {
        return NO_USERS;
    }

    /** Returns an empty directory of securities, which are found by symbol in whatever letter case. */
    public static Directory<Security> ofSecurities() {
        return NO_SECURITIES;
    }

    /** Adds something, or puts it in the place of what has its id. A name that another one has comes to it. */
    public Directory<T> plus(T each) {
        int id = idOf.applyAsInt(each);
        String name = nameOf.apply(each);
        T before = byId.get(id);
        if (before != null && !nameOf.apply(before).equals(name)) {
            return minus(id).plus(each);
        }
        return new Directory<>(idOf, nameOf, byId.plus(id, each), before == null ? ids.plus(name, id) : ids);
    }

    public Directory<T> minus(int id) {
        T before = byId.get(id);
        if (before == null) {
            return this;
        }
        String name = nameOf.apply(before);
        boolean named = Integer.valueOf(id).equals(ids.get(name));
        return new Directory<>(idOf, nameOf, byId.minus(id), named ? ids.minus(name) : ids);
    }

    /** Hands over what is not as it was in another directory, see {@link ById#forEachDifference}. */
    public void forEachDifference(Directory<T> before, ById.Difference<? super T> action) {
        byId.forEachDifference(before.byId, action);
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
