package io.github.etnasandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.state.TokenCommand.Issue;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenCommandTest {
    private static final State STATE =
            Snapshots.stateOf(Fixtures.named("docs").load()).withoutTokens(Set.of("expired-token"));
    private static final Instant NOW = STATE.clock();
    private static final UserId USER = new UserId(7001);

    @Test
    void a_world_that_is_full_of_tokens_drops_those_that_have_expired() {
        State full = full(NOW.plusSeconds(1));
        Transition<Token> issued = new Issue(USER, Duration.ofHours(1), false).applyTo(full, NOW.plusSeconds(1));
        assertThat(issued.state().tokens().keySet())
                .hasSize(STATE.tokens().size() + 1)
                .contains(issued.result().value());
    }

    @Test
    void a_world_that_is_full_of_good_tokens_drops_a_tenth_those_that_expire_first() {
        State full = full(NOW.plusSeconds(1));
        Transition<Token> issued = new Issue(USER, Duration.ofHours(1), false).applyTo(full, NOW);
        assertThat(issued.state().tokens().keySet())
                .hasSize(full.tokens().size() - TokenCommand.MOST / 10 + 1)
                .doesNotContain("filler-0")
                .contains("filler-" + (TokenCommand.MOST / 10), "admin-token");
    }

    @Test
    void no_token_outlives_what_can_be_printed() {
        Instant late = Instant.parse("9999-12-31T00:00:00Z");
        Token token = new Issue(USER, Duration.ofDays(36_525), false)
                .applyTo(STATE, late)
                .result();
        assertThat(token.expires()).isEqualTo("9999-12-31T23:59:59.999999900Z");
    }

    /** The state with as many more tokens as it may have, each expiring a nanosecond after the one before. */
    private static State full(Instant firstExpires) {
        State full = STATE;
        for (int i = 0; i < TokenCommand.MOST; i++) {
            full = full.with(
                    new Token("filler-" + i, USER, firstExpires.minusNanos(TokenCommand.MOST - i), false, false));
        }
        return full;
    }
}
