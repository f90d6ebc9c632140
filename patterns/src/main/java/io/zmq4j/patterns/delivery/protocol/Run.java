package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;

/** Messages with numbers in a row that were sent to one receiver with one command. */
final class Run {
    private final Outstanding[] messages;
    private final boolean isRedelivered;
    private int left;

    Run(Outstanding[] messages, boolean isRedelivered) {
        this.messages = messages;
        this.isRedelivered = isRedelivered;
        this.left = messages.length;
    }

    long first() {
        return messages[0].number;
    }

    int count() {
        return messages.length;
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

    boolean isDone() {
        return left == 0;
    }

    Message encode(int session) {
        boolean isWhole = messages[0].isWhole();
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
