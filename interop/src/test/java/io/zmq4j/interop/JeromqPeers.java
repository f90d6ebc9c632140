package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static org.assertj.core.api.Assertions.fail;

import io.zmq4j.Socket;
import io.zmq4j.event.SocketEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Sockets of JeroMQ in this JVM; they end with the test. */
final class JeromqPeers implements AfterEachCallback {
    private final ZContext context = new ZContext();

    @Override
    public void afterEach(ExtensionContext test) {
        context.close();
    }

    ZContext context() {
        return context;
    }

    ZMQ.Socket open(SocketType type) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        socket.setReceiveTimeOut((int) Rig.PATIENCE.toMillis());
        socket.setSendTimeOut((int) Rig.PATIENCE.toMillis());
        return socket;
    }

    /**
     * A socket that is connected with ours. Now and then a connecting JeroMQ says nothing at all, for ever: then another one is tried.
     *
     * @param settings what is set before it connects
     */
    ZMQ.Socket connected(SocketType type, Consumer<ZMQ.Socket> settings, String endpoint, Socket ours) {
        return connected(type, settings, endpoint, ours, HANDSHAKE_SUCCEEDED);
    }

    /** The same where what comes of it is another event of ours. */
    ZMQ.Socket connected(
            SocketType type, Consumer<ZMQ.Socket> settings, String endpoint, Socket ours, SocketEvent.Type outcome) {
        var isOver = new CompletableFuture<Boolean>();
        var unused = ours.onEvent(event -> {
            if (event.type() == outcome) {
                isOver.complete(true);
            }
        });
        for (int tries = 0; tries < 10; tries++) {
            ZMQ.Socket theirs = open(type);
            settings.accept(theirs);
            theirs.connect(endpoint);
            if (isOver.copy().completeOnTimeout(false, 2, TimeUnit.SECONDS).join()) {
                return theirs;
            }
            theirs.close();
        }
        return fail("JeroMQ does not connect");
    }
}
