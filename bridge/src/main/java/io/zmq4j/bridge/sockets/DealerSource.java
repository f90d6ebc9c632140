package io.zmq4j.bridge.sockets;

import io.zmq4j.Context;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.error.ZmqException;
import io.zmq4j.patterns.delivery.Delivery;
import io.zmq4j.patterns.delivery.DeliveryReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What senders keep until it is acknowledged. What is read and not acknowledged goes to another receiver, or to the next bridge. */
final class DealerSource implements Source {
    /** How many messages each sender may have sent without an acknowledgement. */
    static final String WINDOW = "window";

    private static final long WINDOW_BYTES = 16L << 20;

    private final Address address;
    private final DeliveryReceiver receiver;
    private boolean isQuiet;

    private DealerSource(Address address, DeliveryReceiver receiver) {
        this.address = address;
        this.receiver = receiver;
    }

    static DealerSource open(Address address, Context context) {
        int window = address.number(WINDOW, 1, 1_000_000).orElse(DeliveryReceiver.WINDOW_MESSAGES);
        var receiver = DeliveryReceiver.open(
                context,
                options ->
                        options.window(window, WINDOW_BYTES).sockets(socket -> Endpoints.configure(socket, address)));
        try {
            Endpoints.attach(address, receiver::bind, receiver::connect);
        } catch (BridgeException | IllegalArgumentException e) {
            receiver.close();
            throw e;
        }
        return new DealerSource(address, receiver);
    }

    @Override
    public List<BridgeRecord> poll(int maxRecords, long maxBytes, Duration timeout) {
        if (maxRecords == 0 || isQuiet) {
            return List.of();
        }
        var records = new ArrayList<BridgeRecord>();
        long bytes = 0;
        long now = System.currentTimeMillis();
        try {
            @Nullable Delivery delivery = receiver.receive(timeout).orElse(null);
            while (delivery != null) {
                records.add(BridgeRecord.of(delivery.message(), now, new DeliveryOrigin(delivery)));
                bytes += delivery.message().size();
                delivery = records.size() < maxRecords && bytes < maxBytes
                        ? receiver.tryReceive().orElse(null)
                        : null;
            }
        } catch (ZmqException e) {
            if (records.isEmpty()) {
                throw new BridgeException(address + ": " + e.getMessage(), e);
            }
        }
        return records;
    }

    @Override
    public void acknowledge(List<BridgeRecord> records) {
        for (BridgeRecord each : records) {
            if (each.origin() instanceof DeliveryOrigin origin) {
                origin.delivery().acknowledge();
            }
        }
    }

    /** What is here and was not read goes back to its senders when this is closed. */
    @Override
    public void quiesce() {
        isQuiet = true;
    }

    @Override
    public Promise promise() {
        return Promise.AT_LEAST_ONCE;
    }

    @Override
    public void close() {
        receiver.close();
    }
}
