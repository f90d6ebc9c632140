package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.frame;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static io.zmq4j.zmtp.engine.Octets.property;
import static io.zmq4j.zmtp.engine.Octets.ready;

import java.util.Arrays;
import java.util.Random;

/** What a peer may send: valid streams, bent at random. */
final class BentStreams {
    private static final int[] CORNERS = {0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x7F, 0x80, 0xFE, 0xFF};

    private static final byte[][] FRAMES = {
        frame(0, octets("'message'")),
        frame(1, octets("'more'")),
        frame(0, Side.bytes(300)),
        frame(0, Side.bytes(20_000)),
        command("SUBSCRIBE", octets("'topic'")),
        command("CANCEL", octets("'topic'")),
        command("SUBSCRIBE", Side.bytes(70_000)),
        command("PING", octets("00 05 'context'")),
        command("PONG", octets("'context'")),
        command("ERROR", octets("03 '400'")),
        command("UNKNOWN", Side.bytes(30)),
        command("UNKNOWN", Side.bytes(65_600)),
        ready("SUB"),
    };

    private BentStreams() {}

    static byte[] next(Random random) {
        return bend(stream(random), random);
    }

    private static byte[] stream(Random random) {
        byte[] stream = switch (random.nextInt(8)) {
            case 0 -> octets("05 00 'mine'");
            case 1 -> octets("ff 0000000000000005 00 'mine'");
            case 2 -> octets("ff 0000000000000001 7f 01 02 00 02 'id'");
            case 3 -> concat(Octets.greeting(0), ready("SUB"));
            default ->
                concat(
                        Octets.greeting(),
                        command("READY", concat(property("Socket-Type", "SUB"), property("Identity", "peer"))));
        };
        for (int i = random.nextInt(12); i > 0; i--) {
            stream = concat(stream, FRAMES[random.nextInt(FRAMES.length)]);
        }
        return stream;
    }

    /** Changes, drops, doubles or adds bytes at a few places, sometimes at none. */
    private static byte[] bend(byte[] stream, Random random) {
        byte[] bent = stream;
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(bent.length);
            byte[] head = Arrays.copyOf(bent, at);
            byte[] tail = Arrays.copyOfRange(bent, at, bent.length);
            bent = switch (random.nextInt(5)) {
                case 0 -> concat(head, new byte[] {(byte) CORNERS[random.nextInt(CORNERS.length)]}, tail);
                case 1 -> concat(head, Arrays.copyOfRange(tail, 1, tail.length), new byte[1]);
                case 2 -> concat(head, tail, tail);
                case 3 -> {
                    tail[0] ^= (byte) (1 << random.nextInt(8));
                    yield concat(head, tail);
                }
                default -> {
                    tail[0] = (byte) CORNERS[random.nextInt(CORNERS.length)];
                    yield concat(head, tail);
                }
            };
        }
        return bent;
    }
}
