package io.github.etnasandbox.api;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code GET /v1.0/users/{userId}/info}: what is known of a user. {@code @me} is the caller.
 *
 * <p>The answer has the fields that the fixture gives the user: the documented ones in the documented order, then all
 * others, such as {@code Role} and {@code DateOfBirth} of later editions. The sandbox's own fields, such as the password,
 * are never shown.
 *
 * <p>Source: guide page Get User's Info; AutoShares' OpenAPI document ({@code @me}).
 */
final class GetUserInfo {
    private static final Set<String> BEFORE_LOGIN = Set.of("FirstName", "MiddleName", "LastName");

    private GetUserInfo() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        User caller = admission.reader();
        UserId userId = path.userId(caller, admission);
        User user = admission.user(userId);
        admission.requireReading(caller, user);

        return admission.answer(Answer.USER_INFO.response("user", json(user)));
    }

    /** Describes the answer: what the sandbox knows itself is always there, what fixtures may give when they do. */
    static Map<String, Object> schema(Schemas schemas) {
        return schemas.named("UserInfo", () -> {
            Map<String, Object> text = Kinds.TEXT.schema(schemas);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("UserId", Kinds.INT32.schema(schemas));
            for (String name : List.of("FirstName", "MiddleName", "LastName", "Login", "Email")) {
                properties.put(name, text);
            }
            properties.put("AddedDate", Kinds.KEPT_DATE.schema(schemas));
            properties.put("Salutation", text);
            properties.put("Suffix", text);
            properties.put("Role", Kinds.KEPT_INTEGER.schema(schemas));
            return Schemas.object(properties, List.of("UserId", "Login"), true);
        });
    }

    static String json(User user) {
        return JsonObjectWriter.spell(json -> json.value("UserId", user.id().value())
                .kept(user.kept(), BEFORE_LOGIN::contains)
                .text("Login", user.login())
                .kept(user.kept(), name -> !BEFORE_LOGIN.contains(name)));
    }
}
