package io.zmq4j.patterns.delivery.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Route ROUTE = () -> true;
    private static final UUID SENDER = new UUID(1, 2);
    private static final int WINDOW = 400;

    private final Intake intake = new Intake(new Introduction(Role.RECEIVER, new UUID(3, 4), 5000, WINDOW, 1 << 20));
    private final Inlet inlet = intake.opened(
            new Link<>(ROUTE, intake.introduction(), Link.State.OPEN, 7),
            new Introduction(Role.SENDER, SENDER, 5000, 0, 0),
            0);

    @Test
    void handsOutInOrder() throws MalformedCommandException {
        comes(1, 3);
        comes(4, 2);

        assertThat(numbers(intake.take(), intake.take(), intake.poll())).containsExactly(1L, 2L, 3L);
        assertThat(intake.take()).as("of the first command alone").isNull();
        assertThat(intake.waiting()).isEqualTo(2);
        assertThat(numbers(intake.poll(), intake.take())).containsExactly(4L, 5L);
        assertThat(intake.poll()).isNull();
        assertThat(intake.delivered()).isEqualTo(5);
        assertThat(intake.isWaiting()).isFalse();
    }

    @Test
    void oneLookIsEnoughForMany() throws MalformedCommandException {
        comes(1, 200);
        List<Arrival> arrivals = poll(200);

        assertThat(arrivals.get(0).acknowledge()).as("the first").isTrue();
        assertThat(intake.acknowledged(arrivals.get(0), 1_000)).isTrue();
        assertThat(IntStream.range(1, 99).filter(i -> arrivals.get(i).acknowledge()))
                .as("then none")
                .isEmpty();
        assertThat(arrivals.get(99).acknowledge()).as("a quarter of the window").isTrue();
        assertThat(intake.acknowledged(arrivals.get(99), 2_000)).isTrue();
        assertThat(intake.isDue(arrivals.get(99))).isTrue();
        assertThat(ack(2_000)).isEqualTo("1..100");
        assertThat(inlet.granted.messages()).isEqualTo(100);
    }

    @Test
    void whatIsNotDueIsToldInAWhile() throws MalformedCommandException {
        comes(1, 4);
        List<Arrival> arrivals = poll(3);
        acknowledge(arrivals.get(2), 1_000);
        acknowledge(arrivals.get(0), 2_000);

        assertThat(intake.next(2_000)).as("a message waits, and it is early").isNull();
        assertThat(intake.dueNanos(2_000)).isEqualTo(1_000 + Intake.HOLD_NANOS);
        assertThat(ack(1_000 + Intake.HOLD_NANOS)).isEqualTo("1..1 3..3");

        acknowledge(arrivals.get(1), 3_000_000);
        assertThat(ack(3_000_000 + Intake.HOLD_NANOS)).as("anew").isEqualTo("2..2");
    }

    @Test
    void aMessageIsAcknowledgedOnce() throws MalformedCommandException {
        comes(1, 2);
        Arrival arrival = poll(1).get(0);
        acknowledge(arrival, 0);

        assertThat(arrival.acknowledge()).isFalse();
        assertThat(ack(Intake.HOLD_NANOS)).isEqualTo("1..1");

        // As if two threads had been at it together, one of them late.
        arrival.receipt.mark(0);
        intake.acknowledged(arrival, 0);
        assertThat(intake.next(Intake.HOLD_NANOS)).isNull();
        assertThat(intake.acknowledged()).isEqualTo(1);
        assertThat(inlet.granted.messages()).isEqualTo(1);
    }

    @Test
    void aLinkThatEndsTakesItsMessagesAlong() throws MalformedCommandException {
        comes(1, 5);
        List<Arrival> arrivals = poll(2);
        acknowledge(arrivals.get(0), 0);
        intake.ended(inlet);

        assertThat(intake.take()).isNull();
        assertThat(intake.poll()).isNull();
        assertThat(intake.waiting()).isZero();
        assertThat(intake.delivered()).isEqualTo(2);
        assertThat(intake.discarded()).isEqualTo(3);
        acknowledge(arrivals.get(1), 0);
        assertThat(intake.next(Long.MAX_VALUE / 2)).isNull();
        assertThat(intake.acknowledged()).isEqualTo(1);
    }

    /** Four threads take and acknowledge, while what was acknowledged is told and more comes: each message once, both ways. */
    @Test
    void threadsShareThem() throws Exception {
        var lock = new ReentrantLock();
        int total = 40_000;
        List<Callable<List<Long>>> takers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            takers.add(() -> take(lock, total));
        }
        var executor = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Long>>> results =
                    takers.stream().map(executor::submit).toList();
            List<Long> told = new ArrayList<>();
            for (long next = 1, deadline = System.nanoTime() + 20_000_000_000L; told.size() < total; ) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                lock.lock();
                try {
                    while (next <= total && inlet.granted.messages() <= WINDOW - 100) {
                        comes(next, 100);
                        next += 100;
                    }
                    Outgoing outgoing = intake.next(System.nanoTime());
                    if (outgoing != null) {
                        told.addAll(numbers(outgoing));
                    }
                } finally {
                    lock.unlock();
                }
            }
            List<Long> taken = new ArrayList<>();
            for (Future<List<Long>> result : results) {
                taken.addAll(result.get(20, TimeUnit.SECONDS));
            }
            assertThat(taken).hasSize(total).doesNotHaveDuplicates();
            assertThat(told).hasSize(total).doesNotHaveDuplicates();
            assertThat(inlet.granted.messages()).isZero();
        } finally {
            executor.shutdownNow();
        }
    }

    private List<Long> take(ReentrantLock lock, int total) {
        List<Long> taken = new ArrayList<>();
        while (true) {
            Arrival arrival = intake.take();
            if (arrival == null) {
                lock.lock();
                try {
                    arrival = intake.poll();
                    if (arrival == null && intake.delivered() == total) {
                        return taken;
                    }
                } finally {
                    lock.unlock();
                }
            }
            if (arrival == null) {
                Thread.onSpinWait();
                continue;
            }
            taken.add(arrival.number());
            if (arrival.acknowledge()) {
                lock.lock();
                try {
                    intake.acknowledged(arrival, System.nanoTime());
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private void comes(long first, int count) throws MalformedCommandException {
        var frames = new byte[1 + count][];
        frames[0] = Messages.header(7, 0, first);
        for (int i = 1; i <= count; i++) {
            frames[i] = new byte[] {1, 2, 3};
        }
        intake.received(inlet, (Messages) Command.read(Message.wrap(frames)), 0);
    }

    private List<Arrival> poll(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Objects.requireNonNull(intake.poll()))
                .toList();
    }

    private void acknowledge(Arrival arrival, long nowNanos) {
        if (arrival.acknowledge()) {
            intake.acknowledged(arrival, nowNanos);
        }
    }

    private static List<Long> numbers(@Nullable Arrival... arrivals) {
        return Arrays.stream(arrivals)
                .map(it -> Objects.requireNonNull(it).number())
                .toList();
    }

    private String ack(long nowNanos) throws MalformedCommandException {
        var acknowledgement = (Acknowledgement) Command.read(
                Objects.requireNonNull(intake.next(nowNanos), "there is an ACK").message());
        return String.join(
                " ",
                IntStream.range(0, acknowledgement.count())
                        .mapToObj(i -> acknowledgement.first(i) + ".." + acknowledgement.last(i))
                        .toList());
    }

    private static List<Long> numbers(Outgoing outgoing) throws MalformedCommandException {
        var acknowledgement = (Acknowledgement) Command.read(outgoing.message());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < acknowledgement.count(); i++) {
            for (long number = acknowledgement.first(i); number <= acknowledgement.last(i); number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
