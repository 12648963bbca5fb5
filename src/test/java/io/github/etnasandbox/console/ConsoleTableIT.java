package io.github.etnasandbox.console;

import static io.github.etnasandbox.console.ConsoleIT.cancel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

/** Lists that are long, and lists that change while somebody reads. */
@BrowserTest
class ConsoleTableIT {
    private static final String FIRST_IN_SIGHT = """
            (() => {
              const box = document.querySelector('.rows').getBoundingClientRect();
              const row = [...document.querySelectorAll('.rows tbody tr[data-key]')]
                .find(each => each.getBoundingClientRect().top >= box.top + 28);
              return Number(row.dataset.key) * 100000 + Math.round(row.getBoundingClientRect().top);
            })()""";

    private static World withOrders(Sandbox sandbox, int orders) {
        String document = IntStream.rangeClosed(1, orders)
                .mapToObj(id ->
                        "{\"Id\": " + id + ", \"AccountId\": 1, \"UserId\": 2, \"Quantity\": 100, \"Side\": \"Buy\","
                                + " \"Status\": \"New\"}")
                .collect(Collectors.joining(
                        ",\n",
                        "{\"appKeys\": [{\"key\": \"demo-app-key\"}], \"users\": [{\"UserId\": 2, \"Login\": \"admin\","
                                + " \"password\": \"p\", \"administrator\": true}], \"accounts\": [{\"Id\": 1}],"
                                + " \"tokens\": [{\"token\": \"admin-token\", \"UserId\": 2}], \"orders\": [",
                        "]}"));
        return sandbox.newWorld(Fixtures.document("many", document.getBytes(StandardCharsets.UTF_8))
                .load());
    }

    private static void ask(World world, int times) {
        for (int i = 0; i < times; i++) {
            Unirest.get(world.apiUrl() + "/v1.0/users/@me/info").asEmpty();
        }
    }

    @Test
    void of_a_hundred_thousand_orders_only_those_in_sight_are_in_the_page(Sandbox sandbox, Browser browser) {
        try (World world = withOrders(sandbox, 100_000)) {
            browser.open(world, "?view=orders");
            browser.see(".rows", "New");
            assertThat(browser.number("document.querySelectorAll('.rows tbody tr').length"))
                    .isLessThan(80);

            browser.run("document.querySelector('.rows').scrollTop = 28 * 50000");
            browser.await("the middle is shown", () -> browser.count("tr[data-key='50005']") == 1);
            browser.press("Follow: off");
            browser.await("the end is shown", () -> browser.count("tr[data-key='100000']") == 1);
            assertThat(browser.number("document.querySelectorAll('.rows tbody tr').length"))
                    .isLessThan(80);
        }
    }

    @Test
    void the_end_is_followed_until_somebody_scrolls_away(World world, Browser browser) {
        ask(world, 100);
        browser.open(world, "");
        browser.await("the end is shown", () -> browser.count("tr[data-key='100']") == 1);
        ask(world, 10);
        browser.press("Refresh");
        browser.await("the new end is shown", () -> browser.count("tr[data-key='110']") == 1);

        browser.run("document.querySelector('.rows').scrollTop = 28 * 20");
        browser.see(".filter", "Follow: off");
    }

    @Test
    void a_live_update_never_moves_the_row_that_is_read(World like, Sandbox sandbox, Browser browser) {
        // a request journal so small that each new request drops an old one
        try (World world = sandbox.newWorld(like.seed(), like.settings().withJournalBytes(400_000))) {
            ask(world, 300);
            browser.open(world, "");
            browser.see(".rows", "/users/@me/info");
            browser.run("document.querySelector('.rows').scrollTop = 28 * 30");
            browser.see(".filter", "Follow: off");
            browser.await(
                    "rows are there",
                    () -> browser.number("document.querySelectorAll('.rows tr[data-key]').length") > 20);
            long before = browser.number(FIRST_IN_SIGHT);
            long kept = world.requests().size();

            ask(world, 12);
            assertThat(world.requests().size()).isLessThan((int) kept + 12);
            browser.press("Refresh");
            browser.see(".filter", world.requests().dropped() + " older dropped");
            browser.await("the same row is at the same place", () -> browser.number(FIRST_IN_SIGHT) == before);
        }
    }

    @Test
    void a_row_that_is_read_stays_when_rows_above_it_leave_the_filter(Sandbox sandbox, Browser browser) {
        try (World world = withOrders(sandbox, 300)) {
            browser.open(world, "?view=orders&status=New");
            browser.see(".rows", "New");
            browser.run("document.querySelector('.rows').scrollTop = 28 * 100");
            browser.await("rows are there", () -> browser.count("tr[data-key='105']") == 1);
            long before = browser.number(FIRST_IN_SIGHT);

            for (int id = 10; id < 15; id++) {
                world.expire(id);
            }
            browser.press("Refresh");
            browser.await(
                    "five rows less",
                    () -> browser.number("Number(document.querySelector('.rows table').getAttribute('aria-rowcount'))")
                            == 296);
            assertThat(browser.number(FIRST_IN_SIGHT)).isEqualTo(before);
        }
    }

    @Test
    void two_tabs_show_their_own_worlds_at_once(World first, Sandbox sandbox, Browser browser) {
        try (World second = sandbox.newWorld()) {
            browser.open(first, "");
            String tab = browser.newTab();
            browser.width(1280, 800);
            browser.open(second, "");
            cancel(first, 73552);
            cancel(second, 75302);
            browser.press("Refresh");
            browser.see(".rows", "75302");
            browser.seeNo(".rows", "73552");
            browser.closeTab(tab);
            browser.press("Refresh");
            browser.see(".rows", "73552");
            browser.seeNo(".rows", "75302");
        }
    }
}
