package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snapshot and updates, in virtual time. */
class FollowerTest {
    private static final long BEAT = 1_000;
    private static final long SILENCE = 3_000;
    private static final KeyValue HUGZ = KeyValue.of(Chp.HUGZ_MESSAGE, 0).orElseThrow();

    private final List<String> done = new ArrayList<>();
    private long now = Long.MAX_VALUE - 2_000;
    private final Follower follower = new Follower(
            new Follower.Target() {
                @Override
                public void ask() {
                    done.add("ask");
                }

                @Override
                public void askAgain() {
                    done.add("ask again");
                }

                @Override
                public void replace(Store snapshot, long sequence) {
                    done.add("have " + snapshot.size() + " at " + sequence);
                }

                @Override
                public void apply(KeyValue update) {
                    done.add(update.sequence() + ": " + update.key());
                }

                @Override
                public void lost() {
                    done.add("lost");
                }
            },
            () -> new Store(new Bounds(2, 10_000)),
            true,
            BEAT,
            SILENCE,
            now);

    private static KeyValue entry(String key, long sequence) {
        return KeyValue.update(key, Message.of("x").first(), KeyValue.NONE).withSequence(sequence);
    }

    private void published(KeyValue update) {
        follower.published(update, now);
    }

    private void end(long sequence) {
        follower.synced(KeyValue.of(Chp.end(sequence, KeyValue.NONE), 0).orElseThrow(), now);
    }

    private void pass(long time) {
        now += time;
        follower.onTime(now);
    }

    @Test
    void aSnapshotIsAskedForWhenThePublisherIsHeardAndNotBefore() {
        pass(BEAT);
        assertThat(done).isEmpty();
        published(HUGZ);

        assertThat(done).containsExactly("ask");
        assertThat(follower.state()).isEqualTo(Follower.State.SYNCING);
    }

    @Test
    void whatIsPublishedMeanwhileFollowsTheSnapshotUnlessItIsInIt() {
        published(HUGZ);
        published(entry("a", 5));
        follower.synced(entry("a", 5), now);
        published(entry("b", 6));
        end(5);
        published(entry("c", 7));

        assertThat(done).containsExactly("ask", "have 1 at 5", "6: b", "7: c");
    }

    @Test
    void theUpdateThatIsHeardFirstCountsToo() {
        published(entry("a", 5));
        end(4);

        assertThat(done).containsExactly("ask", "have 0 at 4", "5: a");
    }

    @Test
    void whatIsNotNewerIsDiscardedAndSoIsAHugz() {
        published(HUGZ);
        end(5);
        published(entry("a", 5));
        published(HUGZ);
        published(entry("a", 6));
        published(entry("a", 6));

        assertThat(done).containsExactly("ask", "have 0 at 5", "6: a");
    }

    @Test
    void aServerThatIsSilentIsLostInWhateverState() {
        pass(SILENCE - 1);
        assertThat(done).isEmpty();
        pass(1);
        assertThat(done).containsExactly("lost");
        published(HUGZ);
        pass(SILENCE);
        assertThat(done).containsExactly("lost");
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedAgainAndThenLostAlthoughItIsHeard() {
        published(HUGZ);
        for (int i = 0; i < 3; i++) {
            published(HUGZ);
            pass(BEAT);
        }

        assertThat(done).containsExactly("ask", "ask again", "ask again", "lost");
    }

    @Test
    void aLargeSnapshotTakesItsTime() {
        published(HUGZ);
        for (int i = 0; i < 10; i++) {
            pass(SILENCE - 1);
            follower.synced(entry("a", i), now);
        }
        end(10);

        assertThat(done).containsExactly("ask", "ask again", "have 1 at 10").doesNotContain("lost");
    }

    @Test
    void aHugzKeepsAServerAlive() {
        published(HUGZ);
        end(1);
        for (int i = 0; i < 10; i++) {
            pass(SILENCE - 1);
            published(HUGZ);
        }
        assertThat(done).doesNotContain("lost");
        pass(SILENCE);
        assertThat(done).endsWith("lost");
    }

    @Test
    void aConnectionThatIsGoneIsLostAfterAPause() {
        published(HUGZ);
        end(1);
        follower.broken(now);
        pass(BEAT - 1);
        assertThat(done).doesNotContain("lost");
        follower.broken(now);
        pass(1);

        assertThat(done).endsWith("lost");
    }

    @Test
    void aGapIsRepairedByAnotherSnapshotButNotTooOften() {
        published(HUGZ);
        end(1);
        published(entry("a", 3));
        assertThat(done).containsExactly("ask", "have 0 at 1", "3: a");
        assertThat(follower.gaps()).isEqualTo(1);
        now += SILENCE + 1;
        published(entry("b", 4));

        assertThat(done).endsWith("ask");
        assertThat(follower.state()).isEqualTo(Follower.State.SYNCING);
    }

    @Test
    void moreThanThereIsRoomForIsCounted() {
        published(HUGZ);
        follower.synced(entry("a", 1), now);
        follower.synced(entry("b", 2), now);
        follower.synced(entry("c", 3), now);
        follower.synced(HUGZ, now);
        end(3);

        assertThat(done).contains("have 2 at 3");
        assertThat(follower.notKept()).isEqualTo(2);
    }

    @Test
    void tooMuchWhileASnapshotIsAwaitedBeginsAnew() {
        published(HUGZ);
        var update = entry("a", 1);
        for (int i = 0; i <= Follower.MAX_HELD; i++) {
            published(update);
        }

        assertThat(done).containsExactly("ask", "ask");
    }

    @Test
    void whatIsLeftOfAnEarlierSnapshotIsIgnored() {
        published(HUGZ);
        end(1);
        follower.synced(entry("a", 9), now);
        end(9);

        assertThat(follower.sequence()).isEqualTo(1);
        assertThat(follower.syncs()).isEqualTo(1);
    }
}
