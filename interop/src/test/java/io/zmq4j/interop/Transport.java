package io.zmq4j.interop;

import io.zmq4j.testkit.Ports;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The ways two sockets can meet. */
enum Transport {
    TCP {
        @Override
        String freshEndpoint() {
            return Ports.tcpEndpoint();
        }
    },
    IPC {
        @Override
        String freshEndpoint() {
            return Ports.ipcEndpoint();
        }
    },
    INPROC {
        @Override
        String freshEndpoint() {
            return "inproc://" + LAST_NAME.incrementAndGet();
        }
    };

    private static final AtomicInteger LAST_NAME = new AtomicInteger();

    /** An endpoint to bind and connect: not in use, and never given out twice. */
    abstract String freshEndpoint();

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
