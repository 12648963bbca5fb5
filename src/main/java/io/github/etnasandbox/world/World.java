package io.github.etnasandbox.world;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.StreamMessage;
import io.github.etnasandbox.order.DueEvent;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.stage.StandingFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One isolated universe inside a sandbox: its state, its clock, its ids. What happens in one world is invisible in
 * another. {@link io.github.etnasandbox.Sandbox} makes worlds.
 *
 * <p>Safe for use by many threads. Every change is made wholly or not at all, and as if no other was made beside it; what
 * the reading methods return are immutable values that later changes do not touch.
 */
public interface World extends VenueControl, WebhookControl, AutoCloseable {

    /** {@return {@code default} for the world at the root, otherwise what stands behind {@code /worlds/} in its URLs} */
    String id();

    /**
     * {@return the base URL to give to a client of the API, absolute, without a trailing slash; {@code /v1.0/…} and
     * {@code /token} go behind it}
     */
    String apiUrl();

    /**
     * {@return the base URL of this world's control routes, absolute, without a trailing slash; {@code /reset} and the
     * others go behind it}
     */
    String controlUrl();

    /** {@return what is fixed for this world's whole life} */
    WorldSettings settings();

    /**
     * Holds the next request that matches, so that something else can happen first. A gate that nobody releases lets go
     * after {@link Gate#DEFAULT_HOLD}; {@link #hold} takes another limit and other patterns.
     *
     * @param method the request's method, one of {@link RequestPattern#METHODS}
     * @param path its path inside this world, in the spelling of {@link io.github.etnasandbox.stage.PathPattern}
     * @param point where it waits
     * @return the gate, open
     * @throws IllegalArgumentException when the method or the path is not as it must be
     * @throws IllegalStateException when there are too many gates, or this world was dropped
     */
    default Gate holdNext(String method, String path, GatePoint point) {
        return hold(RequestPattern.of(method, path), point, Gate.DEFAULT_HOLD);
    }

    /**
     * Holds the next request that matches, as {@link #holdNext} does. A request that was held goes on without meeting other
     * gates of the same point.
     *
     * @param match which requests are meant
     * @param point where it waits
     * @param limit how long it waits at most, in real time; more than zero, at most {@link Gate#LONGEST_HOLD}
     * @return the gate, open
     * @throws IllegalArgumentException when the limit is out of its range
     * @throws IllegalStateException when there are too many gates, or this world was dropped
     */
    Gate hold(RequestPattern match, GatePoint point, Duration limit);

    /**
     * {@return the gates that are not released, and the last of those that are, in the order they were made; a reset removes
     * them}
     */
    List<Gate> gates();

    /**
     * Disturbs requests to this world. When there are {@link Fault#LIMIT} faults, the oldest that has struck as often as it
     * may is removed.
     *
     * @param fault which requests, how, and how often
     * @return the fault in force, behind those that are there
     * @throws IllegalStateException when there are too many that may strike still, or this world was dropped
     */
    StandingFault inject(Fault fault);

    /** {@return the faults in force, in the order they were made; a reset removes all but the seed's} */
    List<StandingFault> faults();

    /** Removes all faults, the seed's too until the next reset, and lets go what waits because of them. */
    void clearFaults();

    /**
     * Puts everything back to the seed: state, clock, ids, issued tokens, faults. Takes the same time whatever the world's
     * size. Gates are removed, and what gates or faults held goes on in the world as it is then. Named snapshots and the
     * request journal are forgotten.
     */
    void reset();

    /**
     * Gives this world another seed and starts it from there, as a reset does.
     *
     * @param seed the new seed, which later resets come back to
     */
    void reseed(Seed seed);

    /** {@return the seed that a reset would come back to, shared with other worlds} */
    Seed seed();

    /**
     * Keeps what this world is now. Takes the same time, and no memory to speak of, whatever the world's size.
     *
     * @return what {@link #restore} puts back, here or in another world; a new world can begin with it as well
     */
    Seed snapshot();

    /**
     * Returns what this world was right after a request. The request journal keeps that beside the request, in up to a half
     * of its bytes.
     *
     * @param request the number of the request in the journal
     * @return a snapshot, as {@link #snapshot} would have made it then
     * @throws java.util.NoSuchElementException when it is not kept; the message says how far back it goes
     */
    Seed snapshotAfter(long request);

    /**
     * Puts a snapshot back: state, clock, ids, tokens. Takes the same time whatever the world's size. What a reset comes
     * back to stays what it is, and so do gates, faults and named snapshots.
     *
     * @param snapshot what {@link #snapshot} returned, of this world or another one
     */
    void restore(Seed snapshot);

    /** {@return the present instant of this world's clock} */
    Instant now();

    /**
     * Moves this world's clock forward. What is due on the way happens, each at its instant: the venue's answers, and the
     * expiry of orders.
     *
     * @param by how far, zero or more
     * @return what happened, in order
     * @throws IllegalArgumentException when it would move back, or past the year 9999
     * @throws IllegalStateException when this world's clock is the real one
     */
    List<DueEvent> advance(Duration by);

    /**
     * {@return an order as it is now}
     *
     * @param orderId the order's id
     * @throws NoSuchElementException when this world has no such order
     */
    Order order(int orderId);

    /** {@return the orders of all accounts as they are now, by ascending id, unmodifiable} */
    List<Order> orders();

    /**
     * {@return an account as it is now}
     *
     * @param accountId the account's id
     * @throws NoSuchElementException when this world has no such account
     */
    Account account(int accountId);

    /**
     * {@return the positions of an account as they are now, by ascending id, unmodifiable; those that were closed have
     * quantity 0}
     *
     * @param accountId the account's id
     * @throws NoSuchElementException when this world has no such account
     */
    List<Position> positions(int accountId);

    /**
     * {@return the position of an account in a security as it is now; empty when it never had one}
     *
     * @param accountId the account's id
     * @param symbol the security's symbol, in whatever letter case
     * @throws NoSuchElementException when this world has no such account, or no such security
     */
    Optional<Position> position(int accountId, String symbol);

    /**
     * {@return what a security trades at now; empty when it has no quote}
     *
     * @param symbol the security's symbol, in whatever letter case
     * @throws NoSuchElementException when this world has no such security
     */
    Optional<Quote> quote(String symbol);

    /**
     * {@return what was booked on an account, by ascending id, unmodifiable}
     *
     * @param accountId the account's id
     * @throws NoSuchElementException when this world has no such account
     */
    List<Transaction> transactions(int accountId);

    /**
     * Ends a token's time, as if it had passed.
     *
     * @param token what a client sends
     * @throws NoSuchElementException when this world does not know it
     */
    void expireToken(String token);

    /**
     * Takes a token back, as a logout does.
     *
     * @param token what a client sends
     * @throws NoSuchElementException when this world does not know it
     */
    void revokeToken(String token);

    /**
     * Forgets all tokens but the seed's, as a server does that keeps them in memory and is started again.
     *
     * @return how many were forgotten
     */
    int forgetTokens();

    /**
     * {@return the last requests to this world's API and what came of each, as the request journal has them now; a reset
     * empties it}
     */
    Exchanges requests();

    /** Empties the request journal. Numbers of exchanges start from 1 again. */
    void forgetRequests();

    /**
     * Waits until there are requests that match.
     *
     * @param pattern which ones
     * @param limit how much real time to wait at most
     * @return those that match by then; none when the time is up, this world is dropped or the thread is interrupted
     */
    Exchanges awaitRequests(ExchangePattern pattern, Duration limit);

    /**
     * Waits until a request has been answered; returns at once when one has been already.
     *
     * @param pattern which one
     * @param limit how much real time to wait at most
     * @return the first that matches
     * @throws AssertionError when there is none by then; it shows what comes nearest and how that differs
     */
    default Exchange awaitRequest(ExchangePattern pattern, Duration limit) {
        Exchanges found = awaitRequests(pattern, limit);
        if (found.isEmpty()) {
            throw new AssertionError(
                    "there was no " + pattern + " within " + limit + requests().nearest(pattern));
        }
        return found.get(0);
    }

    /** {@return the last messages on connections to this world's streamers, at most 5,000, in the order they went} */
    List<StreamMessage> messages();

    /**
     * Waits until a message has been sent to a client of this world's streamers; returns at once when one has been already.
     *
     * @param wanted which one, such as {@code StreamMessage.of("Order", 6303)}
     * @param limit how much real time to wait at most
     * @return the first that is wanted
     * @throws AssertionError when there is none by then; it shows the last messages
     */
    StreamMessage awaitEvent(Predicate<StreamMessage> wanted, Duration limit);

    /**
     * Drops this world from its sandbox: its URLs answer 404 from now on. The default world lives as long as its sandbox,
     * so that closing it does nothing. Closing twice does nothing either.
     */
    @Override
    void close();
}
