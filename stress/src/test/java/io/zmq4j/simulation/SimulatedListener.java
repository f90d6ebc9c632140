package io.zmq4j.simulation;

import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Loop;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.Waiting;
import io.zmq4j.transport.Wire;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;

/** Somebody who listens on the network. */
final class SimulatedListener implements Listener {
    private final Network network;
    private final int port;
    private final ArrayDeque<SimulatedWire> arrived = new ArrayDeque<>();
    private Chore ready;
    private boolean wants = true;

    SimulatedListener(Network network, int port) {
        this.network = network;
        this.port = port;
    }

    void arrive(SimulatedWire wire) {
        arrived.add(wire);
        tell();
    }

    private void tell() {
        if (wants && ready != null && !arrived.isEmpty()) {
            ready.note();
        }
    }

    @Override
    public String endpoint() {
        return Network.endpoint(port);
    }

    @Override
    public void open(Loop loop, Waiting waiting) {
        ready = loop.chore(waiting::onReady);
        tell();
    }

    @Override
    public void want(boolean wanted) {
        wants = wanted;
        tell();
    }

    @Override
    public Accepted accept() {
        SimulatedWire wire = arrived.poll();
        tell();
        return wire == null ? null : new Arrived(wire);
    }

    @Override
    public void close() {
        network.close(port, this);
        for (SimulatedWire wire = arrived.poll(); wire != null; wire = arrived.poll()) {
            wire.close();
        }
    }

    private final class Arrived implements Accepted {
        private final SimulatedWire wire;

        Arrived(SimulatedWire wire) {
            this.wire = wire;
        }

        @Override
        public SocketAddress configure() {
            return InetSocketAddress.createUnresolved("peer", port);
        }

        @Override
        public Wire wire(Loop loop) {
            return wire;
        }

        @Override
        public void close(Loop loop) {
            wire.close();
        }
    }
}
