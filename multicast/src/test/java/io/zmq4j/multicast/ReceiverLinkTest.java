package io.zmq4j.multicast;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A subscriber's link, on the loopback interface. */
class ReceiverLinkTest {
    private static final int MESSAGES = 200;
    private static final int SIZE = 1000;

    /** 64 KiB. */
    private static final int PORTION = 65;

    private final Socket socket = new Socket();

    /** Takes messages while it has room, and counts them. */
    private static final class Socket implements LinkHost {
        int received;
        int room = Integer.MAX_VALUE;

        @Override
        public @Nullable Message peek() {
            return null;
        }

        @Override
        public void take() {
            throw new IllegalStateException("there is nothing to take");
        }

        @Override
        public boolean hasRoom() {
            return received < room;
        }

        @Override
        public void deliver(Message message) {
            received++;
        }

        @Override
        public void lost(long count, @Nullable String peer, String detail) {
            throw new IllegalStateException(detail);
        }

        @Override
        public void channelsChanged() {}

        @Override
        public void event(SocketEvent.Type type, @Nullable String peer, String detail) {}
    }

    @Test
    void messagesAreHandedOverInPortionsAndTheRestNeedsTheKernelNoMore() throws Exception {
        Link link = flooded();
        try {
            link.receive(System.nanoTime());
            assertThat(socket.received).isBetween(1, PORTION);
            for (int before = 0; link.nanosToNext(System.nanoTime()) == 0; before = socket.received) {
                link.transmit(System.nanoTime());
                assertThat(socket.received).isBetween(before + 1, before + PORTION);
            }
            assertThat(socket.received).isEqualTo(MESSAGES);
        } finally {
            link.close();
        }
    }

    @Test
    void aSocketWithoutRoomIsGivenNothingAndTimeStandsStill() throws Exception {
        Link link = flooded();
        try {
            socket.room = 10;
            link.receive(System.nanoTime());
            link.transmit(System.nanoTime());
            assertThat(socket.received).isEqualTo(10);
            assertThat(link.nanosToNext(System.nanoTime())).isEqualTo(Long.MAX_VALUE);
            socket.room = MESSAGES + 1;
            assertThat(link.nanosToNext(System.nanoTime())).isZero();
        } finally {
            link.close();
        }
    }

    /** A link for which 200 messages of 1000 bytes wait in the kernel. */
    private Link flooded() throws Exception {
        String endpoint = "epgm://127.0.0.1;239.192."
                + ThreadLocalRandom.current().nextInt(1, 255) + "."
                + ThreadLocalRandom.current().nextInt(1, 255) + ":"
                + ThreadLocalRandom.current().nextInt(20_000, 30_000);
        try (var context = Context.create()) {
            Link link = EpgmEndpoint.parse(endpoint).open(SocketType.SUB, new OptionValues(SocketType.SUB), socket);
            PubSocket pub = context.pub();
            pub.set(SocketOptions.RATE, 100_000);
            pub.bind(endpoint);
            for (int i = 0; i < MESSAGES; i++) {
                pub.send(Message.wrap(new byte[SIZE]));
            }
            pub.close();
            context.close(Duration.ofSeconds(20));
            return link;
        }
    }
}
