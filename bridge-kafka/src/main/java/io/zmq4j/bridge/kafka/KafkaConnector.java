package io.zmq4j.bridge.kafka;

import io.zmq4j.Context;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.Connector;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.bridge.spi.Start;
import java.util.Set;

/** Opens {@code kafka://host:9092/topic}, to read from and to write to. */
public final class KafkaConnector implements Connector {
    @Override
    public Set<String> schemes() {
        return Set.of("kafka");
    }

    @Override
    public Source openSource(Address address, Context context) {
        return KafkaSource.open(address);
    }

    @Override
    public Sink openSink(Address address, Context context) {
        return KafkaSink.open(address);
    }

    @Override
    public History openHistory(Address address, Start start) {
        return KafkaHistory.open(address, start);
    }
}
