package io.github.etnasandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.stream.StreamClient;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

/** What stands in a world is text to the console, whoever has put it there. */
@BrowserTest
class ConsoleTextIT {
    private static final String EVIL = "<img src=x onerror=document.title='evil'>";

    @Test
    void whatever_is_in_a_world_is_text(Sandbox sandbox, Browser browser) throws Exception {
        String document = """
                {"appKeys": [{"key": "<b>key</b>"}], "users": [{"UserId": 2, "Login": "EVIL", "password": "EVIL", "administrator": true}],
                 "accounts": [{"Id": 1}], "tokens": [{"token": "<b>token</b>", "UserId": 2}],
                 "orders": [{"Id": 1, "AccountId": 1, "UserId": 2, "Quantity": 1, "Side": "Buy", "Status": "New",
                   "Symbol": "EVIL", "Description": "EVIL"}]}
                """.replace("EVIL", EVIL);
        Seed seed = Fixtures.document("evil", document.getBytes(StandardCharsets.UTF_8))
                .load();
        try (World world = sandbox.newWorld(seed);
                StreamClient client = StreamClient.login(world, "data", EVIL, EVIL)) {
            client.send("{\"Cmd\": \"" + EVIL + "\"}");
            client.next();
            Unirest.get(world.apiUrl() + "/v1.0/%3Cimg%3E?" + "q=%3Cimg%20src=x%3E")
                    .header("Et-App-Key", EVIL)
                    .header("X-Evil", EVIL)
                    .asEmpty();
            for (String query : new String[] {
                "?view=orders&id=1",
                "?view=requests&id=2",
                "?view=messages&id=2",
                "?view=reference&id=getUserInfo",
                "?view=world"
            }) {
                browser.open(world, query);
                if (query.contains("reference")) {
                    browser.press("200: example of user-info");
                }
                browser.see("main", query.contains("requests") ? "%3Cimg%3E" : EVIL);
                assertThat(browser.number("document.querySelectorAll('img, dd b, td b').length"))
                        .isZero();
            }
            assertThat(browser.run("return document.title")).isEqualTo("world · " + world.id() + " · etna-sandbox");
        }
    }

    @Test
    void a_control_key_is_asked_for_once_and_goes_with_whatever_the_page_does(Browser browser) {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withControlKey("sesame"))) {
            World world = sandbox.world();
            browser.visit(world.controlUrl().replace("http://", "http://me:sesame@") + "?view=orders&id=73552");
            browser.see(".detail", "Buy 150 AAPL");
            browser.press("Cancel order");
            browser.hear("DELETE /v1.0/accounts/6303/orders/73552: 204");
            browser.press("Expire");
            browser.hear("Refused: order 73552 is Canceled");
        }
    }
}
