package io.github.etnasandbox.journal;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Exchanges of a world by number, as they were at one moment. Immutable.
 *
 * <pre>{@code
 * @SandboxTest
 * class RetryTest {
 *     @Test
 *     void an_order_is_canceled_once_however_often_it_is_asked(World world) {
 *         for (int i = 0; i < 2; i++) {
 *             Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
 *                     .header("Et-App-Key", "demo-app-key")
 *                     .header("Authorization", "Bearer admin-token")
 *                     .asEmpty();
 *         }
 *
 *         ExchangePattern cancel = ExchangePattern.of("DELETE", "/api/v1.0/accounts/6303/orders/73552");
 *         world.requests().verifyTimes(2, cancel);
 *         assertThat(world.requests().verifyOnce(cancel.status(204)).changes()).hasSize(1);
 *         assertThat(world.requests().verifyOnce(cancel.status(409)).reason()).contains("is Canceled");
 *     }
 * }
 * }</pre>
 */
public final class Exchanges extends AbstractList<Exchange> {
    private static final int NEAREST = 3;

    private final List<Exchange> all;
    private final long dropped;

    /**
     * Makes a view of exchanges.
     *
     * @param all the exchanges, unmodifiable
     * @param dropped how many older ones are not among them, 0 or more
     */
    public Exchanges(List<Exchange> all, long dropped) {
        this.all = all;
        this.dropped = dropped;
    }

    @Override
    public Exchange get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    /** {@return how many older exchanges the request journal has dropped, 0 or more} */
    public long dropped() {
        return dropped;
    }

    /**
     * {@return the exchanges that match}
     *
     * @param pattern which ones are meant
     */
    public Exchanges matching(ExchangePattern pattern) {
        return new Exchanges(all.stream().filter(pattern::matches).toList(), dropped);
    }

    /**
     * Requires exactly one exchange.
     *
     * @param pattern which one is meant
     * @return that one
     * @throws AssertionError when there is none, or another one; it shows what comes nearest and how that differs
     */
    public Exchange verifyOnce(ExchangePattern pattern) {
        return verifyTimes(1, pattern).get(0);
    }

    /**
     * Requires that there is no such exchange.
     *
     * @param pattern which one is meant
     * @throws AssertionError when there is one
     */
    public void verifyNone(ExchangePattern pattern) {
        verifyTimes(0, pattern);
    }

    /**
     * Requires a number of exchanges.
     *
     * @param times how many, 0 or more
     * @param pattern which ones are meant
     * @return those that match
     * @throws AssertionError when there are more or fewer; it shows them, or what comes nearest and how that differs
     */
    public Exchanges verifyTimes(int times, ExchangePattern pattern) {
        Exchanges found = matching(pattern);
        if (found.size() != times) {
            throw new AssertionError("expected " + pattern + " " + count(times) + ", found " + count(found.size())
                    + shown(found)
                    + (found.size() < times ? nearest(pattern) : "")
                    + (dropped == 0 ? "" : "\n" + dropped + " older ones were dropped"));
        }
        return found;
    }

    private static String count(int times) {
        return switch (times) {
            case 0 -> "never";
            case 1 -> "once";
            default -> times + " times";
        };
    }

    private static String shown(Exchanges found) {
        return found.stream().map(exchange -> "\n  " + exchange.line()).collect(Collectors.joining());
    }

    /**
     * {@return lines that show which exchanges come nearest to a pattern without matching it, and how they differ}
     *
     * @param pattern which ones are meant
     */
    public String nearest(ExchangePattern pattern) {
        String lines = all.stream()
                .filter(exchange -> !pattern.matches(exchange))
                .sorted(Comparator.comparing(
                        exchange -> pattern.differences(exchange).size()))
                .limit(NEAREST)
                .map(exchange -> "\n  " + exchange.line() + "\n    " + String.join(", ", pattern.differences(exchange)))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "\nthere is no other request" : "\nnearest are" + lines;
    }
}
