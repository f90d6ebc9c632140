package io.zmq4j.simulation;

import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Loop;
import io.zmq4j.transport.Attempt;
import io.zmq4j.transport.Waiting;
import io.zmq4j.transport.Wire;
import java.io.IOException;

/** A connection that is being made, at once or after a while, or is not. */
final class SimulatedAttempt implements Attempt {
    private final Network network;
    private SimulatedWire made;
    private String refusal;
    private Chore told;
    private boolean isGivenUp;

    SimulatedAttempt(Network network) {
        this.network = network;
    }

    void made(SimulatedWire wire) {
        made = wire;
        tell();
    }

    void refused(String why) {
        refusal = why;
        tell();
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    private void tell() {
        if (told != null) {
            told.note();
        }
    }

    @Override
    public boolean isMade() {
        return made != null;
    }

    @Override
    public boolean finish() throws IOException {
        if (refusal != null) {
            throw new IOException(refusal);
        }
        return made != null;
    }

    @Override
    public void begin(Loop loop, Waiting waiting) {
        told = loop.chore(waiting::onReady);
        if (made != null || refusal != null) {
            tell();
        }
    }

    @Override
    public boolean reachedItself() {
        return false;
    }

    @Override
    public Wire wire(Loop loop) {
        return made;
    }

    @Override
    public void close(Loop loop) {
        isGivenUp = true;
        if (made != null) {
            made.close();
        }
    }
}
