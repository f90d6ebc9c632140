package io.zmq4j.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineListener;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.engine.Unsent;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A channel that takes what it likes, and ends at a moment of its own: each message arrived whole, or is given back whole, in
 * order, and none is both.
 */
class OutputTest {
    private static final int CASES = 400;
    /** To seal takes its time. */
    private static final int SEALED_CASES = 100;

    private static EngineOptions options(SocketType type, Function<Metadata, Mechanism> mechanism) {
        return new EngineOptions(
                type,
                new byte[0],
                -1,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                new OtherSecurity(mechanism),
                false);
    }

    private static final class Receiver implements EngineListener {
        final List<Message> messages = new ArrayList<>();
        final Engine engine;
        /** The bytes of its part of the handshake. */
        long opened;

        Receiver(SocketType type, Function<Metadata, Mechanism> mechanism) {
            engine = ZmtpEngine.with(options(type, mechanism)).create(this, 0);
        }

        @Override
        public void onHandshake(PeerInfo peer) {}

        @Override
        public boolean onMessage(Message message) {
            messages.add(message);
            return true;
        }

        @Override
        public void onOutput() {}

        @Override
        public void onAsk(Ask ask) {
            throw new AssertionError("nothing is asked here");
        }

        void take(byte[] bytes) throws ProtocolException {
            assertThat(engine.receive(bytes, 0, bytes.length, 0)).isEqualTo(bytes.length);
        }

        /** All that waits to be sent, without messages. */
        byte[] control() {
            var out = new Outgoing(64 * 1024);
            var bytes = ByteBuffer.allocate(1024);
            while (engine.transmit(out, () -> null)) {
                bytes.put(out.batch, 0, out.batchLength);
                out.clear();
            }
            opened += bytes.position();
            var all = new byte[bytes.position()];
            bytes.get(0, all);
            return all;
        }
    }

    private static Message message(Random random) {
        var frames = new byte[random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 1][];
        for (int i = 0; i < frames.length; i++) {
            int size = switch (random.nextInt(10)) {
                case 0 -> random.nextInt(2_000_000);
                case 1, 2 -> random.nextInt(100_000);
                case 3, 4 -> 250 + random.nextInt(12_000);
                default -> random.nextInt(40);
            };
            frames[i] = new byte[size];
            random.nextBytes(frames[i]);
        }
        return Message.wrap(frames);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void eachMessageHasArrivedOrIsGivenBackAndNoneIsBoth(boolean largeBuffers, boolean isSealed)
            throws ProtocolException {
        // A worker that never comes: then there are no large buffers.
        var pool = new BufferPool(largeBuffers ? Runnable::run : task -> {});
        int givenBack = 0;
        int cases = isSealed ? SEALED_CASES : CASES;
        for (long seed = 0; seed < cases; seed++) {
            givenBack += run(new Random(seed), pool, isSealed ? ToySeal::quick : NullMechanism::new, "seed " + seed);
        }
        assertThat(givenBack).as("messages given back in all cases").isGreaterThan(cases / 4);
    }

    private int run(Random random, BufferPool pool, Function<Metadata, Mechanism> mechanism, String what)
            throws ProtocolException {
        var sender = new Receiver(SocketType.PUSH, mechanism);
        var receiver = new Receiver(SocketType.PULL, mechanism);
        for (int i = 0; i < 3; i++) {
            receiver.take(sender.control());
            sender.take(receiver.control());
        }
        Deque<Message> queue = new ArrayDeque<>();
        List<Message> all = new ArrayList<>();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            Message next = message(random);
            all.add(next);
            queue.add(next);
        }

        long endsAfter = (long)
                (random.nextDouble() * all.stream().mapToLong(Message::size).sum());
        long total = sender.opened;
        Unsent unsent = null;
        Output output = Objects.requireNonNull(pool.takeOutput());
        while (endsAfter > 0) {
            if (unsent != null) {
                output.fill(unsent, pool);
            } else if (!output.fill(sender.engine, queue::poll, pool)) {
                break;
            }
            int count =
                    (int) Math.min(endsAfter, 1 + random.nextInt(output.direct().remaining()));
            var taken = new byte
                    [random.nextBoolean()
                            ? count
                            : (int) Math.min(endsAfter, output.direct().remaining())];
            output.direct().get(taken);
            receiver.take(taken);
            endsAfter -= taken.length;
            total += taken.length;
            sender.engine.left(total);
            if (unsent == null && !output.direct().hasRemaining() && endsAfter > 0 && random.nextBoolean()) {
                // Goes on with the same output, as one that writes does while the channel takes everything.
                continue;
            }
            unsent = after(output, unsent, taken.length, sender.engine);
            output.clear(pool);
            pool.give(output);
            output = Objects.requireNonNull(pool.takeOutput());
        }
        output.clear(pool);
        pool.give(output);

        List<Message> back = new ArrayList<>();
        sender.engine.recover(unsent, back::add);
        List<Message> accounted = new ArrayList<>(receiver.messages);
        accounted.addAll(back);
        accounted.addAll(queue);
        assertThat(accounted).as(what).isEqualTo(all);
        return back.size();
    }

    private static @Nullable Unsent after(Output output, @Nullable Unsent before, int taken, Engine engine) {
        if (before != null) {
            before.taken(taken, 0);
            return before.isEmpty() ? null : before;
        }
        return output.hasLeft(0) ? null : output.unsent(engine, 0);
    }
}
