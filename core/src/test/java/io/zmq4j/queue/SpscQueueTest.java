package io.zmq4j.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpscQueueTest {
    /** The common pool may have one thread only, for two tasks that wait for each other. */
    private static final Executor THREAD_EACH = task -> new Thread(task).start();

    /** Enough for several arrays of every length. */
    private static final int MANY = 3_000;

    private final SpscQueue<Integer> queue = new SpscQueue<>();

    @Test
    void aNewQueueIsEmpty() {
        assertThat(queue.poll()).isNull();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.size()).isZero();
    }

    @Test
    void whatGoesInComesOutInOrder() {
        for (int i = 0; i < MANY; i++) {
            queue.offer(i, 0);
        }

        assertThat(queue.size()).isEqualTo(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(queue.poll()).isEqualTo(i);
        }
        assertThat(queue.poll()).isNull();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void whetherItHoldsOneElementOnlyIsSeenWithoutTakingAny() {
        Integer mark = 1_000;
        assertThat(queue.holdsOnly(each -> each == mark)).isTrue();
        for (int i = 0; i < MANY; i++) {
            queue.offer(mark, 0);
        }
        assertThat(queue.holdsOnly(each -> each == mark)).isTrue();
        queue.offer(0, 0);
        assertThat(queue.holdsOnly(each -> each == mark)).isFalse();
        for (int i = 0; i < MANY; i++) {
            queue.poll();
        }
        assertThat(queue.holdsOnly(each -> each == mark)).isFalse();
        assertThat(queue.poll()).isZero();
        assertThat(queue.holdsOnly(each -> each == mark)).isTrue();
    }

    @Test
    void whatHasBeenPutAndTakenIsCountedAndWeighed() {
        for (int i = 0; i < MANY; i++) {
            queue.offer(i, 2, 0);
        }
        assertThat(queue.offer(0, 2, MANY)).isFalse();
        queue.putMore(10);
        queue.putWeight(5);
        for (int i = 0; i < 3; i++) {
            queue.poll();
        }
        queue.tookMore(4);
        queue.tookWeight(7);
        queue.tookWeight(-1);

        assertThat(queue.countPut()).isEqualTo(MANY + 10);
        assertThat(queue.weightPut()).isEqualTo(2 * MANY + 5);
        assertThat(queue.countTaken()).isEqualTo(7);
        assertThat(queue.weightTaken()).isEqualTo(6);
    }

    @Test
    void severalAtATimeComeInOrder() {
        for (int i = 0; i < MANY; i++) {
            queue.offer(i, 0);
        }

        int next = 0;
        for (int most = 1; next < MANY; most = most % 70 + 1) {
            var into = new Integer[most + 1];
            into[0] = -1;
            int end = queue.poll(Integer.class, into, 1);
            assertThat(end).isEqualTo(1 + Math.min(most, MANY - next));
            assertThat(into[0]).isEqualTo(-1);
            for (int i = 1; i < end; i++) {
                assertThat(into[i]).isEqualTo(next++);
            }
            assertThat(queue.size()).isEqualTo(MANY - next);
            assertThat(queue.consumerArray).startsWith(new @Nullable Object[queue.consumerSlot]);
        }
        assertThat(queue.poll(Integer.class, new Integer[9], 4)).isEqualTo(4);
    }

    @Test
    void severalAtATimeMakeRoomForAsMany() {
        for (int i = 0; i < 10; i++) {
            queue.offer(i, 10);
        }
        queue.poll(Integer.class, new Integer[4], 0);
        for (int i = 0; i < 4; i++) {
            assertThat(queue.offer(i, 10)).isTrue();
        }
        assertThat(queue.hasRoom(10)).isFalse();
    }

    @Test
    void severalAtATimeAreOfOneKind() {
        var mixed = new SpscQueue<Object>();
        mixed.offer(1, 0);
        mixed.offer(2, 0);
        mixed.offer("3", 0);
        mixed.offer(4, 0);

        assertThat(mixed.poll(Integer.class, new Integer[9], 0)).isEqualTo(2);
        assertThat(mixed.poll(Integer.class, new Integer[9], 0)).isZero();
        assertThat(mixed.poll()).isEqualTo("3");
        assertThat(mixed.size()).isEqualTo(1);
        assertThat(mixed.poll(Integer.class, new Integer[9], 0)).isEqualTo(1);
        assertThat(mixed.isEmpty()).isTrue();
    }

    @Test
    void itIsEmptyAgainAtEveryPosition() {
        for (int i = 0; i < MANY; i++) {
            queue.offer(i, 1);
            assertThat(queue.isEmpty()).isFalse();
            assertThat(queue.poll()).isEqualTo(i);
            assertThat(queue.isEmpty()).isTrue();
            assertThat(queue.poll()).isNull();
        }
    }

    @Test
    void anElementMayCountForSeveral() {
        queue.offer(0, 10);
        queue.putMore(7);
        assertThat(queue.size()).isEqualTo(8);
        assertThat(queue.offer(1, 9)).isTrue();
        assertThat(queue.hasRoom(9)).isFalse();

        queue.poll();
        assertThat(queue.size()).isEqualTo(8);
        queue.tookMore(7);
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.hasRoom(9)).isTrue();
    }

    /** What is taken of an element before all of it counts as put is not there afterwards. */
    @Test
    void whatIsTakenMayBeCountedBeforeItIsPut() {
        queue.offer(0, 10);
        queue.poll();
        queue.tookMore(7);
        assertThat(queue.size()).isZero();
        assertThat(queue.hasRoom(1)).isTrue();
        queue.putMore(7);
        assertThat(queue.size()).isZero();
    }

    /** A message that was received must not be kept from the collector by the queue it came through. */
    @Test
    void whatWasTakenIsForgottenWhenTheQueueIsFoundEmpty() {
        for (int i = 0; i < MANY; i++) {
            queue.offer(i, 0);
            queue.poll();
            assertThat(queue.poll()).isNull();
            assertThat(queue.consumerArray).containsOnlyNulls();
        }
    }

    @Test
    void inAFloodAtMostACacheLineIsRemembered() {
        for (int i = 0; i < MANY; i++) {
            queue.offer(i, 0);
        }
        for (int i = 0; i < MANY; i++) {
            queue.poll();
            if (queue.consumerSlot >= 18) {
                assertThat(queue.consumerArray[queue.consumerSlot - 18]).isNull();
            }
        }
    }

    /** A collector may keep an array for long after it is dead, and then all that it refers to. */
    @Test
    void anArrayThatWasLeftRefersToNothing() {
        var left = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < MANY; i++) {
            if (left.isEmpty() || left.get(left.size() - 1) != queue.consumerArray) {
                left.add(queue.consumerArray);
            }
            queue.offer(i, 0);
            queue.offer(i, 0);
            queue.poll();
            queue.poll();
        }
        left.remove(queue.consumerArray);
        assertThat(left)
                .hasSizeGreaterThan(2)
                .allSatisfy(array -> assertThat(array).containsOnlyNulls());
    }

    @Test
    void whoHoldsLargeElementsCanHaveThemForgottenAtOnce() {
        queue.offer(1, 0);
        queue.offer(2, 0);
        queue.poll();
        queue.forgetTaken();
        assertThat(queue.consumerArray[0]).isNull();
        assertThat(queue.poll()).isEqualTo(2);
    }

    @Test
    void theLimitIsExact() {
        for (int limit : new int[] {1, 2, 7, 8, 9, 512, 1000}) {
            var limited = new SpscQueue<Integer>();
            for (int i = 0; i < limit; i++) {
                assertThat(limited.offer(i, limit)).isTrue();
            }
            assertThat(limited.offer(-1, limit)).isFalse();
            assertThat(limited.size()).isEqualTo(limit);
        }
    }

    @Test
    void everyElementTakenMakesRoomForOne() {
        for (int i = 0; i < 10; i++) {
            queue.offer(i, 10);
        }

        queue.poll();

        assertThat(queue.hasRoom(10)).isTrue();
        assertThat(queue.offer(10, 10)).isTrue();
        assertThat(queue.hasRoom(10)).isFalse();
    }

    @Test
    void aHigherLimitHoldsAtOnceAndALowerOneRefusesUntilThereIsLess() {
        queue.offer(1, 2);
        queue.offer(2, 2);

        assertThat(queue.offer(3, 3)).isTrue();
        assertThat(queue.offer(4, 1)).isFalse();
        queue.poll();
        queue.poll();
        assertThat(queue.offer(4, 1)).isFalse();
        queue.poll();
        assertThat(queue.offer(4, 1)).isTrue();
    }

    @Test
    void aRefusedElementLeavesNoTrace() {
        queue.offer(1, 1);
        queue.offer(2, 1);

        assertThat(queue.poll()).isEqualTo(1);
        assertThat(queue.poll()).isNull();
        queue.offer(3, 1);
        assertThat(queue.poll()).isEqualTo(3);
    }

    @Test
    void itDoesWhatAnyQueueDoes() {
        var random = new Random(7);
        var model = new ArrayDeque<Integer>();
        for (int i = 0; i < 200_000; i++) {
            int limit = random.nextInt(20);
            if (random.nextInt(100) < (i / 1000 % 2 == 0 ? 60 : 40)) {
                boolean fits = limit == 0 || model.size() < limit;
                assertThat(queue.offer(i, limit)).isEqualTo(fits);
                if (fits) {
                    model.add(i);
                }
            } else if (random.nextInt(4) > 0) {
                assertThat(queue.poll()).isEqualTo(model.poll());
            } else {
                var several = new Integer[random.nextInt(4)];
                int count = queue.poll(Integer.class, several, 0);
                assertThat(count).isEqualTo(Math.min(several.length, model.size()));
                for (int taken = 0; taken < count; taken++) {
                    assertThat(several[taken]).isEqualTo(model.poll());
                }
            }
            assertThat(queue.size()).isEqualTo(model.size());
        }
    }

    @Test
    void twoThreadsLoseNothingAndChangeNoOrder() throws Exception {
        int count = 2_000_000;
        int limit = 1000;
        var producer = CompletableFuture.runAsync(
                () -> {
                    for (int i = 0; i < count; ) {
                        if (queue.offer(i, limit)) {
                            i++;
                        } else {
                            Thread.yield();
                        }
                    }
                },
                THREAD_EACH);
        var consumer = CompletableFuture.supplyAsync(
                () -> {
                    int most = 0;
                    var taken = new Integer[64];
                    for (int expected = 0; expected < count; ) {
                        // Several at a time, and then one.
                        int end = queue.poll(Integer.class, taken, 1);
                        taken[0] = end == 1 ? null : queue.poll();
                        if (end == 1) {
                            Thread.yield();
                        }
                        for (int i = 1; i <= end; i++) {
                            Integer element = taken[i % end];
                            if (element != null && element != expected++) {
                                throw new AssertionError("got " + element + " in place of " + (expected - 1));
                            }
                        }
                        most = Math.max(most, queue.size());
                    }
                    return most;
                },
                THREAD_EACH);

        producer.get(20, TimeUnit.SECONDS);
        assertThat(consumer.get(20, TimeUnit.SECONDS)).isLessThanOrEqualTo(limit);
        assertThat(queue.poll()).isNull();
    }
}
