package io.zmq4j.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BufferPoolTest {
    private final BufferPool pool = new BufferPool(Runnable::run);

    private static BufferPool.Input input(BufferPool pool) {
        return Objects.requireNonNull(pool.takeInput());
    }

    private static Output output(BufferPool pool) {
        return Objects.requireNonNull(pool.takeOutput());
    }

    @Test
    void whatIsGivenBackIsTakenAgain() {
        BufferPool.Input input = input(pool);
        Output output = output(pool);

        pool.give(input);
        pool.give(output);

        assertThat(pool.takeInput()).isSameAs(input);
        assertThat(pool.takeOutput()).isSameAs(output);
    }

    @Test
    void nobodySharesABuffer() {
        assertThat(pool.takeInput()).isNotSameAs(pool.takeInput());
        assertThat(pool.takeOutput()).isNotSameAs(pool.takeOutput());
    }

    @Test
    void aCrowdThatHasGoneLeavesSixtyFourBehind() {
        List<BufferPool.Input> crowd =
                Stream.generate(() -> input(pool)).limit(80).toList();
        crowd.forEach(pool::give);

        List<BufferPool.Input> again =
                Stream.generate(() -> input(pool)).limit(80).toList();

        assertThat(again.stream().filter(crowd::contains).count()).isEqualTo(64);
    }

    @Test
    void aContextThatBeginsHasOneOfEachReady() {
        pool.begin();
        BufferPool.Input first = input(pool);
        pool.give(first);
        assertThat(pool.takeInput()).isSameAs(first);
    }

    @Test
    void buffersAreOfTheMeasuredSizes() {
        BufferPool.Input input = input(pool);
        assertThat(input.direct.capacity()).isEqualTo(64 * 1024);
        assertThat(input.direct.isDirect()).isTrue();
        assertThat(input.heap).hasSize(64 * 1024);
        assertThat(output(pool).direct().isDirect()).isTrue();
        pool.takeLarge();
        ByteBuffer large = Objects.requireNonNull(pool.takeLarge());
        assertThat(large.isDirect()).isTrue();
        assertThat(large.capacity()).isEqualTo(1024 * 1024);
    }

    /** A virtual machine that is short of direct memory waits for its collector: not in a thread that reads. */
    @Test
    void aLargeOneIsMadeByAWorkerAndThereIsNoneUntilThen() {
        List<Runnable> ordered = new ArrayList<>();
        var patient = new BufferPool(ordered::add);

        assertThat(patient.takeLarge()).isNull();
        assertThat(patient.takeLarge()).isNull();
        assertThat(ordered).as("one at a time").hasSize(1);

        ordered.get(0).run();
        ByteBuffer large = Objects.requireNonNull(patient.takeLarge());
        patient.giveLarge(large);
        assertThat(patient.takeLarge()).isSameAs(large);
    }

    @Test
    void thereAreSixteenLargeOnesAtMost() {
        List<Runnable> ordered = new ArrayList<>();
        var patient = new BufferPool(ordered::add);
        for (int i = 0; i < 40; i++) {
            patient.takeLarge();
            ordered.forEach(Runnable::run);
            ordered.clear();
        }
        List<ByteBuffer> lent = new ArrayList<>();
        ByteBuffer large;
        while ((large = patient.takeLarge()) != null) {
            lent.add(large);
        }
        assertThat(lent).hasSizeLessThanOrEqualTo(16);
        assertThat(ordered).as("no more are asked for").isEmpty();
    }

    @Test
    void aWorkerThatCannotBeHadIsAskedAgain() {
        var asked = new int[1];
        Executor none = task -> {
            asked[0]++;
            throw new OutOfMemoryError("as if no thread could be started");
        };
        var poor = new BufferPool(none);

        assertThat(poor.takeLarge()).isNull();
        assertThat(poor.takeLarge()).isNull();

        assertThat(asked[0]).isEqualTo(2);
    }
}
