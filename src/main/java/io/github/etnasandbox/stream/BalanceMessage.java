package io.github.etnasandbox.stream;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.world.Dialect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The balance of an account, or of a user's accounts together, as the streamer of data tells it.
 *
 * <p>Its numbers stand in {@code Items}, a text that is JSON again; those beside it are 0 in both samples. One public client
 * cannot read the last of them and works with a deployment all the same, so that AutoShares leaves it out: assumed.
 *
 * <p>Source: guide pages Streaming Data, Account Balances and User Balance, later editions. Assumed: what the API's own balance
 * does not have is made of what it has, see {@link #derived}.
 */
final class BalanceMessage {
    /** The figures in the order of the sample; a text is no figure of the API's own balance. */
    private static final List<Object> ITEMS = new ArrayList<>();

    private static final String OPEN_PL_DAY = "openPLDay";
    private static final String OPEN_PL_PERCENT = "openPLPercent";
    private static final String TOTAL_PL = "totalPL";
    private static final int PERCENT_DECIMALS = 2;

    static {
        for (BalanceFigure figure : BalanceFigure.values()) {
            ITEMS.add(figure);
            if (figure == BalanceFigure.OPEN_PL) {
                ITEMS.add(OPEN_PL_DAY);
                ITEMS.add(OPEN_PL_PERCENT);
            }
        }
        ITEMS.add(TOTAL_PL);
    }

    private BalanceMessage() {}

    /**
     * Spells the balance.
     *
     * @param key the id of the account or the user: of both it stands in {@code AccountId}
     * @param pendingOrders how many orders of those accounts are outstanding
     */
    static MessageText text(Entity entity, int key, List<Account> accounts, int pendingOrders, Dialect dialect) {
        MessageText text = MessageText.of(entity)
                .id("AccountId", key)
                .text("CashBalance", "0")
                .text("PendingCash", "0");
        if (dialect != Dialect.AUTOSHARES) {
            text.text("PendingOrdersCount", "0");
        }
        return text.text("Items", items(sums(accounts, pendingOrders)));
    }

    private static Map<BalanceFigure, BigDecimal> sums(List<Account> accounts, int pendingOrders) {
        Map<BalanceFigure, BigDecimal> sums = new EnumMap<>(BalanceFigure.class);
        for (BalanceFigure figure : BalanceFigure.values()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Account account : accounts) {
                sum = sum.add(account.figure(figure).orElse(BigDecimal.ZERO));
            }
            sums.put(figure, sum);
        }
        sums.put(BalanceFigure.PENDING_ORDERS_COUNT, BigDecimal.valueOf(pendingOrders));
        return sums;
    }

    private static String items(Map<BalanceFigure, BigDecimal> sums) {
        StringBuilder json = new StringBuilder("[");
        for (Object item : ITEMS) {
            BigDecimal value = item instanceof BalanceFigure figure ? sums.get(figure) : derived((String) item, sums);
            String name = item instanceof BalanceFigure figure ? figure.word() : (String) item;
            json.append(json.length() == 1 ? "" : ", ")
                    .append("{\"Name\": \"")
                    .append(name)
                    .append("\", \"Value\": ")
                    .append(spelled(value))
                    .append('}');
        }
        return json.append(']').toString();
    }

    private static String spelled(@Nullable BigDecimal value) {
        return JsonNumber.spell(value == null ? BigDecimal.ZERO : value);
    }

    private static BigDecimal derived(String item, Map<BalanceFigure, BigDecimal> sums) {
        BigDecimal open = sums.getOrDefault(BalanceFigure.OPEN_PL, BigDecimal.ZERO);
        BigDecimal cost =
                sums.getOrDefault(BalanceFigure.MARKET_VALUE, BigDecimal.ZERO).subtract(open);
        return switch (item) {
            case OPEN_PL_PERCENT ->
                cost.signum() == 0
                        ? BigDecimal.ZERO
                        : open.movePointRight(2).divide(cost, PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
            case TOTAL_PL -> open.add(sums.getOrDefault(BalanceFigure.CLOSE_PL, BigDecimal.ZERO));
            default -> open;
        };
    }
}
