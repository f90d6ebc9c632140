package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.wire.Command;

/** Sends the protocol's own bytes: queues them, tells the owner, and tells a person who watches. */
final class ControlSender {
    private final ControlQueue queue;
    private final EngineListener listener;

    ControlSender(ControlQueue queue, EngineListener listener) {
        this.queue = queue;
        this.listener = listener;
    }

    /** Part of the greeting or the handshake. */
    void send(byte[] bytes) {
        queue.addHandshake(bytes);
        listener.onOutput();
    }

    void sendPing(Command ping) {
        queue.putPing(ping);
        listener.onOutput();
    }

    /** False if too many PONGs wait already. */
    boolean sendPong(Command pong) {
        boolean accepted = queue.offerPong(pong);
        if (accepted) {
            listener.onOutput();
        }
        return accepted;
    }

    boolean traces() {
        return listener.traces();
    }

    void trace(String line) {
        if (listener.traces()) {
            listener.onTrace(line);
        }
    }
}
