package io.zmq4j.simulation;

import java.util.SplittableRandom;

/** A connection: two wires, and what flows between them each way. Ends as connections of TCP do, or is cut. */
final class Cable {
    /** How a cable is cut. */
    enum Cut {
        /** As if something in between had closed it in due form. */
        ENDED,
        RESET,
        /** Nobody hears of it. */
        SILENT
    }

    private final Network network;
    private final int port;
    private final int number;
    private final SimulatedWire dialled;
    private final SimulatedWire accepted;
    private boolean isCut;
    private boolean isClosed;

    Cable(Network network, int port, int number, Conditions conditions, SplittableRandom random) {
        this.network = network;
        this.port = port;
        this.number = number;
        var there = new Flow(conditions, random);
        var back = new Flow(conditions, random);
        dialled = new SimulatedWire(network, this, back, there);
        accepted = new SimulatedWire(network, this, there, back);
    }

    SimulatedWire dialled() {
        return dialled;
    }

    SimulatedWire accepted() {
        return accepted;
    }

    SimulatedWire other(SimulatedWire wire) {
        return wire == dialled ? accepted : dialled;
    }

    int port() {
        return port;
    }

    /** Whether it still stands: nobody has closed or cut it. */
    boolean stands() {
        return !isCut && !isClosed;
    }

    boolean isCut() {
        return isCut;
    }

    /** Cuts it; each end hears of it at its own time. */
    void cut(Cut how) {
        isCut = true;
        for (Flow flow : new Flow[] {dialled.out(), accepted.out()}) {
            flow.sever(network.now());
        }
        for (SimulatedWire end : new SimulatedWire[] {dialled, accepted}) {
            long hears = network.wordOf(how);
            if (how == Cut.ENDED) {
                end.in().endAt(hears);
            } else {
                end.in().resetAt(hears);
            }
            end.out().failAt(hears);
            network.at(hears, end::tellIfReady);
        }
        network.tell(this + " is cut: " + how);
    }

    /**
     * One end lets go of it. If there is something that it has not read, or something still comes, the other end is reset, and
     * what that has not read may be lost; else it ends in due form.
     */
    void closedBy(SimulatedWire end) {
        isClosed = true;
        network.tell(this + " is closed by who has " + (end == dialled ? "dialled" : "accepted"));
        long now = network.now();
        SimulatedWire other = other(end);
        boolean leavesSomething = end.in().abandon(now);
        if (isCut) {
            return;
        }
        if (leavesSomething) {
            resetBy(other);
            return;
        }
        long seen = end.out().end(now);
        network.at(seen, other::tellIfReady);
        if (end.in().isInFlight()) {
            network.at(end.in().arrival(), () -> resetBy(other));
        }
    }

    /** What this end has sent has come to where nobody is: it hears of that. */
    void resetBy(SimulatedWire end) {
        if (isCut) {
            return;
        }
        long hears = network.wordOf(Cut.RESET);
        end.in().resetAt(hears);
        end.out().failAt(hears);
        network.at(hears, end::tellIfReady);
    }

    @Override
    public String toString() {
        return "connection " + number + " to " + port;
    }
}
