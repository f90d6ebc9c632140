package io.zmq4j.interop;

import io.zmq4j.Context;
import io.zmq4j.DishSocket;
import io.zmq4j.Receiver;
import io.zmq4j.RouterSocket;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A socket of our own, in a context of its own. */
final class OwnPartner implements Partner {
    private final Socket socket;

    OwnPartner(Context context, SocketType type, boolean beats) {
        socket = context.socket(type);
        prepare(socket, beats);
        if (socket instanceof RouterSocket) {
            socket.set(SocketOptions.ROUTING_ID, Pairing.THEIR_ID.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What every socket of ours needs for a conversation, at whichever end. */
    static void prepare(Socket socket, boolean beats) {
        socket.set(SocketOptions.LINGER, Duration.ZERO);
        if (beats) {
            socket.set(SocketOptions.HEARTBEAT_IVL, Duration.ofMillis(BEAT_MILLIS));
            socket.set(SocketOptions.HEARTBEAT_TIMEOUT, Rig.PATIENCE);
        }
        if (socket instanceof SubSocket sub) {
            sub.subscribe("");
        }
        if (socket instanceof XSubSocket xsub) {
            xsub.subscribe(new byte[0]);
        }
        if (socket instanceof DishSocket dish) {
            dish.join(Pairing.GROUP);
        }
    }

    @Override
    public String bind(String endpoint) {
        return socket.bind(endpoint).uri();
    }

    @Override
    public void connect(String endpoint) {
        socket.connect(endpoint);
    }

    @Override
    public void greet() {
        if (socket.type().topics() == SocketType.Topics.NONE && socket.type().speech() == SocketType.Speech.ZMTP) {
            Rig.awaitPeer(socket);
        }
    }

    @Override
    public void send(Message message) {
        Rig.send((Sender) socket, message);
    }

    @Override
    public Message receive() {
        return Rig.receive((Receiver) socket);
    }

    @Override
    public void close() {
        socket.close();
    }
}
