package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.api.AnswerExamples.Example;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks that decided an answer, as it carries them. */
class ChecksTest {
    private static final State SEED = Snapshots.stateOf(Fixtures.named("docs").load());
    private static final String KEY = "Et-App-Key: demo-app-key";
    private static final String ADMIN = "Authorization: Bearer admin-token";

    @Test
    void a_good_cancel_passes_every_check() {
        ApiResponse canceled = answer("DELETE /v1.0/accounts/6303/orders/73552", KEY, ADMIN);
        assertThat(canceled.reason()).isNull();
        assertThat(canceled.checks()).allMatch(Check::passed);
        assertThat(lines(canceled))
                .containsExactly(
                        "app key: the app key is known and enabled",
                        "route: the path fits /v{version}/accounts/{accountId}/orders/{orderId}",
                        "version: version 1.0 is served",
                        "method: the route takes DELETE (documented: Cancel Order)",
                        "token: the token is of user admin (7001) and never expires",
                        "role: user admin (7001) is an administrator",
                        "ids: accountId is 6303, orderId is 73552",
                        "account: account 6303 exists",
                        "access: user admin (7001) is an administrator, who has access to every account",
                        "order: order 73552 is on account 6303",
                        "status: order 73552 is New, which is outstanding");
    }

    @Test
    void an_account_holder_has_access_where_an_administrator_has_a_role() {
        ApiResponse canceled = answer(
                call(Dialect.CURRENT, "DELETE /v1.0/accounts/6303/orders/73552", "", KEY, bearer("trader-token")));
        assertThat(lines(canceled))
                .contains("access: user trader (7125) has Full access to account 6303")
                .noneMatch(line -> line.startsWith("role: "));
    }

    @Test
    void a_good_login_and_a_good_list_tell_what_was_sent() {
        assertThat(lines(answer("POST /token", KEY, "Username: admin", "Password: admin-password")))
                .endsWith("login: header Password is the password of user admin (7001), who is enabled");
        assertThat(lines(answer("GET /v1.0/accounts/6303/orders?pageNumber=0&pageSize=2", KEY, ADMIN)))
                .contains("query: pageNumber is there, pageSize is there", "query: page 0 of 2 orders a page");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_refusal_is_the_last_check_of_its_chain(Example example) {
        ApiResponse response = answer(example);
        assertThat(response.answer()).isEqualTo(example.answer());
        int count = response.checks().size();
        Check last = response.checks().get(count - 1);
        assertThat(response.checks().subList(0, count - 1))
                .allMatch(Check::passed)
                .allMatch(check -> check.remedy() == null && check.nearMiss() == null);
        assertThat(last.passed()).isEqualTo(response.status() < 400);
        assertThat(last.remedy() == null).isEqualTo(last.passed());
        assertThat(response.reason()).isEqualTo(last.passed() ? null : last.line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            app key | the app key is unknown | a known one differs in one character | DELETE /v1.0/accounts/6303/orders/73552 | Et-App-Key: demo-app-kex
            route | no route /v1.0/account/6303/info | did you mean /v1.0/accounts/6303/info? | GET /v1.0/account/6303/info | Et-App-Key: demo-app-key
            route | no route /accounts/6303/info | a version is missing, as in /v1.0/accounts/6303/info | GET /accounts/6303/info | Et-App-Key: demo-app-key
            query | query parameter pageSize is missing | 'pagesise' was sent | GET /v1.0/accounts/6303/orders?pageNumber=0&pagesise=1 | Et-App-Key: demo-app-key
            user | there is no user 6303 | 6303 is an account's id | GET /v1.0/users/6303/info | Et-App-Key: demo-app-key
            account | there is no account 7125 | 7125 is a user's id | GET /v1.0/accounts/7125/info | Et-App-Key: demo-app-key
            order | there is no order 1 | | GET /v1.0/accounts/6303/orders/1 | Et-App-Key: demo-app-key
            """)
    void what_is_nearly_right_is_told_by_itself(
            String name, String facts, String nearMiss, String request, String appKey) {
        ApiResponse refused = answer(request, appKey, ADMIN);
        Check failed = refused.checks().get(refused.checks().size() - 1);
        assertThat(failed.name()).isEqualTo(name);
        assertThat(failed.facts()).isEqualTo(facts);
        assertThat(failed.nearMiss()).isEqualTo(nearMiss);
        assertThat(refused.reason()).isEqualTo(nearMiss == null ? facts : facts + "; " + nearMiss);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE /v1.0/accounts/6303/orders/1     | use an id that GET /v1.0/accounts/{accountId}/orders lists for this account
            DELETE /v1.0/accounts/6688/orders/73552 | name account 6303 in the path, or an order of account 6688
            DELETE /v1.0/accounts/6303/orders/75225 | cancel only what is outstanding
            DELETE /v2.0/accounts/6303/orders/73552 | write the version v1.0 in the path
            GET /v1.0/accounts/6303/orders          | send query parameter pageNumber
            """)
    void the_remedy_fits_the_failure(String request, String remedy) {
        ApiResponse refused = answer(request, KEY, ADMIN);
        assertThat(refused.checks().get(refused.checks().size() - 1).remedy()).isEqualTo(remedy);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void no_check_tells_a_credential_not_even_one_that_was_sent(Example example) {
        ApiResponse response = answer(example);
        List<String> secrets = Stream.concat(known(), sent(example)).toList();
        for (Check check : response.checks()) {
            assertThat(secrets).as("%s", check).noneMatch(secret -> (check.line() + check.remedy()).contains(secret));
        }
    }

    @Test
    void every_criterion_is_one_that_a_request_can_fail() {
        Set<String> failed = new TreeSet<>();
        Stream<ApiResponse> before = Stream.of(
                ApiCall.noSuchWorld("http://sandbox/worlds/9", "9"),
                ApiCall.contentTooLarge(1),
                ApiCall.sandboxFault(new IllegalStateException()));
        Stream.concat(before, examples().map(ChecksTest::answer))
                .filter(response -> response.reason() != null)
                .forEach(response -> failed.add(
                        response.checks().get(response.checks().size() - 1).name()));
        assertThat(failed)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Criterion.values()).map(Criterion::word).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void every_criterion_has_a_name_and_a_remedy(Criterion criterion) {
        assertThat(criterion.word()).matches("[a-z ]+");
        assertThat(criterion.remedy()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void an_answer_has_a_word() {
        assertThat(Answer.NOT_OUTSTANDING.rule().name()).isEqualTo("not-outstanding");
        assertThat(Answer.values()).extracting(answer -> answer.rule().name()).doesNotHaveDuplicates();
    }

    @Test
    void two_evaluations_of_a_call_share_nothing() {
        ApiCall call = call(Dialect.DOCUMENTED, "DELETE /v1.0/accounts/6303/orders/73552", "", KEY, ADMIN);
        assertThat(answer(call)).isEqualTo(answer(call));
    }

    @Test
    void a_token_that_expires_tells_when() {
        var login = call(Dialect.DOCUMENTED, "POST /token", "", KEY, "Username: admin", "Password: admin-password")
                .applyTo(SEED, SEED.clock());
        String token = login.result().body().replaceAll(".*\"Token\":\"|\"}", "");
        ApiCall read = call(Dialect.DOCUMENTED, "GET /v1.0/users/@me/info", "", KEY, bearer(token));
        assertThat(lines(read.applyTo(login.state(), SEED.clock()).result()))
                .contains(
                        "token: the token is of user admin (7001) and good until 2019-01-22T15:30:00Z",
                        "ids: userId is @me, the token's user 7001");
    }

    @Test
    void what_the_venue_says_of_a_sync_cancel_is_a_check_like_any_other() {
        ApiCall sync = call(Dialect.DOCUMENTED, "DELETE /v1.0/accounts/6303/syncorders/73552", "", KEY, ADMIN);
        assertThat(lines(answer(sync))).endsWith("venue: the venue has spoken, order 73552 is Canceled");

        ApiResponse silent =
                sync.applyTo(withNextCancel(CancelOutcome.HOLD), SEED.clock()).result();
        assertThat(silent.reason()).startsWith("the venue has not spoken about order 73552 in time");
        ApiResponse reset =
                Objects.requireNonNull(silent.pending()).answer(SEED).orElseThrow();
        assertThat(reset.reason()).isEqualTo("the world was reset before the venue spoke");
        assertThat(reset.checks().subList(0, reset.checks().size() - 1))
                .isEqualTo(silent.checks().subList(0, silent.checks().size() - 1));
    }

    @Test
    void the_answer_that_comes_later_has_the_checks_from_before() {
        var asked = call(Dialect.DOCUMENTED, "DELETE /v1.0/accounts/6303/syncorders/73552", "", KEY, ADMIN)
                .applyTo(withNextCancel(CancelOutcome.HOLD), SEED.clock());
        State spoken = VenueInstruction.of(new OrderId(73552), VenueEvent.REJECT_CANCEL)
                .applyTo(asked.state(), SEED.clock())
                .state();
        ApiResponse later =
                Objects.requireNonNull(asked.result().pending()).answer(spoken).orElseThrow();
        assertThat(later.answer()).isEqualTo(Answer.CANCEL_REJECTED);
        assertThat(lines(later))
                .startsWith("app key: the app key is known and enabled")
                .endsWith(
                        "status: order 73552 is New, which is outstanding",
                        "venue: the venue refused to cancel order 73552, which is New");
    }

    /** The examples that come as far as the API: a body that is too large is not read. */
    static Stream<Example> examples() {
        return AnswerExamples.all().stream().filter(example -> example.answer() != Answer.CONTENT_TOO_LARGE);
    }

    private static ApiResponse answer(Example example) {
        ApiCall call = call(
                example.dialect(),
                example.request(),
                example.json(),
                example.headers().toArray(String[]::new));
        State state = withNextCancel(example.nextCancel());
        for (int i = 0; i < example.earlier(); i++) {
            state = call.applyTo(state, SEED.clock()).state();
        }
        return call.applyTo(state, SEED.clock()).result();
    }

    private static ApiResponse answer(String request, String... headers) {
        return answer(call(Dialect.DOCUMENTED, request, "", headers));
    }

    private static ApiResponse answer(ApiCall call) {
        return call.applyTo(SEED, SEED.clock()).result();
    }

    private static State withNextCancel(CancelOutcome outcome) {
        return SEED.with(SEED.venue().withNextCancel(outcome));
    }

    private static ApiCall call(Dialect dialect, String request, String json, String... headers) {
        List<HeaderField> fields = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(": ");
            fields.add(new HeaderField(header.substring(0, colon), header.substring(colon + 2)));
        }
        String[] parts = request.split("[ ?]", -1);
        return new ApiCall(
                new ApiRequest(
                        parts[0],
                        parts[1],
                        "http://sandbox" + parts[1],
                        parts.length > 2 ? parts[2] : null,
                        new Headers(fields),
                        Content.of(json.getBytes(StandardCharsets.UTF_8))),
                WorldSettings.DEFAULTS.withDialect(dialect));
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    private static List<String> lines(ApiResponse response) {
        return response.checks().stream()
                .map(check -> check.name() + ": " + check.line())
                .toList();
    }

    /** What the world keeps secret. */
    private static Stream<String> known() {
        Stream<String> ofUsers = SEED.users().all().stream()
                .flatMap(user -> Stream.of(Optional.of(user.password()), Optional.ofNullable(user.verificationCode())))
                .flatMap(Optional::stream);
        return Stream.of(ofUsers, SEED.appKeys().keySet().stream(), SEED.tokens().keySet().stream())
                .flatMap(secrets -> secrets);
    }

    /** What a client sends as a secret, be it none; what is too short could stand anywhere. */
    private static Stream<String> sent(Example example) {
        return example.headers().stream()
                .filter(header -> header.matches("(Et-App-Key|Authorization|Password|VerificationCode): .*"))
                .map(header -> header.substring(header.lastIndexOf(' ') + 1))
                .filter(value -> value.length() > 3);
    }
}
