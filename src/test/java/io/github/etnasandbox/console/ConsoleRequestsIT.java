package io.github.etnasandbox.console;

import static io.github.etnasandbox.console.ConsoleIT.cancel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.world.World;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Finding and taking away what was asked. */
@BrowserTest
class ConsoleRequestsIT {
    private static final String FIRST_ROW = ".rows tbody tr:nth-child(1)";

    @Test
    void a_filter_stands_in_the_address_and_outlives_a_reload(World world, Browser browser) {
        cancel(world, 73552);
        cancel(world, 73552);
        cancel(world, 75302);
        browser.open(world, "");
        browser.see(".rows", "75302");

        browser.fill("Filter requests", "Status", "409");
        browser.enter();
        browser.seeNo(".rows", "75302");
        browser.see(FIRST_ROW, "409");
        assertThat(browser.address()).contains("status=409");

        browser.reload();
        browser.see(FIRST_ROW, "409");
        browser.press("Clear filter");
        browser.see(".rows", "75302");
        browser.fill("Filter requests", "Path", "orders/75302");
        browser.enter();
        browser.see(FIRST_ROW, "75302");
        browser.seeNo(".rows", "73552");
    }

    @Test
    void a_filter_that_makes_no_sense_is_told(World world, Browser browser) {
        browser.open(world, "?view=requests&path=%2Fa**b");
        browser.see(".rows", "it must be a path pattern such as");
    }

    @Test
    void a_refusal_shows_what_was_nearly_right(World world, Browser browser) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-kye")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
        browser.open(world, "?view=requests&id=1");
        browser.see(".detail", "near miss: ");
    }

    @Test
    void a_request_is_copied_as_curl_java_fixture_and_repro_with_its_credentials(World world, Browser browser) {
        cancel(world, 73552);
        browser.open(world, "?view=requests&id=1");

        browser.press("Copy as curl");
        browser.see(".copied", "curl -i -X DELETE '" + world.apiUrl() + "/v1.0/accounts/6303/orders/73552'");
        browser.see(".copied", "-H 'Authorization: Bearer admin-token'");
        browser.press("Copy as Java");
        browser.see(".copied", "URI.create(world.apiUrl() + \"/v1.0/accounts/6303/orders/73552\")");
        browser.see(".copied", ".header(\"Et-App-Key\", \"demo-app-key\")");
        browser.press("Copy as fixture");
        browser.see(".copied", "{\"Id\":73552,");
        browser.press("Copy all as repro");
        browser.see(".copied", "{\"repro\":1,");
    }

    @Test
    void keys_go_through_the_rows_to_the_filter_and_to_the_help(World world, Browser browser) {
        cancel(world, 73552);
        cancel(world, 75302);
        browser.open(world, "");
        browser.see(".rows", "75302");

        browser.keys("jj");
        browser.keys(Keys.ENTER);
        browser.see(".detail", "Request 2");
        browser.keys("k");
        browser.keys(Keys.ENTER);
        browser.see(".detail", "Request 1");
        browser.keys(Keys.ESCAPE);
        browser.await("the detail is closed", () -> browser.count(".detail") == 0);
        browser.keys("?");
        browser.see("dialog", "to the filter");
        browser.keys(Keys.ESCAPE);
        browser.await("the help is closed", () -> browser.count("dialog") == 0);
        browser.keys("/");
        browser.keys("orders/75302", Keys.ENTER);
        browser.seeNo(".rows", "73552");
        assertThat(browser.address()).contains("path=**%2Forders%2F75302");
    }
}
