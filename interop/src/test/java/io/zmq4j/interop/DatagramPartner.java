package io.zmq4j.interop;

import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * RADIO, DISH and DGRAM over udp, datagram by datagram: a DGRAM's is the body alone, the others' is the group's length in one
 * byte, the group and the body.
 */
final class DatagramPartner implements Partner {
    private static final String SCHEME = "udp://";
    private static final int LARGEST = 8192;

    private final SocketType type;
    private @Nullable DatagramSocket socket;
    private @Nullable InetSocketAddress target;

    DatagramPartner(SocketType type) {
        this.type = type;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String bind(String endpoint) {
        open(address(endpoint.substring(SCHEME.length())));
        return endpoint;
    }

    @Override
    public void connect(String endpoint) {
        open(new InetSocketAddress("127.0.0.1", 0));
        target = address(endpoint.substring(SCHEME.length()));
    }

    private void open(InetSocketAddress local) {
        try {
            socket = new DatagramSocket(local);
            socket.setSoTimeout((int) Rig.PATIENCE.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatagramSocket socket() {
        if (socket == null) {
            throw new AssertionError("neither bound nor connected");
        }
        return socket;
    }

    @Override
    public void send(Message message) {
        byte[] first = message.bytes(0);
        byte[] body = message.bytes(1);
        boolean isPlain = type == SocketType.DGRAM;
        byte[] bytes = isPlain ? body : Bytes.concat(new byte[] {(byte) first.length}, first, body);
        try {
            socket().send(new DatagramPacket(bytes, bytes.length, isPlain ? address(message.text(0)) : target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Message receive() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            socket().receive(packet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        if (type == SocketType.DGRAM) {
            String from = packet.getAddress().getHostAddress() + ":" + packet.getPort();
            return Message.of(Bytes.utf8(from), bytes);
        }
        int bodyAt = 1 + (bytes[0] & 0xFF);
        return Message.of(Arrays.copyOfRange(bytes, 1, bodyAt), Arrays.copyOfRange(bytes, bodyAt, bytes.length));
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
