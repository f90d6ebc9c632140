package io.zmq4j.observed;

import io.zmq4j.DealerSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.mechanism.Plain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** What goes wrong in the {@link Exhibit}, and by which socket it is to be seen. */
enum Fault {
    /** A client connects to a port on which nobody listens. */
    NOBODY_LISTENS("lost") {
        @Override
        void happenTo(Exhibit exhibit) {
            DealerSocket lost = exhibit.keep(exhibit.client.dealer().named("lost"));
            lost.connect("tcp://127.0.0.1:" + freePort());
        }
    },

    /** A REQ connects to the PUB. */
    WRONG_TYPE("stray") {
        @Override
        void happenTo(Exhibit exhibit) {
            ReqSocket stray = exhibit.keep(exhibit.client.req().named("stray"));
            stray.connect(exhibit.ticker);
        }
    },

    /** A client with a password connects to the PUB, which wants none. */
    WRONG_MECHANISM("guarded") {
        @Override
        void happenTo(Exhibit exhibit) {
            SubSocket guarded = exhibit.keep(exhibit.client.sub().named("guarded"));
            guarded.set(SocketOptions.SECURITY, Plain.client("anna", "secret"));
            guarded.connect(exhibit.ticker);
        }
    },

    /** A subscriber does not read: the PUB's queue to it fills, and messages are dropped. */
    SLOW_SUBSCRIBER("ticker") {
        @Override
        void happenTo(Exhibit exhibit) {
            SubSocket slow = exhibit.keep(exhibit.client.sub().named("slow"));
            slow.subscribe("");
            slow.connect(exhibit.ticker);
        }
    },

    /** The network carries nothing any more: the PUSH's queue fills, and its sender waits. */
    STALLED_LINK("source") {
        @Override
        void happenTo(Exhibit exhibit) {
            exhibit.pipeline.stall();
        }
    },

    /** Connections break, and come back. */
    BROKEN_CONNECTION("source") {
        @Override
        void happenTo(Exhibit exhibit) {
            exhibit.pipeline.cut();
        }
    };

    /** The name of the socket. */
    final String socket;

    Fault(String socket) {
        this.socket = socket;
    }

    abstract void happenTo(Exhibit exhibit);

    private static int freePort() {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
