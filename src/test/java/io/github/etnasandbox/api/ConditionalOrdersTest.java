package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.order;
import static io.github.etnasandbox.api.Calls.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OCO, OTO and OTOCO groups, and combinations. The statuses of a group are told root first, then its legs. */
@SandboxTest
class ConditionalOrdersTest {
    private static final String LEG = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':10,'Price':100}";
    private static final String SELL = LEG.replace("Buy", "Sell").replace("100", "200");
    private static final String OCO = "{'Type':'OneCancelOther','Legs':[" + LEG + "," + SELL + "]}";
    private static final String OTO = "{'Type':'OneTriggerOther','Legs':[" + LEG + "," + SELL + "]}";
    private static final String OTOCO =
            "{'Type':'OneTriggerOneCancelOther','Legs':[" + LEG + "," + SELL + "," + SELL + "]}";
    private static final String COMBINATION = "{'Symbol':'','Type':'Limit','Side':'Buy','Quantity':2,'Price':5,'Legs':["
            + "{'Symbol':'AAPL','Side':'Buy','Quantity':200},"
            + "{'Symbol':'AAPL  190503C00165000','Side':'Sell','Quantity':2}]}";

    @ParameterizedTest
    @ValueSource(strings = {"OCO", "OTO", "OTOCO", "COMBINATION"})
    void legs_are_orders_of_their_own_inside_their_parent(String kind, World world) {
        var answer = place(world, body(kind));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"Status\":\"PendingNew\"").doesNotContain("\"Status\":\"New\"");
        List<Order> group = group(world, answer);
        String parent = order(world, group.get(0).id().value()).getBody();
        for (Order leg : group.subList(1, group.size())) {
            String read = order(world, leg.id().value()).getBody();
            assertThat(read).contains("\"ParentId\":" + group.get(0).id() + ",");
            assertThat(parent).contains(read);
        }
    }

    @Test
    void legs_are_not_listed_beside_their_parent(World world) {
        List<Order> group = group(world, place(world, OCO));
        String list = get(world, "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=100", "admin-token")
                .getBody();
        assertThat(list).endsWith("\"TotalCount\":6}");
        assertThat(list.split("\"Id\":" + group.get(1).id() + ",", -1)).hasSize(2);
    }

    /** What is done to the group, a step a word: f, c, r, e for fill, cancel, reject and expire, p for a part, and whom. */
    @ParameterizedTest
    @CsvSource({
        "OCO,         '',       New New New",
        "OCO,         f1,       Filled Filled Canceled",
        "OCO,         f2,       Filled Canceled Filled",
        "OCO,         p1,       New PartiallyFilled Canceled",
        "OCO,         p1 f1,    Filled Filled Canceled",
        "OCO,         c1,       New Canceled New",
        "OCO,         c1 c2,    Canceled Canceled Canceled",
        "OCO,         c1 f2,    Filled Canceled Filled",
        "OCO,         r1,       New Rejected New",
        "OCO,         c0,       Canceled Canceled Canceled",
        "OCO,         e0,       DoneForDay DoneForDay DoneForDay",
        "OCO,         r0,       Rejected Rejected Rejected",
        "OTO,         '',       New New Held",
        "OTO,         p1,       New PartiallyFilled Held",
        "OTO,         f1,       New Filled New",
        "OTO,         f1 f2,    Filled Filled Filled",
        "OTO,         f1 c2,    Canceled Filled Canceled",
        "OTO,         c1,       Canceled Canceled Canceled",
        "OTO,         r1,       Canceled Rejected Canceled",
        "OTO,         e1,       Canceled DoneForDay Canceled",
        "OTO,         c2,       New New Canceled",
        "OTO,         c0,       Canceled Canceled Canceled",
        "OTO,         f1 c0,    Canceled Filled Canceled",
        "OTOCO,       '',       New New Held Held",
        "OTOCO,       f1,       New Filled New New",
        "OTOCO,       f1 f2,    Filled Filled Filled Canceled",
        "OTOCO,       f1 p3,    New Filled Canceled PartiallyFilled",
        "OTOCO,       f1 c2,    New Filled Canceled New",
        "OTOCO,       f1 c2 f3, Filled Filled Canceled Filled",
        "OTOCO,       c1,       Canceled Canceled Canceled Canceled",
        "OTOCO,       c0,       Canceled Canceled Canceled Canceled",
        "COMBINATION, '',       New New New",
        "COMBINATION, f0,       Filled Filled Filled",
        "COMBINATION, p0,       PartiallyFilled PartiallyFilled PartiallyFilled",
        "COMBINATION, c1,       Canceled Canceled Canceled",
        "COMBINATION, c0,       Canceled Canceled Canceled",
    })
    void what_happens_to_one_has_its_consequences(String kind, String steps, String statuses, World world) {
        var answer = place(world, body(kind));
        for (String step : steps.isEmpty() ? new String[0] : steps.split(" ", -1)) {
            int id = group(world, answer).get(step.charAt(1) - '0').id().value();
            switch (step.charAt(0)) {
                case 'f' -> world.fill(id);
                case 'p' -> world.fill(id, 1);
                case 'r' -> world.reject(id, "no");
                case 'e' -> world.expire(id);
                default ->
                    assertThat(cancel(world, id, "admin-token").getStatus()).isEqualTo(204);
            }
        }
        assertThat(statuses(world, answer)).isEqualTo(statuses);
    }

    @Test
    void the_first_leg_that_the_quotes_fill_leaves_the_other_canceled(World world) {
        world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(true));
        String marketable = LEG.replace("100", "500");
        var answer = place(world, "{'Type':'OneCancelOther','Legs':[" + marketable + "," + marketable + "]}");
        assertThat(statuses(world, answer)).isEqualTo("Filled Filled Canceled");
    }

    @ParameterizedTest
    @CsvSource({"OneTriggerOther, 1, New Filled New", "OneTriggerOneCancelOther, 2, New Filled New New"})
    void a_trigger_that_the_quotes_fill_wakes_the_others(String type, int others, String statuses, World world) {
        world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(true));
        String legs = LEG.replace("100", "500") + ("," + SELL).repeat(others);
        var answer = place(world, "{'Type':'" + type + "','Legs':[" + legs + "]}");
        assertThat(statuses(world, answer)).isEqualTo(statuses);
    }

    @Test
    void of_two_that_are_triggered_and_filled_by_the_quotes_one_is_left(World world) {
        world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(true));
        var answer = place(world, OTOCO.replace("200", "100"));
        assertThat(statuses(world, answer)).isEqualTo("New New Held Held");
        world.fill(group(world, answer).get(1).id().value());
        assertThat(statuses(world, answer)).isEqualTo("Filled Filled Filled Canceled");
    }

    @Test
    void a_trigger_that_is_filled_at_once_or_not_at_all_ends_all_when_it_is_not(World world) {
        var answer = place(world, OTO.replaceFirst("'Price'", "'TimeInForce':'FillOrKill','Price'"));
        assertThat(statuses(world, answer)).isEqualTo("Canceled Canceled Canceled");
    }

    @Test
    void a_combination_needs_no_side_and_no_quantity_of_its_own(World world) {
        var answer = place(
                world,
                "{'Symbol':'','Type':'Market','Legs':[{'Symbol':'AAPL','Side':'Sell','Quantity':1},"
                        + "{'Symbol':'GOOG','Side':'Buy','Quantity':2}]}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"Quantity\":1,", "\"Side\":\"Sell\"");
        assertThat(world.order(Integer.parseInt(member(answer, "Id"))).status().word())
                .isEqualTo("New");
    }

    @Test
    void a_combination_is_executed_in_proportion(World world) {
        var answer = place(world, COMBINATION);
        world.fill(group(world, answer).get(0).id().value(), 1.0, 5.0);
        assertThat(group(world, answer)).extracting(Order::executedQuantity).containsExactly(1.0, 100.0, 1.0);
    }

    @Test
    void a_group_counts_as_one_pending_order(World world) {
        int before = pendingOrders(world);
        var answer = place(world, OTOCO);
        assertThat(pendingOrders(world)).isEqualTo(before + 1);
        cancel(world, group(world, answer).get(0).id().value(), "admin-token");
        assertThat(pendingOrders(world)).isEqualTo(before);
    }

    @Test
    void a_group_expires_as_a_whole(World world) {
        var answer = place(world, OTOCO);
        world.advance(Duration.ofDays(2));
        assertThat(statuses(world, answer)).isEqualTo("DoneForDay DoneForDay DoneForDay DoneForDay");
    }

    @Test
    void a_world_with_groups_is_read_as_it_was_written(World world) {
        var oco = place(world, OCO);
        place(world, OTO);
        place(world, COMBINATION);
        world.fill(group(world, oco).get(1).id().value(), 3);
        byte[] written = written(world.snapshot());
        assertThat(written(Fixtures.document("written", written).load()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(written, StandardCharsets.UTF_8));
    }

    private static String body(String kind) {
        return switch (kind) {
            case "OCO" -> OCO;
            case "OTO" -> OTO;
            case "OTOCO" -> OTOCO;
            default -> COMBINATION;
        };
    }

    private static List<Order> group(World world, HttpResponse<String> placed) {
        Order root = world.order(Integer.parseInt(member(placed, "Id")));
        List<Order> group = new ArrayList<>(List.of(root));
        for (OrderId leg : root.legs()) {
            group.add(world.order(leg.value()));
        }
        return group;
    }

    private static String statuses(World world, HttpResponse<String> placed) {
        return String.join(
                " ",
                group(world, placed).stream()
                        .map(order -> member(order(world, order.id().value()), "Status"))
                        .toList());
    }

    private static int pendingOrders(World world) {
        return Integer.parseInt(member(get(world, "/v1.0/accounts/6303/info", "admin-token"), "pendingOrdersCount"));
    }

    private static byte[] written(Seed seed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            seed.write(out);
        } catch (IOException e) {
            throw new AssertionError("bytes in memory cannot fail", e);
        }
        return out.toByteArray();
    }
}
