package io.github.etnasandbox.api;

import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.User;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /token}: log in with the headers {@code Username} and {@code Password}. When the user's login has a second
 * step, log in again with {@code VerificationCode}, and the interim token of the first step in {@code Authorization}.
 *
 * <p>Source: guide pages Requesting Tokens and Two-Factor Authentication. Assumed: after a wrong code the interim token is
 * still good for another try; after the right one it is not.
 */
final class RequestToken {
    /** The header fields of a login, besides those of every request. */
    enum Header implements Word {
        USERNAME("Username", "The login of a user"),
        PASSWORD("Password", "The user's password"),
        VERIFICATION_CODE("VerificationCode", "The code of the second step, where the login has one");

        private final String word;
        private final String description;

        Header(String word, String description) {
            this.word = word;
            this.description = description;
        }

        @Override
        public String word() {
            return word;
        }

        String description() {
            return description;
        }
    }

    private RequestToken() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        User user = user(admission);
        String verificationCode = user.verificationCode();
        if (verificationCode == null) {
            return issue(admission, admission.state(), user, false);
        }
        Optional<String> sentCode = header(admission, Header.VERIFICATION_CODE, Criterion.CODE);
        if (sentCode.isEmpty()) {
            return issue(admission, admission.state(), user, true);
        }
        Token interim = admission.interimTokenOf(user);
        if (!sentCode.get().equals(verificationCode)) {
            throw Answer.WRONG_VERIFICATION_CODE.refusal(Criterion.CODE.failed("header VerificationCode is not the"
                    + " verificationCode of user " + user.login() + " in the fixtures"));
        }
        admission.pass(Criterion.CODE, "header VerificationCode is the verificationCode of user " + user.login());
        return issue(admission, admission.state().without(interim), user, false);
    }

    private static User user(Admission admission) {
        String login = header(admission, Header.USERNAME, Criterion.LOGIN)
                .orElseThrow(() -> refused("header Username is missing or empty"));
        String password = header(admission, Header.PASSWORD, Criterion.LOGIN)
                .orElseThrow(() -> refused("header Password is missing or empty"));
        User user = admission
                .state()
                .users()
                .find(login)
                .orElseThrow(() -> refused("there is no user with the login '" + login + "'"));
        if (!user.password().equals(password)) {
            throw refused("header Password is not the password of user " + login);
        }
        if (!user.enabled()) {
            throw refused("user " + login + " is disabled");
        }
        admission.pass(
                Criterion.LOGIN, "header Password is the password of " + Admission.named(user) + ", who is enabled");
        return user;
    }

    private static Refused refused(String reason) {
        return Answer.INVALID_CREDENTIALS.refusal(Criterion.LOGIN.failed(reason));
    }

    private static Transition<ApiResponse> issue(Admission admission, State state, User user, boolean interim) {
        Answer answer = interim ? Answer.VERIFICATION_EXPECTED : Answer.TOKEN_ISSUED;
        return new TokenCommand.Issue(user.id(), admission.settings().tokenLifetime(), interim)
                .applyTo(state, admission.now())
                .map(token -> answer.response("token", token.value()));
    }

    /** The value of a header that is sent at most once; empty when it is missing or empty. */
    private static Optional<String> header(Admission admission, Header header, Criterion criterion) {
        List<String> sent = admission.headers().all(header.word());
        if (sent.size() > 1) {
            throw Answer.INVALID_CREDENTIALS.refusal(
                    criterion.failed("header " + header.word() + " was sent " + sent.size() + " times"));
        }
        return sent.stream().findFirst().filter(value -> !value.isEmpty());
    }
}
