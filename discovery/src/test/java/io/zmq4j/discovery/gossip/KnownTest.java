package io.zmq4j.discovery.gossip;

import static io.zmq4j.discovery.gossip.Known.Outcome.FULL;
import static io.zmq4j.discovery.gossip.Known.Outcome.OLD;
import static io.zmq4j.discovery.gossip.Known.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which entries are believed, and for how long. */
class KnownTest {
    private static final long SECOND = 1_000_000_000;

    private final Known known = new Known();

    private static Entry entry(int owner, long version) {
        return Entry.sign(new ToySigning(owner), version, 10, "tcp://n" + owner, List.of());
    }

    @Test
    void onlyAHigherVersionReplaces() {
        assertThat(known.take(entry(1, 5), 0)).isEqualTo(TAKEN);
        assertThat(known.take(entry(1, 5), 0)).isEqualTo(OLD);
        assertThat(known.take(entry(1, 4), 0)).isEqualTo(OLD);
        assertThat(known.take(entry(1, 6), 0)).isEqualTo(TAKEN);
        assertThat(known.version(entry(1, 6).owner())).isEqualTo(6);
    }

    @Test
    void anEntryIsOverAfterItsTimeAndDoesNotComeBack() {
        known.take(entry(1, 5), 0);
        assertThat(known.expire(10 * SECOND - 1)).isEmpty();
        assertThat(known.expire(10 * SECOND)).extracting(Entry::version).containsExactly(5L);
        assertThat(known.take(entry(1, 5), 11 * SECOND)).isEqualTo(OLD);
        assertThat(known.take(entry(1, 6), 11 * SECOND)).isEqualTo(TAKEN);
    }

    @Test
    void whoWasIsForgottenAfterTenMinutes() {
        known.take(entry(1, 5), 0);
        known.expire(10 * SECOND);
        known.expire(610 * SECOND);
        assertThat(known.version(entry(1, 5).owner())).isZero();
    }

    @Test
    void inTheSecondHalfOfItsLifeItIsNotPassedOn() {
        Entry entry = entry(1, 5);
        known.take(entry, 0);
        assertThat(known.fresh(entry.owner(), 5 * SECOND)).isSameAs(entry);
        assertThat(known.fresh(entry.owner(), 5 * SECOND + 1)).isNull();
    }

    @Test
    void thoseWhoAreThereKeepTheirPlace() {
        for (int i = 0; i < Known.MOST; i++) {
            assertThat(known.take(entry(i, 1), 0)).isEqualTo(TAKEN);
        }
        assertThat(known.take(entry(-1, 1), 0)).isEqualTo(FULL);
        assertThat(known.take(entry(7, 2), 0)).isEqualTo(TAKEN);
        known.put(entry(-2, 1), 0);
        assertThat(known.size()).isEqualTo(Known.MOST + 1);
    }
}
