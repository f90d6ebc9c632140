package io.zmq4j.patterns.lastvalue;

import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The newest message of each topic, of those that were heard of last, within bounds. A topic is a message's first frame. Pure:
 * owned by one thread.
 */
final class LastValues {
    /** What a topic costs beside its bytes, roughly: entries of two maps, arrays and a message. */
    private static final int OVERHEAD = 200;

    private record Value(Message message, long turn) {}

    private final NavigableMap<byte[], Value> byTopic = new TreeMap<>(Arrays::compareUnsigned);

    /** Topics by when they were last heard of: the first is the next to be evicted. */
    private final NavigableMap<Long, byte[]> byTurn = new TreeMap<>();

    private final int maxTopics;
    private final long maxBytes;
    private long turn;
    private long bytes;
    private long evicted;
    private long tooLarge;

    LastValues(int maxTopics, long maxBytes) {
        this.maxTopics = maxTopics;
        this.maxBytes = maxBytes;
    }

    /** Keeps a message in place of the one before of its topic. One that is larger than all may be is not kept. */
    void keep(Message message) {
        byte[] topic = message.array(0);
        forget(topic);
        if (cost(message) > maxBytes) {
            tooLarge++;
            return;
        }
        byTopic.put(topic, new Value(message, turn));
        byTurn.put(turn++, topic);
        bytes += cost(message);
        while (byTopic.size() > maxTopics || bytes > maxBytes) {
            forget(byTurn.firstEntry().getValue());
            evicted++;
        }
    }

    private void forget(byte[] topic) {
        Value old = byTopic.remove(topic);
        if (old != null) {
            byTurn.remove(old.turn);
            bytes -= cost(old.message);
        }
    }

    private static long cost(Message message) {
        return message.size() + OVERHEAD;
    }

    /** Gives the messages whose topic starts with this, in the order of their topics' bytes. */
    void matching(byte[] prefix, Consumer<Message> taker) {
        for (var value : byTopic.tailMap(prefix, true).values()) {
            if (!value.message.startsWith(0, prefix)) {
                return;
            }
            taker.accept(value.message);
        }
    }

    int topics() {
        return byTopic.size();
    }

    long bytes() {
        return bytes;
    }

    long evicted() {
        return evicted;
    }

    long tooLarge() {
        return tooLarge;
    }
}
