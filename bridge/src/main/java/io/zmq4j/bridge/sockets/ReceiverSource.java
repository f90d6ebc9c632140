package io.zmq4j.bridge.sockets;

import io.zmq4j.Attachment;
import io.zmq4j.Receiver;
import io.zmq4j.Socket;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.error.ZmqException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a PULL or a SUB receives. It cannot be asked for again: to acknowledge it means nothing. */
final class ReceiverSource implements Source {
    private final Socket socket;
    private final Receiver receiver;
    private final List<Attachment> attachments;
    private final String run;
    private long count;

    ReceiverSource(Socket socket, Receiver receiver, List<Attachment> attachments) {
        this.socket = socket;
        this.receiver = receiver;
        this.attachments = attachments;
        this.run = socket.type().name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
    }

    @Override
    public List<BridgeRecord> poll(int maxRecords, long maxBytes, Duration timeout) {
        if (maxRecords == 0) {
            return List.of();
        }
        try {
            Message message = receiver.tryReceive().orElse(null);
            if (message == null && !timeout.isZero()) {
                message = receiver.receive(timeout).orElse(null);
            }
            return message == null ? List.of() : withThoseBehind(message, maxRecords, maxBytes);
        } catch (ZmqException e) {
            throw new BridgeException(socket + ": " + e.getMessage(), e);
        }
    }

    private List<BridgeRecord> withThoseBehind(Message first, int maxRecords, long maxBytes) {
        var records = new ArrayList<BridgeRecord>();
        long now = System.currentTimeMillis();
        long bytes = 0;
        @Nullable Message message = first;
        while (message != null) {
            records.add(BridgeRecord.of(message, now, new SocketOrigin(run, ++count)));
            bytes += message.size();
            message = records.size() < maxRecords && bytes < maxBytes
                    ? receiver.tryReceive().orElse(null)
                    : null;
        }
        return records;
    }

    @Override
    public void acknowledge(List<BridgeRecord> records) {}

    @Override
    public void quiesce() {
        attachments.forEach(Attachment::close);
    }

    @Override
    public Promise promise() {
        return Promise.AT_MOST_ONCE;
    }

    @Override
    public void close() {
        socket.close();
    }
}
