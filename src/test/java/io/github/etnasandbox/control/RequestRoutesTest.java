package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest
class RequestRoutesTest {
    @Test
    void a_request_is_told_with_its_answer_and_the_rule(World world) {
        cancel(world, 75301);

        assertThat(get(world, "/requests").getBody())
                .isEqualTo("{\"requests\":[{\"number\":1,\"at\":\"2019-01-21T15:30:00Z\",\"method\":\"DELETE\","
                        + "\"path\":\"/api/v1.0/accounts/6303/orders/75301\",\"query\":null,\"status\":409,"
                        + "\"reason\":\"order 75301 is Filled; only outstanding orders can be cancelled\","
                        + "\"rule\":\"not-outstanding\",\"provenance\":\"documented\",\"source\":\"guide page Cancel"
                        + " Order: rejected; reference: 409; the empty body is assumed\",\"changes\":[],"
                        + "\"fault\":null}],\"matching\":1,\"dropped\":0,\"statesFrom\":1}\n");
    }

    @Test
    void what_a_request_changed_is_told_field_by_field(World world) {
        cancel(world, 73552);

        assertThat(get(world, "/requests").getBody())
                .contains("\"changes\":[{\"order\":73552,\"new\":false,\"fields\":{")
                .contains("\"LeavesQuantity\":{\"before\":150,\"after\":0}")
                .contains("\"Status\":{\"before\":\"New\",\"after\":\"Canceled\"}")
                .doesNotContain("\"Quantity\":");
    }

    @Test
    void a_new_order_has_nothing_before(World world) {
        ofTheApi(Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                .header("Content-Type", "application/json")
                .body("{\"Symbol\": \"AAPL\", \"Type\": \"Market\", \"Side\": \"Buy\", \"Quantity\": 1}"));

        assertThat(get(world, "/requests").getBody())
                .contains("\"new\":true,\"fields\":{\"Id\":{\"before\":null,")
                .contains("\"Quantity\":{\"before\":null,\"after\":1}");
    }

    @Test
    void a_credential_in_a_long_answer_is_not_in_the_journal(World world) {
        for (int i = 0; i < 10; i++) {
            ofTheApi(Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                    .header("Content-Type", "application/json")
                    .body("{\"Symbol\": \"AAPL\", \"Type\": \"Market\", \"Side\": \"Buy\", \"Quantity\": 1,"
                            + " \"ClientId\": \"admin-token\"}"));
        }
        ofTheApi(Unirest.get(world.apiUrl() + "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=50"));

        assertThat(get(world, "/requests/11").getBody()).contains("ClientId").doesNotContain("admin-token");
    }

    @Test
    void no_credential_is_in_the_journal_and_equal_ones_can_be_told(World world) {
        String token = Unirest.post(world.apiUrl() + "/token")
                .header("Et-App-Key", "demo-app-key")
                .header("Username", "admin")
                .header("Password", "admin-password")
                .asString()
                .getBody()
                .replaceAll(".*\"Token\":\"([^\"]+)\".*", "$1");
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer " + token)
                .asString();

        String login = get(world, "/requests/1").getBody();
        String cancel = get(world, "/requests/2").getBody();
        String har = get(world, "/requests.har").getBody();

        assertThat(login + cancel + har).doesNotContain("demo-app-key", "admin-password", token);
        String fingerprint = login.replaceAll("(?s).*\\\\\"Token\\\\\":\\\\\"(sha256:[0-9a-f]{8})\\\\\".*", "$1");
        assertThat(cancel).contains("Bearer " + fingerprint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization | admin-token Bearer
            Authorization | Basic admin-token
            EtAppKey      | demo-app-key
            Pasword       | admin-password
            X-Auth-Token  | admin-token
            X-Trace       | token=admin-token;key=demo-app-key
            Cookie        | session=admin-token
            """)
    void a_credential_in_a_wrong_field_is_in_no_journal_and_no_reason(String name, String value, World world) {
        var answer = Unirest.post(world.apiUrl() + "/token?key=demo-app-key&token=admin-token")
                .header(name, value)
                .body("{\"Password\": \"admin-password\", \"key\": \"demo-app-key\"}")
                .asString();
        assertThat(answer.getHeaders().getFirst("Sandbox-Reason"))
                .doesNotContain("admin-token", "demo-app-key", "admin-password");

        String shown = get(world, "/requests/1").getBody()
                + get(world, "/requests/1/explanation").getBody()
                + get(world, "/requests.har").getBody();
        assertThat(shown).doesNotContain("admin-token", "demo-app-key", "admin-password");
    }

    @ParameterizedTest
    @CsvSource({
        "method=DELETE, 1 2",
        "method=GET, 3",
        "path=**/orders/73552, 1 3",
        "status=409, 2",
        "order=75301, 2",
        "rule=canceled, 1",
        "after=2, 3",
        "limit=2, 1 2",
        "limit=2&newest=true, 2 3",
        "newest, 1 2 3",
        "method=DELETE&status=204, 1",
        "status=404, ''",
    })
    void requests_are_selected_by_the_query(String query, String numbers, World world) {
        cancel(world, 73552);
        cancel(world, 75301);
        ofTheApi(Unirest.get(world.apiUrl() + "/v1.0/accounts/6303/orders/73552"));

        assertThat(numbers(get(world, "/requests?" + query))).isEqualTo(numbers);
    }

    @Test
    void reading_does_not_consume(World world) {
        cancel(world, 73552);

        assertThat(get(world, "/requests").getBody())
                .isEqualTo(get(world, "/requests").getBody())
                .contains("73552");
    }

    @Test
    void control_requests_are_not_in_the_journal(World world) {
        get(world, "/health");
        get(world, "/state");

        assertThat(numbers(get(world, "/requests"))).isEmpty();
    }

    @Test
    void one_waits_until_a_request_that_matches_was_answered(World world) throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = Unirest.get(
                        world.controlUrl() + "/requests?order=73552&await=PT30S")
                .asStringAsync();
        cancel(world, 75301);
        cancel(world, 73552);

        assertThat(waiting.get().getBody()).contains("\"status\":204");
    }

    @Test
    void when_the_time_is_up_there_is_none(World world) {
        assertThat(get(world, "/requests?await=PT0S").getBody())
                .isEqualTo("{\"requests\":[],\"matching\":0,\"dropped\":0}\n");
    }

    @Test
    void forgetting_starts_from_1_again(World world) {
        cancel(world, 73552);
        int status = Unirest.delete(world.controlUrl() + "/requests").asString().getStatus();
        cancel(world, 75301);

        assertThat(status).isEqualTo(204);
        assertThat(numbers(get(world, "/requests"))).isEqualTo("1");
    }

    @Test
    void a_reset_empties_the_journal(World world) {
        cancel(world, 73552);
        world.reset();

        assertThat(numbers(get(world, "/requests"))).isEmpty();
    }

    @Test
    void a_world_sees_only_its_own_requests(World world, Sandbox sandbox) {
        try (World other = sandbox.newWorld()) {
            cancel(other, 73552);
        }
        assertThat(numbers(get(world, "/requests"))).isEmpty();
    }

    @Test
    void a_gate_that_held_a_request_is_told(World world) throws Exception {
        var gate = world.holdNext("DELETE", "**", GatePoint.BEFORE_CHECKS);
        gate.release();
        var second = world.holdNext("DELETE", "**", GatePoint.BEFORE_CHECKS);
        var cancel = Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .asStringAsync();
        second.awaitArrival(Duration.ofSeconds(5));
        second.release();
        cancel.get();

        assertThat(get(world, "/requests/1").getBody()).contains("\"gates\":[\"2\"]");
    }

    @Test
    void the_archive_has_an_entry_for_each_request(World world) {
        ofTheApi(Unirest.get(world.apiUrl() + "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1"));

        assertThat(get(world, "/requests.har").getBody())
                .startsWith("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"etna-sandbox\"")
                .contains("\"url\":\"" + world.apiUrl() + "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1\"")
                .contains("\"queryString\":[{\"name\":\"pageNumber\",\"value\":\"0\"}")
                .contains("\"mimeType\":\"application/json; charset=utf-8\",\"text\":\"{\\\"Result\\\":[");
    }

    @Test
    void an_unknown_number_is_told_with_those_there_are(World world) {
        cancel(world, 73552);

        HttpResponse<String> answer = get(world, "/requests/7");

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getBody()).contains("there is no request 7 in this world's journal; kept are 1 to 1");
    }

    @Test
    void all_that_is_wrong_with_a_query_is_told_at_once(World world) {
        HttpResponse<String> answer = get(world, "/requests?staus=3&limit=0&path=orders&newest=yes&await=5s");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody())
                .contains(
                        "did you mean 'status'?",
                        "limit is '0'",
                        "path is 'orders'",
                        "newest is 'yes'",
                        "await is '5s'");
    }

    /** The numbers of the requests that an answer lists. */
    private static String numbers(HttpResponse<String> answer) {
        return Pattern.compile("\"number\":(\\d+)")
                .matcher(answer.getBody())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }

    private static void cancel(World world, int order) {
        ofTheApi(Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + order));
    }

    private static void ofTheApi(HttpRequest<?> request) {
        VenueCalls.ofTheApi(request);
    }

    private static HttpResponse<String> get(World world, String path) {
        return VenueCalls.get(world, path);
    }
}
