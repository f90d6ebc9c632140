package io.zmq4j.bridge.pump;

import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink that the test completes write by write. */
final class FakeSink implements Sink {
    final List<String> written = new ArrayList<>();
    final List<BridgeRecord> records = new ArrayList<>();
    final ArrayDeque<Completion> pending = new ArrayDeque<>();
    int reopened;
    boolean failsAtOnce;

    @Nullable
    String failure;

    @Override
    public void write(BridgeRecord record, Completion completion) {
        written.add(record.origin().id());
        records.add(record);
        if (failsAtOnce) {
            completion.failed("gone");
        } else {
            pending.add(completion);
        }
    }

    void completeAll() {
        while (!pending.isEmpty()) {
            pending.remove().written();
        }
    }

    @Override
    public void reopen() {
        reopened++;
        if (failure != null) {
            throw new BridgeException(failure);
        }
    }

    @Override
    public Promise promise() {
        return Promise.AT_LEAST_ONCE;
    }

    @Override
    public void close() {}
}
