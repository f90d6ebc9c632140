package io.zmq4j.pattern;

import io.zmq4j.address.NumericAddress;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * DGRAM: datagrams of one endpoint, each with the address of its other end in front. It is libzmq's; no RFC has it. What is no address
 * or no datagram is refused here, where the caller is told.
 */
public final class Dgram implements Pattern {
    /** Most bytes of a datagram, as in libzmq. */
    private static final int LARGEST = 8192;

    private final FairQueue in = new FairQueue((pipe, message) -> message);

    /** The one endpoint. */
    private @Nullable Pipe endpoint;

    @Override
    public boolean attach(Pipe pipe) {
        Pipe there = endpoint;
        if (there != null && !there.isGone()) {
            return false;
        }
        endpoint = pipe;
        in.add(pipe);
        return true;
    }

    @Override
    public void detach(Pipe pipe) {
        in.remove(pipe);
        if (endpoint == pipe) {
            endpoint = null;
        }
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {}

    /** False while it is not bound, or its queue is full. */
    @Override
    public boolean trySend(Message message) {
        check(message);
        Pipe there = endpoint;
        return there != null && there.tryWrite(message);
    }

    private static void check(Message message) {
        String address = message.text(0);
        if (NumericAddress.parse(address) == null) {
            throw new IllegalArgumentException("\"" + NumericAddress.shown(address)
                    + "\" is no address that a datagram can be sent to; allowed: " + NumericAddress.FORM);
        }
        if (message.array(1).length > LARGEST) {
            throw new IllegalArgumentException(
                    "a datagram of " + message.array(1).length + " bytes: at most " + LARGEST + " are allowed");
        }
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    @Override
    public boolean canSend() {
        Pipe there = endpoint;
        return there != null && there.canWrite();
    }

    @Override
    public boolean canReceive() {
        return in.canReceive();
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }
}
