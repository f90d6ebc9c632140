package io.zmq4j.bridge.pump;

import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** A record for the dead letters: as it was, and said in two headers what is wrong and where it came from. */
final class DeadLetter {
    static final String REASON = "zmq.dead.reason";
    static final String ORIGIN = "zmq.dead.origin";

    private DeadLetter() {}

    static BridgeRecord of(BridgeRecord record, String defect) {
        var headers = new ArrayList<>(record.headers());
        headers.add(header(REASON, defect));
        headers.add(header(ORIGIN, record.origin().id()));
        return new BridgeRecord(
                record.key(), record.message(), headers, record.timestampMillis(), record.origin(), null);
    }

    private static Header header(String name, String text) {
        return new Header(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
