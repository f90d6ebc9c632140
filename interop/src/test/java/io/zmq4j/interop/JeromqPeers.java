package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static org.assertj.core.api.Assertions.fail;

import io.zmq4j.Socket;
import io.zmq4j.event.SocketEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Sockets of JeroMQ in this JVM; they end with the test. */
final class JeromqPeers implements AfterEachCallback {
    /** How long the first one may take to say something; the next one twice as long, as it may be the machine that is slow. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final ZContext context = new ZContext();

    /** Now and then an assertion ends JeroMQ's I/O thread, and then its close waits for ever: that one is left behind. */
    @Override
    public void afterEach(ExtensionContext test) throws InterruptedException {
        var closer = new Thread(context::close, "jeromq-close");
        closer.setDaemon(true);
        closer.start();
        closer.join(Rig.PATIENCE.toMillis());
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
        var underWay = new AtomicInteger();
        var outcomes = new AtomicInteger();
        var unused = ours.onEvent(event -> {
            // First: a try that is over has been counted.
            if (event.type() == outcome) {
                outcomes.incrementAndGet();
            }
            switch (event.type()) {
                case ACCEPTED -> underWay.incrementAndGet();
                case DISCONNECTED, HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH -> underWay.decrementAndGet();
                default -> {}
            }
        });
        for (int tries = 0; tries < 8; tries++) {
            int before = outcomes.get();
            ZMQ.Socket theirs = open(type);
            settings.accept(theirs);
            theirs.connect(endpoint);
            if (comesIn(PATIENCE.multipliedBy(1L << tries), () -> outcomes.get() > before)) {
                return theirs;
            }
            theirs.close();
            // It may have spoken at last: what comes of that is not the next one's.
            Rig.await("one that said nothing is gone", () -> underWay.get() == 0);
        }
        return fail("JeroMQ does not connect");
    }

    private static boolean comesIn(Duration time, BooleanSupplier outcome) {
        long deadline = System.nanoTime() + time.toNanos();
        while (!outcome.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
