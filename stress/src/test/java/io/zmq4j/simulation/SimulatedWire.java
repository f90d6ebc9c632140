package io.zmq4j.simulation;

import io.zmq4j.transport.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One end of a {@link Cable}. Holds bytes for which there is no room, as a wire that enciphers does; what it tells its host, it
 * only notes.
 */
final class SimulatedWire implements Wire {
    private final Network network;
    private final Cable cable;
    private final Flow in;
    private final Flow out;
    private final ByteBuffer held;
    private Host host;
    private boolean wantsRead = true;
    private boolean wantsWrite;
    private boolean isClosed;

    SimulatedWire(Network network, Cable cable, Flow in, Flow out) {
        this.network = network;
        this.cable = cable;
        this.in = in;
        this.out = out;
        held = ByteBuffer.allocate(network.conditions().holds());
    }

    Flow in() {
        return in;
    }

    Flow out() {
        return out;
    }

    /** Has the host look, if there is something it wants. Not with a monitor held: it goes into the loop. */
    void tellIfReady() {
        long now = network.now();
        boolean isReady = (wantsRead && in.tellsReader(now)) || (wantsWrite && out.tellsWriter(now));
        if (isReady && host != null && !isClosed) {
            host.ready();
        }
    }

    private SimulatedWire far() {
        return cable.other(this);
    }

    @Override
    public void open(Host host) {
        this.host = host;
        tellIfReady();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        checkOpen();
        int count = in.read(into, network.now());
        if (count > 0) {
            far().tellIfReady();
            tellIfReady();
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        checkOpen();
        int before = from.remaining();
        long arrival = out.arrival();
        boolean moves = pushHeld();
        if (moves && held.position() == 0) {
            out.write(from, network.now());
        }
        hold(from);
        entered(arrival);
        if (before > from.remaining()) {
            tellIfReady();
        }
        return before - from.remaining();
    }

    /** Whether more may follow what was held. */
    private boolean pushHeld() throws IOException {
        if (held.position() == 0) {
            return !network.hesitates();
        }
        held.flip();
        try {
            out.write(held, network.now());
        } finally {
            held.compact();
        }
        return true;
    }

    private void hold(ByteBuffer from) {
        int count = Math.min(from.remaining(), held.remaining());
        held.put(held.position(), from, from.position(), count);
        held.position(held.position() + count);
        from.position(from.position() + count);
    }

    /** What has entered since arrives later. */
    private void entered(long arrivalBefore) {
        if (out.arrival() != arrivalBefore) {
            if (out.isAbandoned()) {
                cable.resetBy(this);
            } else {
                network.at(out.arrival(), far()::tellIfReady);
            }
        }
    }

    @Override
    public boolean owes() {
        return held.position() > 0;
    }

    @Override
    public int unsent() {
        return held.position();
    }

    @Override
    public boolean finish() throws IOException {
        checkOpen();
        long arrival = out.arrival();
        pushHeld();
        entered(arrival);
        if (owes()) {
            return false;
        }
        network.at(out.end(network.now()), far()::tellIfReady);
        return true;
    }

    @Override
    public boolean want(int half, boolean wanted) {
        if (half == READ) {
            wantsRead = wanted;
        } else {
            wantsWrite = wanted;
        }
        if (wanted) {
            tellIfReady();
        }
        return !isClosed;
    }

    private void checkOpen() throws IOException {
        if (isClosed) {
            throw new IOException("closed");
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            cable.closedBy(this);
        }
    }
}
