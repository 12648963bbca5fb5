package io.github.etnasandbox.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All users of a world, by id and by login. Immutable: nothing in the API changes a user.
 */
public final class Users {
    private final Map<Integer, User> byId;
    private final Map<String, User> byLogin;

    private Users(Map<Integer, User> byId, Map<String, User> byLogin) {
        this.byId = byId;
        this.byLogin = byLogin;
    }

    /**
     * Makes the directory of the given users.
     *
     * @param users users with distinct ids and logins
     * @return the directory
     * @throws IllegalArgumentException when two users share an id or a login
     */
    public static Users of(Collection<User> users) {
        Map<Integer, User> byId = new TreeMap<>();
        Map<String, User> byLogin = new HashMap<>();
        for (User user : users) {
            if (byId.put(user.id().value(), user) != null || byLogin.put(user.login(), user) != null) {
                throw new IllegalArgumentException("two users share the id or the login of " + user);
            }
        }
        return new Users(byId, byLogin);
    }

    /**
     * Looks a user up by id.
     *
     * @param id the id
     * @return the user, empty when there is none
     */
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    /**
     * Looks a user up by login.
     *
     * @param login the login, letter case included
     * @return the user, empty when there is none
     */
    public Optional<User> findByLogin(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    /**
     * Lists all users.
     *
     * @return the users by ascending id, unmodifiable
     */
    public List<User> all() {
        return Collections.unmodifiableList(new ArrayList<>(byId.values()));
    }
}
