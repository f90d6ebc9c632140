package io.zmq4j.interop;

import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import zmq.Msg;
import zmq.ZError;

/** A socket of JeroMQ. */
final class JeromqPartner implements Partner {
    private final JeromqPeers jeromq;
    private final SocketType type;
    private final boolean beats;
    private final Supplier<Socket> ours;
    private ZMQ.@Nullable Socket socket;

    /** @param ours our socket when it is bound: now and then a connecting JeroMQ says nothing, and then another one is taken */
    JeromqPartner(JeromqPeers jeromq, SocketType type, boolean beats, Supplier<Socket> ours) {
        this.jeromq = jeromq;
        this.type = type;
        this.beats = beats;
        this.ours = ours;
    }

    private void prepare(ZMQ.Socket made) {
        if (beats) {
            made.setHeartbeatIvl(BEAT_MILLIS);
            made.setHeartbeatTimeout((int) Rig.PATIENCE.toMillis());
        }
        switch (type) {
            case ROUTER -> {
                made.setIdentity(Pairing.THEIR_ID.getBytes(StandardCharsets.UTF_8));
                made.setRouterMandatory(true);
            }
            case SUB -> made.subscribe("");
            case XSUB -> made.send(new byte[] {1});
            case DISH -> made.base().join(Pairing.GROUP);
            default -> {}
        }
    }

    private ZMQ.Socket socket() {
        if (socket == null) {
            throw new AssertionError("neither bound nor connected");
        }
        return socket;
    }

    @Override
    public String bind(String endpoint) {
        socket = jeromq.open(type);
        prepare(socket);
        socket.bind(endpoint);
        return endpoint;
    }

    @Override
    public void connect(String endpoint) {
        socket = jeromq.connected(type, this::prepare, endpoint, ours.get());
    }

    @Override
    public void attend() {
        var unused = socket().getEvents();
    }

    private boolean isRouted() {
        return type == SocketType.SERVER || type == SocketType.PEER;
    }

    @Override
    public void send(Message message) {
        int first = isRouted() || type == SocketType.RADIO ? 1 : 0;
        for (int i = first; i < message.frameCount(); i++) {
            byte[] body = message.bytes(i);
            int flags = i == message.frameCount() - 1 ? 0 : ZMQ.SNDMORE;
            Rig.await("sent by JeroMQ", () -> sent(message, body, flags));
        }
    }

    /** A ROUTER may not know its peer yet. */
    private boolean sent(Message message, byte[] body, int flags) {
        var msg = new Msg(body);
        if (isRouted()) {
            msg.setRoutingId(ByteBuffer.wrap(message.bytes(0)).getInt());
        }
        if (type == SocketType.RADIO) {
            msg.setGroup(message.text(0));
        }
        boolean sent = socket().base().send(msg, flags);
        if (!sent && socket().errno() != ZError.EHOSTUNREACH) {
            throw new AssertionError("JeroMQ does not send: " + socket().errno());
        }
        return sent;
    }

    @Override
    public Message receive() {
        List<byte[]> frames = new ArrayList<>();
        Msg msg;
        do {
            msg = socket().recvMsg();
            if (msg == null) {
                throw new AssertionError("nothing came to JeroMQ in time");
            }
            if (isRouted()) {
                frames.add(ByteBuffer.allocate(4).putInt(msg.getRoutingId()).array());
            }
            if (type == SocketType.DISH) {
                frames.add(msg.getGroup().getBytes(StandardCharsets.UTF_8));
            }
            frames.add(msg.data());
        } while (msg.hasMore());
        return Message.of(frames);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
