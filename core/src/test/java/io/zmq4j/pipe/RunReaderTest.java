package io.zmq4j.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A queue with runs in it, from the consumer's side. */
class RunReaderTest {
    private final PipeQueue queue = new PipeQueue(1000, false, new DropCounters());
    private final byte[] batch = new byte[64];

    private static Message message(int number) {
        return Message.of(Integer.toString(number));
    }

    /** Queues a run of the messages from one number up to another; it may grow to 1000. */
    private Run share(int from, int to) {
        var run = new Run(message(from), 1000, 1);
        for (int i = from + 1; i < to; i++) {
            run.add(message(i));
        }
        queue.share(run);
        return run;
    }

    private void end(Run run) {
        run.end();
        queue.ended(run);
    }

    @Test
    void itsMessagesComeOneByOneAndThenWhatIsBehind() {
        queue.offer(message(0));
        end(share(1, 4));
        queue.offer(message(4));
        end(share(5, 7));

        for (int i = 0; i < 7; i++) {
            assertThat(queue.isEmpty()).isFalse();
            assertThat(queue.poll()).isEqualTo(message(i));
        }
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();
    }

    @Test
    void eachMessageIsCountedWithItsBytesAndWithoutItsHeader() {
        Run run = share(100, 110);
        assertThat(queue.length(run.othersThanFirst())).isEqualTo(10);
        assertThat(queue.poll()).isEqualTo(message(100));
        assertThat(queue.poll()).isEqualTo(message(101));
        assertThat(queue.copy(batch, 0)).isEqualTo(8 * 5);

        assertThat(queue.countPut()).isEqualTo(10);
        assertThat(queue.countTaken()).isEqualTo(10);
        assertThat(queue.bytesTaken()).isEqualTo(30);
        assertThat(queue.length(run.othersThanFirst())).isZero();

        end(run);
        assertThat(queue.countPut()).isEqualTo(10);
        assertThat(queue.bytesPut()).isEqualTo(30);
        assertThat(queue.length(0)).isZero();
    }

    @Test
    void onlyTheMessagesThatFitAreCountedAsTaken() {
        Run run = share(100, 110);
        queue.poll();

        assertThat(queue.copy(new byte[13], 0)).isEqualTo(2 * 5);

        assertThat(queue.countTaken()).isEqualTo(3);
        assertThat(queue.bytesTaken()).isEqualTo(9);
        assertThat(queue.length(run.othersThanFirst())).isEqualTo(7);
    }

    @Test
    void whatIsAddedLaterComesToo() {
        Run run = share(0, 1);
        assertThat(queue.poll()).isEqualTo(message(0));
        assertThat(queue.poll()).isNull();
        assertThat(queue.isEmpty()).isTrue();

        run.add(message(1));
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.poll()).isEqualTo(message(1));

        end(run);
        queue.offer(message(2));
        assertThat(queue.poll()).isEqualTo(message(2));
    }

    /** Between a look at the run and one behind it, it may have grown and ended, and something been put there. */
    @Test
    void nothingIsTakenFromBehindARunThatHasNotEnded() {
        Run run = share(0, 1);
        queue.offer(message(2));
        assertThat(queue.poll()).isEqualTo(message(0));
        assertThat(queue.poll()).isNull();

        run.add(message(1));
        end(run);
        assertThat(queue.poll()).isEqualTo(message(1));
        assertThat(queue.poll()).isEqualTo(message(2));
    }

    @Test
    void itsMessagesCountWhenItHasEnded() {
        Run run = share(0, 10);
        end(run);
        assertThat(queue.size()).isEqualTo(10);
        assertThat(queue.room()).isEqualTo(990);
        queue.poll();
        queue.poll();
        assertThat(queue.size()).isEqualTo(8);
        queue.copy(batch, 0);
        assertThat(queue.size()).isZero();
        assertThat(queue.room()).isEqualTo(1000);
    }

    /** What was taken of a run before it ended is not counted as there when it ends. */
    @Test
    void whatWasTakenBeforeItEndedIsNotThere() {
        Run run = share(0, 10);
        queue.poll();
        queue.copy(batch, 0);
        end(run);
        assertThat(queue.size()).isZero();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void behindTheFirstMessageTheyAreCopied() {
        queue.offer(message(9));
        Run run = share(0, 3);
        assertThat(queue.copy(batch, 5)).as("of a run that is not begun").isEqualTo(5);
        queue.poll();
        queue.poll();

        assertThat(queue.copy(batch, 5)).isEqualTo(5 + 6);
        assertThat(batch).startsWith(0, 0, 0, 0, 0, 0, 1, '1', 0, 1, '2', 0);
        assertThat(queue.copy(batch, 0)).isZero();

        run.add(message(3));
        assertThat(queue.copy(batch, 0)).isEqualTo(3);
        assertThat(batch).startsWith(0, 1, '3');
    }

    @Test
    void onlyWholeMessagesAreCopied() {
        end(share(8, 13));
        queue.poll();
        // 9, 10, 11 and 12 in 3 + 4 + 4 + 4 bytes
        var small = new byte[12];
        assertThat(queue.copy(small, 10)).isEqualTo(10);
        assertThat(queue.copy(small, 2)).isEqualTo(2 + 7);
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.poll()).isEqualTo(message(11));
        assertThat(queue.copy(small, 8)).isEqualTo(12);
        assertThat(small).endsWith(0, 2, '1', '2');
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void messagesOfSeveralFramesComeWholeAndAreCopiedWhole() {
        var run = new Run(Message.of("a", "b"), 10, 1);
        queue.share(run);
        run.add(Message.of("c", "d"));
        run.add(Message.of("e", "f"));
        run.add(Message.of("g", "h"));

        assertThat(queue.poll()).isEqualTo(Message.of("a", "b"));
        assertThat(queue.poll()).isEqualTo(Message.of("c", "d"));
        var small = new byte[11];
        assertThat(queue.copy(small, 0)).isEqualTo(6);
        assertThat(small).startsWith(1, 1, 'e', 0, 1, 'f');
        assertThat(queue.poll()).isEqualTo(Message.of("g", "h"));
        assertThat(queue.bytesTaken()).isEqualTo(8);
    }

    @Test
    void whatFitsExactlyIsCopiedWhole() {
        share(0, 3);
        queue.poll();
        assertThat(queue.copy(new byte[6], 0)).isEqualTo(6);
    }

    @Test
    void anEndedRunThatWasReadToItsEndIsLetGo() {
        end(share(0, 2));
        queue.poll();
        queue.poll();
        queue.offer(message(2));
        assertThat(queue.copy(batch, 0)).isZero();
        assertThat(queue.poll()).isEqualTo(message(2));
    }

    /** One thread writes runs and single messages, one polls and copies. */
    @Test
    void nothingIsLostBetweenTwoThreads() throws Exception {
        int many = 300_000;
        var producer = CompletableFuture.runAsync(
                () -> {
                    int next = 0;
                    while (next < many) {
                        int length = 1 + next % 37;
                        Run run = new Run(message(100_000 + next++), length, 1);
                        queue.share(run);
                        while (run.add(message(100_000 + next))) {
                            next++;
                        }
                        end(run);
                        while (!queue.offer(message(100_000 + next))) {
                            Thread.onSpinWait();
                        }
                        next++;
                    }
                },
                task -> new Thread(task).start());
        var numbers = new byte[8 * 5 + 3];
        int expected = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (expected < many) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Message message = queue.poll();
            if (message == null) {
                continue;
            }
            assertThat(message).isEqualTo(message(100_000 + expected));
            expected++;
            int length = queue.copy(numbers, 0);
            for (int at = 0; at < length; at += 8) {
                assertThat(new String(numbers, at + 2, 6)).isEqualTo(Integer.toString(100_000 + expected));
                expected++;
            }
        }
        producer.get(10, TimeUnit.SECONDS);
    }
}
