package io.zmq4j.socket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.loop.Daemons;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private static final int CAPACITY = 10_000;

    private final Queue<SocketEvent> told = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private void record(SocketEvent event) {
        told.add(event);
        if (event.type() == Type.MONITOR_STOPPED) {
            stopped.countDown();
        }
    }

    private void awaitStop() throws InterruptedException {
        assertThat(stopped.await(5, SECONDS)).as("told of the end").isTrue();
    }

    private static SocketEvent event(Type type, int number) {
        return new SocketEvent(type, "tcp://127.0.0.1:1", null, null, "", number);
    }

    private List<Long> numbers(Type type) {
        return told.stream()
                .filter(event -> event.type() == type)
                .map(SocketEvent::value)
                .toList();
    }

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Test
    void allEventsComeInOrderAndThenTheEnd() throws InterruptedException {
        var feed = new EventFeed(new Daemons("events"), this::record, false, failures::add);
        for (int i = 0; i < 100; i++) {
            feed.offer(event(Type.ACCEPTED, i));
        }

        feed.stop();

        awaitStop();
        assertThat(numbers(Type.ACCEPTED)).hasSize(100).isSorted();
        assertThat(told).last().extracting(SocketEvent::type).isEqualTo(Type.MONITOR_STOPPED);
    }

    @Test
    void tracesComeOnlyToWhomWantsThem() throws InterruptedException {
        var without = new EventFeed(new Daemons("events"), this::record, false, failures::add);
        without.offer(event(Type.TRACE, 1));
        without.stop();
        awaitStop();
        assertThat(numbers(Type.TRACE)).isEmpty();
        assertThat(without.traces()).isFalse();

        var with = new CountDownLatch(1);
        var feed = new EventFeed(
                new Daemons("events"),
                event -> {
                    if (event.type() == Type.TRACE) {
                        with.countDown();
                    }
                },
                true,
                failures::add);
        feed.offer(event(Type.TRACE, 1));
        assertThat(with.await(5, SECONDS)).isTrue();
        feed.stop();
    }

    @Test
    void aListenerThatThrowsHearsTheNextEventToo() throws InterruptedException {
        var feed = new EventFeed(
                new Daemons("events"),
                event -> {
                    record(event);
                    throw new IllegalStateException("this failure is part of a test");
                },
                false,
                failures::add);
        feed.offer(event(Type.ACCEPTED, 1));
        feed.offer(event(Type.ACCEPTED, 2));

        feed.stop();

        awaitStop();
        assertThat(numbers(Type.ACCEPTED)).containsExactly(1L, 2L);
        assertThat(failures)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(failure -> assertThat(failure).hasMessage("this failure is part of a test"));
    }

    @Test
    void aListenerThatBlocksHoldsUpNobodyAndIsToldWhatItMissed() throws InterruptedException {
        var blocks = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var feed = new EventFeed(
                new Daemons("events"),
                event -> {
                    blocks.countDown();
                    awaitUninterruptibly(release);
                    record(event);
                },
                false,
                failures::add);
        feed.offer(event(Type.ACCEPTED, 0));
        assertThat(blocks.await(5, SECONDS)).isTrue();

        for (int i = 1; i <= CAPACITY + 7; i++) {
            feed.offer(event(Type.ACCEPTED, i));
        }
        release.countDown();
        feed.stop();

        awaitStop();
        long missed =
                numbers(Type.EVENTS_LOST).stream().mapToLong(Long::longValue).sum();
        assertThat(missed).isGreaterThanOrEqualTo(7);
        assertThat(numbers(Type.ACCEPTED))
                .hasSize((int) (CAPACITY + 8 - missed))
                .isSorted();
    }

    @Test
    void stoppingABlockedListenerDoesNotBlockAndItStillHearsOfTheEnd() throws InterruptedException {
        var blocks = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var feed = new EventFeed(
                new Daemons("events"),
                event -> {
                    blocks.countDown();
                    awaitUninterruptibly(release);
                    record(event);
                },
                false,
                failures::add);
        for (int i = 0; i < 2 * CAPACITY; i++) {
            feed.offer(event(Type.ACCEPTED, i));
        }
        assertThat(blocks.await(5, SECONDS)).isTrue();

        feed.stop();

        release.countDown();
        awaitStop();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
