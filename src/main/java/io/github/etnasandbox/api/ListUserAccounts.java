package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccessType;
import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.MarginType;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.Optional;

/**
 * {@code GET /v1.0/users/{userId}/accounts}: the accounts a user has access to, by ascending id. {@code @me} is the caller.
 *
 * <p>An administrator's list has every account, as {@code Full} where the fixture says nothing else: assumed, since their
 * client would find no account otherwise. In the documented sample {@code Id} is the user's id; clients and later samples
 * use it as the account's id, and so do we.
 *
 * <p>Source: guide page List User's Accounts.
 */
final class ListUserAccounts {
    /** An account, and what the user may do there. */
    private record Listed(Account account, AccessType access) {}

    private static final Shape<Listed> SHAPE = Shape.keeping("UserAccount", listed -> KeptFields.NONE);

    static {
        SHAPE.required("Id", Kinds.INT32, listed -> listed.account().id().value());
        SHAPE.required("ClearingAccount", Kinds.TEXT, listed -> listed.account().clearingAccount());
        SHAPE.required("AccessType", Kinds.words(AccessType.values()), Listed::access);
        SHAPE.required(
                "MarginType",
                Kinds.words(MarginType.values()),
                listed -> listed.account().marginType());
        SHAPE.required("Enabled", Kinds.FLAG, listed -> listed.account().enabled());
        SHAPE.kept("Alias", Kinds.KEPT_TEXT);
    }

    static final Kind<Listed> KIND = Kinds.written(SHAPE);

    private ListUserAccounts() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        User caller = admission.reader();
        UserId userId = path.userId(caller, admission);
        User user = admission.user(userId);
        admission.requireReading(caller, user);

        return admission.answer(Answer.USER_ACCOUNTS.response("accounts", json(admission.state(), user)));
    }

    static String json(State state, User user) {
        return JsonObjectWriter.spellArray(json -> {
            for (Account account : state.accounts().values()) {
                Optional<AccessType> access = account.accessOf(user.id());
                if (access.isPresent() || user.administrator()) {
                    write(account, access.orElse(AccessType.FULL), json);
                }
            }
        });
    }

    /** Fields that are only kept, such as {@code Alias}, come last. A kept {@code AccessType} belongs to no user. */
    private static void write(Account account, AccessType access, JsonObjectWriter json) {
        json.begin();
        SHAPE.write(new Listed(account, access), json);
        json.kept(account.kept(), name -> !name.equals("AccessType")).end();
    }
}
