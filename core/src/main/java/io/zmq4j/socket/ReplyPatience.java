package io.zmq4j.socket;

import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the replies of a server loop wait for room at who asked. A peer that asks and does not read would else hold every place, and
 * nobody would be served. So its replies wait in vain once, and are dropped from then on until one finds room at once.
 */
final class ReplyPatience {
    /** For a socket whose SNDTIMEO is endless. */
    private static final Duration MOST = Duration.ofSeconds(1);

    /** Of peers that have left meanwhile nobody says so here; what is forgotten is waited for once more. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Duration wait;

    /** By their routing ids. */
    private final Set<Message> slow = ConcurrentHashMap.newKeySet();

    /** @param sendTimeout negative for ever */
    ReplyPatience(Duration sendTimeout) {
        wait = sendTimeout.isNegative() ? MOST : sendTimeout;
    }

    /** Sends a reply, whose first frame says to whom; false if there was no room in time. */
    boolean send(SocketCore socket, Message reply) {
        if (socket.trySend(reply)) {
            if (!slow.isEmpty()) {
                slow.remove(peer(reply));
            }
            return true;
        }
        Message peer = peer(reply);
        if (!slow.contains(peer) && socket.send(reply, wait)) {
            return true;
        }
        if (slow.size() >= MOST_REMEMBERED) {
            slow.clear();
        }
        slow.add(peer);
        return false;
    }

    private static Message peer(Message reply) {
        return Message.wrap(reply.array(0));
    }
}
