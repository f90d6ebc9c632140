package io.zmq4j.bridge.nats;

import io.zmq4j.Context;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.Connector;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.bridge.spi.Start;
import java.util.Set;

/** Opens {@code nats://host:4222/STREAM}, to read from and to write to. */
public final class NatsConnector implements Connector {
    @Override
    public Set<String> schemes() {
        return Set.of("nats");
    }

    @Override
    public Source openSource(Address address, Context context) {
        return NatsSource.open(address);
    }

    @Override
    public Sink openSink(Address address, Context context) {
        return NatsSink.open(address);
    }

    @Override
    public History openHistory(Address address, Start start) {
        return NatsHistory.open(address, start);
    }
}
