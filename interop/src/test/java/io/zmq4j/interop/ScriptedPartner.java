package io.zmq4j.interop;

import static io.zmq4j.zmtp.SocketType.DISH;
import static io.zmq4j.zmtp.SocketType.PEER;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;
import static io.zmq4j.zmtp.SocketType.SERVER;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XSUB;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.testkit.RawVersion;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A socket for one connection that is written from the RFCs, in one version of ZMTP. */
final class ScriptedPartner implements Partner {
    /** Theirs begin with an empty frame on the wire. */
    private static final Set<SocketType> DELIMITING = Set.of(REQ, REP);

    /** Their messages begin with whom they are for or from, which is not on the wire. */
    private static final Set<SocketType> ROUTING = Set.of(ROUTER, SERVER, PEER);

    private static final byte[] SENDER = Bytes.utf8(Pairing.OUR_ID);

    private final RawVersion version;
    private final SocketType type;
    private @Nullable RawListener listener;
    private @Nullable RawPeer peer;

    ScriptedPartner(RawVersion version, SocketType type) {
        this.version = version;
        this.type = type;
    }

    @Override
    public String bind(String endpoint) {
        listener = new RawListener(endpoint);
        return listener.endpoint();
    }

    @Override
    public void connect(String endpoint) {
        peer = RawPeer.connect(endpoint);
    }

    @Override
    public void greet() {
        if (listener != null) {
            peer = listener.accept();
        }
        version.handshake(peer(), type.name(), type == ROUTER ? Pairing.THEIR_ID : "");
        if (type == SUB || type == XSUB) {
            version.send(peer(), version.subscription(""));
        }
        if (type == DISH) {
            version.send(peer(), RawFrame.command("JOIN", Bytes.utf8(Pairing.GROUP)));
        }
    }

    private RawPeer peer() {
        if (peer == null) {
            throw new AssertionError("nobody is connected");
        }
        return peer;
    }

    @Override
    public void send(Message message) {
        if (DELIMITING.contains(type)) {
            version.send(peer(), RawFrame.more(new byte[0]));
        }
        for (int i = ROUTING.contains(type) ? 1 : 0; i < message.frameCount(); i++) {
            boolean isLast = i == message.frameCount() - 1;
            byte[] body = message.bytes(i);
            version.send(peer(), isLast ? RawFrame.message(body) : RawFrame.more(body));
        }
    }

    @Override
    public Message receive() {
        List<byte[]> frames = new ArrayList<>();
        if (ROUTING.contains(type)) {
            frames.add(SENDER);
        }
        if (DELIMITING.contains(type)) {
            RawFrame delimiter = nextOfAMessage();
            assertThat(delimiter).isEqualTo(RawFrame.more(new byte[0]));
        }
        RawFrame frame;
        do {
            frame = nextOfAMessage();
            frames.add(frame.body());
        } while (frame.hasMore());
        return Message.of(frames);
    }

    private RawFrame nextOfAMessage() {
        RawFrame frame = version.read(peer());
        while (frame.isCommand()) {
            answer(frame);
            frame = version.read(peer());
        }
        return frame;
    }

    /** Waits for a PING and answers it. */
    @Override
    public void beat() {
        RawFrame frame = version.read(peer());
        while (!frame.isCommand() || !frame.commandName().equals("PING")) {
            frame = version.read(peer());
        }
        answer(frame);
    }

    private void answer(RawFrame command) {
        if (command.commandName().equals("PING")) {
            byte[] data = command.commandData();
            byte[] context = Arrays.copyOfRange(data, 2, data.length);
            version.send(peer(), RawFrame.command("PONG", context));
        }
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.close();
        }
        if (peer != null) {
            peer.close();
        }
    }
}
