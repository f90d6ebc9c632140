package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Whatever a peer sends, nothing but a {@link ProtocolException} leaves the engine. Valid streams are bent at random;
 * each case follows from its seed, which a failure tells.
 */
class EngineFuzzTest {
    private static final long TIME_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    @Test
    void nothingButAProtocolExceptionLeavesTheEngine() {
        long start = System.nanoTime();
        for (long seed = 0; System.nanoTime() - start < TIME_NANOS; seed++) {
            try {
                run(new Random(seed));
            } catch (ProtocolException refused) {
                // What a bent stream should come to.
            } catch (RuntimeException | Error escaped) {
                throw new AssertionError("seed %d".formatted(seed), escaped);
            }
        }
    }

    private static void run(Random random) throws ProtocolException {
        List<SocketType> types = SocketType.values();
        SocketType type = random.nextInt(4) > 0 ? SocketType.PUB : types.get(random.nextInt(types.size()));
        Side side = Side.with(Side.options(type, "id", random.nextBoolean() ? -1 : 30_000));
        byte[] stream = BentStreams.next(random);
        var out = new Outgoing(64 + random.nextInt(2000));
        int position = 0;
        while (position < stream.length) {
            side.room = 1 + random.nextInt(3);
            int count = Math.min(stream.length - position, 1 + random.nextInt(200));
            int missing = side.engine().bodyMissing();
            if (missing > 0 && random.nextBoolean()) {
                int direct = Math.min(missing, stream.length - position);
                side.engine().receiveBody(ByteBuffer.wrap(stream, position, direct), side.now);
                position += direct;
            } else {
                int taken = side.engine().receive(stream, position, count, side.now);
                if (taken == 0) {
                    throw new AssertionError("no progress at %d of %d".formatted(position, stream.length));
                }
                position += taken;
            }
            Message message = Message.wrap(new byte[random.nextInt(100)]);
            side.send(message);
            out.clear();
            side.engine().transmit(out, side.outgoing::poll);
            side.now += random.nextInt(1_000_000);
            side.engine().tick(side.now);
        }
        side.engine().endOfStream();
    }
}
