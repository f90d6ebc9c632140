package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.PythonPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The protocol as docs/patterns/delivery.md has it, spoken by programs of pyzmq. */
class PythonDeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Connects, takes a number of messages, acknowledges all but the last and keeps silent. */
    private static final String RECEIVER = """
            import struct, sys, time, uuid, zmq
            HELLO, READY, MESSAGES, ACK, HEARTBEAT, BYE = 1, 2, 3, 4, 5, 6
            session = 7
            dealer = zmq.Context().socket(zmq.DEALER)
            dealer.connect(sys.argv[1])
            dealer.send(struct.pack('>BIBc16sIIQ', HELLO, session, 1, b'R', uuid.uuid4().bytes, 5000, 10, 1000))
            left = int(sys.argv[2])
            last = time.monotonic()
            while left:
                if time.monotonic() - last > 0.1:
                    dealer.send(struct.pack('>BI', HEARTBEAT, session))
                    last = time.monotonic()
                if not dealer.poll(100):
                    continue
                header, *frames = dealer.recv_multipart()
                command, theirs = struct.unpack('>BI', header[:5])
                if theirs != session:
                    continue
                if command == READY:
                    print('sender', uuid.UUID(bytes=header[7:23]), flush=True)
                if command == MESSAGES:
                    flags, first = struct.unpack('>BQ', header[5:])
                    messages = [frames] if flags & 1 else [[frame] for frame in frames]
                    for number, message in enumerate(messages, first):
                        print(number, b'|'.join(message).decode(), flush=True)
                        left -= 1
                        if left:
                            dealer.send(struct.pack('>BIQI', ACK, session, number, 1))
            sys.stdin.readline()
            dealer.send(struct.pack('>BI', BYE, session) + b'that was enough')
            dealer.close(1000)
            """;

    /** Is bound, waits for a receiver, sends three messages and counts their acknowledgements. */
    private static final String SENDER = """
            import struct, sys, uuid, zmq
            HELLO, READY, MESSAGES, ACK, HEARTBEAT, BYE = 1, 2, 3, 4, 5, 6
            me = uuid.uuid4()
            router = zmq.Context().socket(zmq.ROUTER)
            router.bind_to_random_port('tcp://127.0.0.1')
            print(router.last_endpoint.decode(), flush=True)
            print(me, flush=True)
            unacknowledged = set()
            while True:
                peer, header, *frames = router.recv_multipart()
                command, session = struct.unpack('>BI', header[:5])
                if command == HELLO:
                    credit, = struct.unpack('>I', header[27:31])
                    ready = struct.pack('>BIBc16sIIQ', READY, session, 1, b'S', me.bytes, 5000, 0, 0)
                    router.send_multipart([peer, ready])
                    router.send_multipart([peer, struct.pack('>BIBQ', MESSAGES, session, 0, 1), b'one', b'two'])
                    router.send_multipart([peer, struct.pack('>BIBQ', MESSAGES, session, 3, 3), b'three', b'3'])
                    unacknowledged = {1, 2, 3}
                if command == ACK:
                    for at in range(5, len(header), 12):
                        first, count = struct.unpack('>QI', header[at:at + 12])
                        unacknowledged -= set(range(first, first + count))
                    if not unacknowledged:
                        break
            print('all', credit, flush=True)
            router.close(1000)
            """;

    @Test
    void aProgramInPythonReceives() {
        try (var context = Context.create();
                var sender = DeliverySender.open(context)) {
            String endpoint = sender.bind("tcp://127.0.0.1:*").uri();
            sender.send(Message.of("one"));
            sender.send(Message.of("two", "2"));
            sender.send(Message.of("three"));
            try (var python = new PythonPeer(RECEIVER, endpoint, "3");
                    var other = DeliveryReceiver.open(context)) {
                python.expectLine("sender " + sender.id(), SOON);
                python.expectLine("1 one", SOON);
                python.expectLine("2 two|2", SOON);
                python.expectLine("3 three", SOON);
                other.connect(endpoint);
                python.sendLine("go on");

                Delivery delivery = other.receive(SOON).orElseThrow();
                assertThat(delivery.sequence()).isEqualTo(3);
                assertThat(delivery.isRedelivered()).isTrue();
                delivery.acknowledge();
                assertThat(sender.flush(SOON)).isTrue();
                python.expectExit(SOON);
            }
        }
    }

    @Test
    void aProgramInPythonSends() {
        try (var context = Context.create();
                var python = new PythonPeer(SENDER);
                var receiver = DeliveryReceiver.open(context, it -> it.window(17, 1000))) {
            receiver.connect(python.nextLine(SOON));
            UUID id = UUID.fromString(python.nextLine(SOON));
            List<Message> came = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                Delivery delivery = receiver.receive(SOON).orElseThrow();
                assertThat(delivery.senderId()).isEqualTo(id);
                assertThat(delivery.sequence()).isEqualTo(i);
                assertThat(delivery.isRedelivered()).isEqualTo(i == 3);
                came.add(delivery.message());
                delivery.acknowledge();
            }
            assertThat(came).containsExactly(Message.of("one"), Message.of("two"), Message.of("three", "3"));
            python.expectLine("all 17", SOON);
            python.expectExit(SOON);
        }
    }
}
