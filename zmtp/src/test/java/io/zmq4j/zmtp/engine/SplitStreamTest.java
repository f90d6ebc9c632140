package io.zmq4j.zmtp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * However a stream is cut on its way, and whichever of its two entrances the engine is given a piece through, it comes to the
 * same. Each case follows from its seed, which a failure tells.
 */
class SplitStreamTest {
    private static final long TIME_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    private record Outcome(
            List<Message> messages, int peers, @Nullable CloseReason reason) {}

    @Test
    void everySplitComesToTheSame() {
        long start = System.nanoTime();
        int refused = 0;
        for (long seed = 0; System.nanoTime() - start < TIME_NANOS; seed++) {
            Outcome whole = run(seed, false);
            Outcome split = run(seed, true);
            assertThat(split).as("seed %d", seed).isEqualTo(whole);
            refused += whole.reason == null ? 0 : 1;
        }
        assertThat(refused).as("streams that were refused").isPositive();
    }

    private static Outcome run(long seed, boolean splits) {
        var random = new Random(seed);
        SocketType type = random.nextBoolean() ? SocketType.PUB : SocketType.PULL;
        int limit = random.nextBoolean() ? -1 : 30_000;
        Side side = Side.with(Side.options(type, "", limit));
        byte[] stream = BentStreams.next(random);
        CloseReason reason = null;
        try {
            int position = 0;
            while (position < stream.length) {
                position += take(side, stream, position, splits ? random : null);
            }
        } catch (ProtocolException e) {
            reason = e.reason();
        }
        return new Outcome(side.messages, side.peers.size(), reason);
    }

    /** A piece of random length, or all that is left. */
    private static int take(Side side, byte[] stream, int position, @Nullable Random random) throws ProtocolException {
        int left = stream.length - position;
        if (random == null) {
            return side.engine().receive(stream, position, left, side.now);
        }
        int missing = side.engine().bodyMissing();
        int count = Math.min(left, random.nextInt(4) > 0 ? 1 + random.nextInt(30) : 1 + random.nextInt(70_000));
        if (missing > 0 && random.nextBoolean()) {
            int direct = Math.min(missing, count);
            side.engine().receiveBody(ByteBuffer.wrap(stream, position, direct), side.now);
            return direct;
        }
        return side.engine().receive(stream, position, count, side.now);
    }
}
