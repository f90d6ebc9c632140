package io.zmq4j.bridge.pump;

import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source with records {@code r1}, {@code r2}, … of which each is a byte for each of its {@code size}. */
final class FakeSource implements Source {
    final ArrayDeque<BridgeRecord> waiting = new ArrayDeque<>();
    final List<String> acknowledged = new ArrayList<>();
    int polls;
    int keptAlive;
    boolean quiet;

    @Nullable
    String failure;

    private int made;

    void add(int count, int size) {
        for (int i = 0; i < count; i++) {
            String id = "r" + ++made;
            waiting.add(BridgeRecord.of(Message.wrap(new byte[size]), 0, () -> id));
        }
    }

    void addDefect(String defect) {
        String id = "r" + ++made;
        waiting.add(new BridgeRecord(null, Message.empty(), List.of(), 0, () -> id, defect));
    }

    @Override
    public List<BridgeRecord> poll(int maxRecords, long maxBytes, Duration timeout) {
        polls++;
        if (failure != null) {
            throw new BridgeException(failure);
        }
        if (maxRecords == 0) {
            keptAlive++;
        }
        var records = new ArrayList<BridgeRecord>();
        long bytes = 0;
        while (records.size() < maxRecords && bytes < maxBytes && !waiting.isEmpty()) {
            records.add(waiting.remove());
            bytes += records.get(records.size() - 1).size();
        }
        return records;
    }

    @Override
    public void acknowledge(List<BridgeRecord> records) {
        records.forEach(each -> acknowledged.add(each.origin().id()));
    }

    @Override
    public void quiesce() {
        quiet = true;
    }

    @Override
    public Promise promise() {
        return Promise.AT_LEAST_ONCE;
    }

    @Override
    public void close() {}
}
