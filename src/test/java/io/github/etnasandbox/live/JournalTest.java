package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    static final State STATE = Snapshots.stateOf(Fixtures.named("docs").load());
    private static final int ROOM_FOR_TWO = 2 * Journal.weight(exchange("/api"));

    @Test
    void numbers_rise_from_1() {
        Journal journal = new Journal(WorldSettings.DEFAULTS.journalBytes(), null);
        add(journal, exchange("/a"));
        add(journal, exchange("/b"));

        assertThat(journal.exchanges()).extracting(Exchange::number).containsExactly(1L, 2L);
    }

    @Test
    void the_oldest_are_dropped_and_counted_when_there_is_no_room() {
        Journal journal = new Journal(ROOM_FOR_TWO, null);
        for (int i = 0; i < 5; i++) {
            add(journal, exchange("/api"));
        }

        assertThat(journal.exchanges()).extracting(Exchange::number).containsExactly(4L, 5L);
        assertThat(journal.exchanges().dropped()).isEqualTo(3);
    }

    @Test
    void an_exchange_that_has_no_room_at_all_is_dropped_itself() {
        Journal journal = new Journal(ROOM_FOR_TWO, null);
        add(journal, exchange("/a"));
        add(journal, exchange("/" + "a".repeat(ROOM_FOR_TWO)));

        assertThat(journal.exchanges()).isEmpty();
        assertThat(journal.exchanges().dropped()).isEqualTo(2);
    }

    @Test
    void what_was_read_stays_what_it_is() {
        Journal journal = new Journal(WorldSettings.DEFAULTS.journalBytes(), null);
        add(journal, exchange("/a"));
        Exchanges before = journal.exchanges();
        add(journal, exchange("/b"));

        assertThat(before).hasSize(1);
    }

    @Test
    void a_reader_reads_each_exchange_once() {
        Journal journal = new Journal(ROOM_FOR_TWO, null);
        add(journal, exchange("/1"));
        Journal.Reader reader = journal.reader();

        assertThat(paths(reader.next())).containsExactly("/1");
        assertThat(reader.next()).isEmpty();
        add(journal, exchange("/2"));
        assertThat(paths(reader.next())).containsExactly("/2");
        add(journal, exchange("/3"));
        add(journal, exchange("/4"));
        add(journal, exchange("/5"));
        assertThat(paths(reader.next())).as("what is kept still").containsExactly("/4", "/5");
        add(journal, exchange("/6"));
        journal.clear(null, 0);
        add(journal, exchange("/7"));
        assertThat(paths(reader.next())).as("what came after all was forgotten").containsExactly("/7");
    }

    private static List<String> paths(Exchanges exchanges) {
        return exchanges.stream().map(exchange -> exchange.request().path()).toList();
    }

    @Test
    void only_the_beginning_of_a_long_body_is_kept_with_its_length() {
        Exchange.Body body = Exchange.Body.of(new byte[Exchange.Body.LIMIT + 1]);

        assertThat(body.text()).hasSize(Exchange.Body.LIMIT);
        assertThat(body.bytes()).isEqualTo(Exchange.Body.LIMIT + 1);
        assertThat(body.isWhole()).isFalse();
    }

    static Exchange exchange(String path) {
        Exchange.Request request =
                new Exchange.Request("GET", path, "http://x", null, List.of(), Exchange.Body.NONE, false);
        Exchange.Response response = new Exchange.Response(200, List.of(), Exchange.Body.NONE);
        return new Exchange(0, Instant.EPOCH, request, response, null, List.of(), List.of(), null, List.of());
    }

    static void add(Journal journal, Exchange exchange) {
        journal.add(exchange, null, new Applied<>(STATE, STATE, exchange.at(), 0, STATE), List.of());
    }
}
