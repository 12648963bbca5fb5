package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccessType;
import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1.0/accounts/{accountId}}, one account; {@code GET /v1.0/accounts/all}, a page of all that the caller may view;
 * and {@code GET /v1.0/accounts/{accountId}/users}, who has access to one.
 *
 * <p>{@code mask} of a page is looked for in the account's number and in its names, mail and phone, as far as the fixture
 * gives them to the account.
 *
 * <p>Source: guide pages Get Trading Account Info by ID, List Account Users and, later, Get All Accounts.
 */
final class GetAccount {
    private static final List<String> MASKED = List.of("FirstName", "LastName", "Email", "Phone");

    private static final ListQuery.Kind<Account> KIND = new ListQuery.Kind<>(
            "accounts",
            AccountJson.LANGUAGE,
            AccountJson.fields(),
            QueryParameter.PROPERTY_NAME,
            QueryParameter.IS_ASCENDING,
            false);

    private GetAccount() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        Account account = admission.listedAccount(path.accountId(admission));
        Answer answer = Difference.ACCOUNT.in(admission.dialect());
        return admission.answer(answer.response(
                "account", AccountJson.object(account), "accountlist", AccountJson.array(List.of(account))));
    }

    static Transition<ApiResponse> answerAll(Admission admission, PathParameters path) {
        User caller = admission.reader();
        ListQuery<Account> asked = ListQuery.of(KIND, admission);
        String mask = folded(admission.query().first(QueryParameter.MASK).orElse(""));
        ListQuery.Page<Account> page = asked.of(admission.state().accounts().values().stream()
                .filter(account ->
                        caller.administrator() || account.accessOf(caller.id()).isPresent())
                .filter(account -> has(account, mask))
                .toList());
        return admission.answer(
                asked.answer(Answer.ACCOUNTS, "accountlist", AccountJson.array(page.records()), page, admission));
    }

    static Transition<ApiResponse> answerUsers(Admission admission, PathParameters path) {
        admission.reader();
        Account account = admission.viewedAccount(path.accountId(admission));
        return admission.answer(Answer.ACCOUNT_USERS.response("accountusers", users(admission.state(), account)));
    }

    private static boolean has(Account account, String mask) {
        return Stream.concat(
                        Stream.of(account.clearingAccount()),
                        MASKED.stream().map(name -> folded(AccountJson.keptText(account, name))))
                .anyMatch(text -> folded(text).contains(mask));
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    static String users(State state, Account account) {
        return JsonObjectWriter.spellArray(json -> {
            account.access().forEach((UserId id, AccessType access) -> {
                User user = state.user(id).orElseThrow();
                json.begin()
                        .raw("UserModel", GetUserInfo.json(user))
                        .value("AccountAccessType", access)
                        .end();
            });
        });
    }

    static Map<String, Object> usersSchema(Schemas schemas) {
        return schemas.named("AccountUser", () -> {
            Map<String, Object> members = Schemas.of(
                    "UserModel",
                    GetUserInfo.schema(schemas),
                    "AccountAccessType",
                    Kinds.words(AccessType.values()).schema(schemas));
            return Schemas.object(members, List.copyOf(members.keySet()), false);
        });
    }
}
