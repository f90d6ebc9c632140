package io.zmq4j.patterns.clone;

import io.zmq4j.message.Message;
import java.util.List;

/**
 * All entries at one moment, and the end; each becomes a message when it is sent. Immutable.
 *
 * @param isForPartner whether the messages have ids and properties, which RFC 12 does not give to clients
 */
record Snapshot(List<KeyValue> entries, boolean isForPartner, Message end) {
    int size() {
        return entries.size() + 1;
    }

    Message message(int index) {
        if (index == entries.size()) {
            return end;
        }
        KeyValue entry = entries.get(index);
        return isForPartner ? entry.message() : Chp.sync(entry);
    }
}
