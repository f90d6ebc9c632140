package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Messages with numbers in a row that were sent to one receiver with one command. */
final class Run {
    private final Outstanding[] messages;
    private final boolean isRedelivered;
    private final long bytes;
    private final List<CompletableFuture<Void>> futures = new ArrayList<>(0);
    private int left;

    Run(Outstanding[] messages, boolean isRedelivered) {
        this.messages = messages;
        this.isRedelivered = isRedelivered;
        this.left = messages.length;
        long sum = 0;
        for (Outstanding message : messages) {
            sum += message.size;
            if (message.acknowledgement != null) {
                futures.add(message.acknowledgement);
            }
        }
        this.bytes = sum;
    }

    long first() {
        return messages[0].number;
    }

    int count() {
        return messages.length;
    }

    /** Of all messages together. */
    long bytes() {
        return bytes;
    }

    /** Of whoever wants to hear of acknowledgements, in order. */
    List<CompletableFuture<Void>> futures() {
        return futures;
    }

    boolean isRedelivered() {
        return isRedelivered;
    }

    /** The one with this number; of a run that has it. */
    Outstanding message(long number) {
        return messages[(int) (number - first())];
    }

    long last() {
        return first() + messages.length - 1;
    }

    /** Notes that one of its messages was acknowledged. */
    void acknowledge(Outstanding message) {
        message.isAcknowledged = true;
        left--;
    }

    /** Notes that all of them were. */
    void acknowledgeAll() {
        left = 0;
    }

    /** Whether none was acknowledged. */
    boolean isUntouched() {
        return left == messages.length;
    }

    boolean isDone() {
        return left == 0;
    }

    Message encode(int session) {
        boolean isWhole = messages[0].isWhole;
        int flags = (isWhole ? Messages.WHOLE : 0) | (isRedelivered ? Messages.REDELIVERED : 0);
        byte[] header = Messages.header(session, flags, first());
        if (isWhole) {
            return messages[0].message.prependWrapped(header);
        }
        var frames = new byte[1 + messages.length][];
        frames[0] = header;
        for (int i = 0; i < messages.length; i++) {
            frames[1 + i] = messages[i].message.array(0);
        }
        return Message.wrap(frames);
    }
}
