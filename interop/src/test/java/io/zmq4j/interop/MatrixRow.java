package io.zmq4j.interop;

import static java.util.stream.Stream.concat;

import io.zmq4j.message.Message;
import io.zmq4j.testkit.Ports;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Two types that meet over a transport. */
record MatrixRow(Pairing pairing, String scheme) {
    private static final int SHORT = 256;

    private static final List<Message> SHAPES = List.of(
            Message.of("text"),
            Message.of(""),
            Message.of("several", "frames"),
            Message.of("", "", ""),
            Message.of("an", "", "empty frame"),
            ofSizes(255),
            ofSizes(256),
            ofSizes(1 << 17),
            ofSizes(0, 255, 256, 1 << 16, 1),
            ofSizes(new int[100]));

    static List<MatrixRow> all() {
        Stream<Pairing> overWires = Stream.of(Pairings.CLASSIC, Pairings.GROUPS, Pairings.SINGLE_FRAME)
                .flatMap(List::stream);
        Stream<MatrixRow> wires = concat(overWires, Stream.of(Pairings.BYTES))
                .flatMap(pairing -> Stream.of("tcp", "ipc").map(scheme -> new MatrixRow(pairing, scheme)));
        Stream<MatrixRow> datagrams = concat(Pairings.GROUPS.stream(), Stream.of(Pairings.DATAGRAMS))
                .map(pairing -> new MatrixRow(pairing, "udp"));
        return concat(wires, datagrams).toList();
    }

    boolean isUdp() {
        return scheme.equals("udp");
    }

    boolean isDraft() {
        return !Pairings.CLASSIC.contains(pairing) && !pairing.equals(Pairings.BYTES);
    }

    boolean hasGroups() {
        return pairing.ours().hasGroups();
    }

    /** Whether what is said is ZMTP, which has versions and heartbeats. */
    boolean isZmtp() {
        return !isUdp() && pairing.ours().speech() == SocketType.Speech.ZMTP;
    }

    /** Whether we bind, in each play. Over udp who receives binds. */
    List<Boolean> roles() {
        return isUdp() ? List.of(pairing.ours() == SocketType.DISH) : List.of(true, false);
    }

    /** Messages that can be told from each other when they come, as far as the types can carry them. */
    List<Message> shapes() {
        return SHAPES.stream().filter(this::carries).toList();
    }

    private boolean carries(Message shape) {
        boolean isOneFrame = shape.frameCount() == 1;
        if (isUdp()) {
            return isOneFrame && shape.size(0) <= SHORT;
        }
        // Longer ones may be cut on their way.
        if (pairing.ours() == SocketType.STREAM) {
            return isOneFrame && shape.size(0) <= SHORT && shape.size(0) > 0;
        }
        return isOneFrame || !isDraft();
    }

    /** An endpoint that nobody has. */
    String freshEndpoint() {
        return switch (scheme) {
            case "tcp" -> Ports.tcpEndpoint();
            case "ipc" -> Ports.ipcEndpoint();
            default -> "udp://127.0.0.1:" + freeUdpPort();
        };
    }

    private static int freeUdpPort() {
        try (var probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message ofSizes(int... sizes) {
        return Message.of(Arrays.stream(sizes).mapToObj(MatrixRow::bytes).toList());
    }

    /** Bytes that differ from their neighbours, so that a shift shows. */
    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + size);
        }
        return bytes;
    }

    @Override
    public String toString() {
        return pairing + " over " + scheme;
    }
}
