package io.zmq4j.pattern;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.pipe.Pipe;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher's application is to receive from its subscribers: subscriptions, their ends, and messages, in the order of
 * their arrival, so that it never hears of a topic's end before its beginning.
 */
final class Upstream {
    /** Most messages of one peer, subscriptions included, that the application has not received yet. */
    static final int MAX_PENDING = 1_000_000;

    /** Most bytes in more than one of them. */
    static final long MAX_PENDING_BYTES = 256L << 20;

    /** A peer, and how much of it waits here. */
    static final class Source {
        final Pipe pipe;
        private int pending;
        private long pendingBytes;

        Source(Pipe pipe) {
            this.pipe = pipe;
        }

        boolean holdsTooMuch() {
            return pending > MAX_PENDING || (pendingBytes > MAX_PENDING_BYTES && pending > 1);
        }
    }

    private static final class Pending {
        final Source source;
        /** The peer at the pipe may be another one when the application receives this. */
        final @Nullable Peer sender;

        final Message message;
        long times;

        Pending(Source source, Message message, long times) {
            this.source = source;
            this.sender = source.pipe.sender();
            this.message = message;
            this.times = times;
        }
    }

    private final Queue<Pending> pending = new ArrayDeque<>();

    /** How many of these are messages and no subscriptions. */
    private int messages;

    /** A message that the application is to receive so many times, which take no more memory than one. */
    void add(Source source, Message message, long times) {
        source.pending++;
        source.pendingBytes += message.size();
        if (!Subscription.is(message)) {
            messages++;
        }
        pending.add(new Pending(source, message, times));
    }

    /** The peer that the next message is of; null if there is none. */
    @Nullable
    Pipe next() {
        Pending next = pending.peek();
        return next == null ? null : next.source.pipe;
    }

    /** The next message, or null; who sent it is put into the array at this index, if there is one. */
    @Nullable
    Message take(@Nullable Peer @Nullable [] senders, int at) {
        Pending next = pending.peek();
        if (next == null) {
            return null;
        }
        if (senders != null) {
            senders[at] = next.sender;
        }
        if (--next.times == 0) {
            pending.poll();
            next.source.pending--;
            next.source.pendingBytes -= next.message.size();
            if (!Subscription.is(next.message)) {
                messages--;
            }
        }
        return next.message;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** How many messages wait that are no subscriptions. */
    int messages() {
        return messages;
    }
}
