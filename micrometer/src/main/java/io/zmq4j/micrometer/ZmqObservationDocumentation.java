package io.zmq4j.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations that {@link ZmqObservations} make. All have the same keys; a span is called by operation and socket, such as
 * {@code send orders}.
 */
public enum ZmqObservationDocumentation implements ObservationDocumentation {
    /** A message is sent: until the socket has taken it, which is before it is on its way. A producer's span. */
    SEND("zmq4j.send"),
    /** A message has been received, or its time was over, or receiving failed. Takes no time, as to wait is no work. A consumer's span. */
    RECEIVE("zmq4j.receive"),
    /** A request, until its reply is there. A client's span. */
    REQUEST("zmq4j.request"),
    /** A handler has a message, or a request: until it returns. A consumer's span, or a server's. */
    HANDLE("zmq4j.handle");

    private final String observation;

    ZmqObservationDocumentation(String observation) {
        this.observation = observation;
    }

    @Override
    public String getName() {
        return observation;
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return LowKey.values();
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return HighKey.values();
    }

    /** Such as {@code send}. */
    String operation() {
        return observation.substring(observation.indexOf('.') + 1);
    }

    /** Keys with few values, which timers have as tags. */
    public enum LowKey implements KeyName {
        /** {@code zeromq}. */
        SYSTEM("messaging.system"),
        /** {@code send}, {@code receive}, {@code request}, {@code handle}. */
        OPERATION("messaging.operation"),
        /** The socket's name; {@code -} if it has none. */
        DESTINATION("messaging.destination.name"),
        /** The socket's type, such as {@code DEALER}. */
        SOCKET_TYPE("zmq4j.socket.type"),
        /** {@code ok}, {@code timeout}, {@code error}; at the end. */
        OUTCOME("outcome");

        private final String key;

        LowKey(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** Keys with many values, which spans have alone. */
    public enum HighKey implements KeyName {
        /** Bytes in the message's frames, without a trace frame; absent where there is no message. */
        SIZE("messaging.message.body.size");

        private final String key;

        HighKey(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }

        @Override
        public boolean isRequired() {
            return false;
        }
    }
}
