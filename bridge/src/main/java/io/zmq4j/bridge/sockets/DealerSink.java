package io.zmq4j.bridge.sockets;

import io.zmq4j.Context;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.patterns.delivery.DeliverySender;
import java.time.Duration;

/** Sends records to receivers that acknowledge them. Written means acknowledged; what a receiver that dies had goes to another one. */
final class DealerSink implements Sink {
    private final DeliverySender sender;

    private DealerSink(DeliverySender sender) {
        this.sender = sender;
    }

    static DealerSink open(Address address, Context context) {
        var sender = DeliverySender.open(
                context, options -> options.sockets(socket -> Endpoints.configure(socket, address)));
        try {
            Endpoints.attach(address, sender::bind, sender::connect);
        } catch (BridgeException | IllegalArgumentException e) {
            sender.close(Duration.ZERO);
            throw e;
        }
        return new DealerSink(sender);
    }

    @Override
    public void write(BridgeRecord record, Completion completion) {
        var unused = sender.sendAsync(record.message()).whenComplete((acknowledged, failure) -> {
            if (failure == null) {
                completion.written();
            } else {
                completion.failed(String.valueOf(failure.getMessage()));
            }
        });
    }

    @Override
    public Promise promise() {
        return Promise.AT_LEAST_ONCE;
    }

    @Override
    public void close() {
        sender.close(Duration.ZERO);
    }
}
