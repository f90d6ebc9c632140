package io.zmq4j.spring.autoconfigure;

import io.zmq4j.ChannelSocket;
import io.zmq4j.ClientSocket;
import io.zmq4j.DealerSocket;
import io.zmq4j.DgramSocket;
import io.zmq4j.DishSocket;
import io.zmq4j.GatherSocket;
import io.zmq4j.PairSocket;
import io.zmq4j.PeerSocket;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RadioSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.ScatterSocket;
import io.zmq4j.ServerSocket;
import io.zmq4j.Socket;
import io.zmq4j.StreamSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.zmtp.SocketType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the text of a type to the type, and to the class that its bean has. */
final class SocketTypes {
    private static final Map<SocketType, Class<? extends Socket>> CLASSES = Map.ofEntries(
            Map.entry(SocketType.PAIR, PairSocket.class),
            Map.entry(SocketType.REQ, ReqSocket.class),
            Map.entry(SocketType.REP, RepSocket.class),
            Map.entry(SocketType.DEALER, DealerSocket.class),
            Map.entry(SocketType.ROUTER, RouterSocket.class),
            Map.entry(SocketType.PUB, PubSocket.class),
            Map.entry(SocketType.SUB, SubSocket.class),
            Map.entry(SocketType.XPUB, XPubSocket.class),
            Map.entry(SocketType.XSUB, XSubSocket.class),
            Map.entry(SocketType.PUSH, PushSocket.class),
            Map.entry(SocketType.PULL, PullSocket.class),
            Map.entry(SocketType.STREAM, StreamSocket.class),
            Map.entry(SocketType.SERVER, ServerSocket.class),
            Map.entry(SocketType.CLIENT, ClientSocket.class),
            Map.entry(SocketType.RADIO, RadioSocket.class),
            Map.entry(SocketType.DISH, DishSocket.class),
            Map.entry(SocketType.GATHER, GatherSocket.class),
            Map.entry(SocketType.SCATTER, ScatterSocket.class),
            Map.entry(SocketType.DGRAM, DgramSocket.class),
            Map.entry(SocketType.PEER, PeerSocket.class),
            Map.entry(SocketType.CHANNEL, ChannelSocket.class));

    private SocketTypes() {}

    /** @throws InvalidPropertyException if there is no such type, or none is given */
    static SocketType of(@Nullable String text, String socket) {
        String property = "zmq4j.sockets." + socket + ".type";
        String reason = "it is missing";
        if (text != null) {
            String name = text.strip().toUpperCase(Locale.ROOT);
            for (SocketType type : SocketType.values()) {
                if (type.name().equals(name)) {
                    return type;
                }
            }
            reason = "there is no socket type " + text;
        }
        throw new InvalidPropertyException(property, reason, "Set it to one of " + SocketType.values() + ".", null);
    }

    static Class<? extends Socket> classOf(SocketType type) {
        Class<? extends Socket> face = CLASSES.get(type);
        if (face == null) {
            throw new IllegalArgumentException("a " + type + " has no class");
        }
        return face;
    }
}
