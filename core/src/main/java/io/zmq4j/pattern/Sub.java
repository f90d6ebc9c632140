package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SUB: an {@link XSub} whose application subscribes by call and sends nothing (RFC 29). Subscriptions are counted: the
 * first one of a topic and the cancel of the last one go upstream.
 *
 * <p>Messages are filtered here once more: one that was under way when its topic was cancelled is not delivered, nor
 * what a publisher sends that does not filter.
 */
public final class Sub implements Pattern, Subscribing, Topics {
    private final OptionValues options;
    private final DropCounters drops;
    private final XSub xsub;

    /** How often each topic is subscribed to. */
    private final Map<ByteBuffer, Integer> counts = new HashMap<>();

    public Sub(OptionValues options, DropCounters drops) {
        this.options = options;
        this.drops = drops;
        this.xsub = new XSub(drops, this::filter);
    }

    /** Delivers messages whose first frame starts with these bytes; all messages if there are none. */
    @Override
    public void subscribe(byte[] topic) {
        byte[] frame = XSub.command(XPub.SUBSCRIBE, topic);
        ByteBuffer counted = topicOf(frame);
        if (counts.merge(counted, 1, Integer::sum) == 1) {
            boolean sent = false;
            try {
                xsub.trySend(Message.wrap(frame));
                sent = true;
            } finally {
                if (!sent) {
                    // So that the next try sends it.
                    counts.remove(counted);
                }
            }
            xsub.review(this::stillTakes);
        }
    }

    /** Takes back one {@link #subscribe} of the same bytes; does nothing if there is none. */
    @Override
    public void unsubscribe(byte[] topic) {
        byte[] frame = XSub.command(XPub.CANCEL, topic);
        Integer count = counts.get(topicOf(frame));
        if (count == null) {
            return;
        }
        if (count > 1) {
            counts.put(topicOf(frame), count - 1);
        } else {
            xsub.trySend(Message.wrap(frame));
            counts.remove(topicOf(frame));
            xsub.review(this::stillTakes);
        }
    }

    @Override
    public int topicCount() {
        return counts.size();
    }

    @Override
    public boolean attach(Pipe pipe) {
        return xsub.attach(pipe);
    }

    @Override
    public void connected(Pipe pipe) {
        xsub.connected(pipe);
    }

    @Override
    public void left(Pipe pipe) {
        xsub.left(pipe);
    }

    @Override
    public void detach(Pipe pipe) {
        xsub.detach(pipe);
    }

    @Override
    public void readable(Pipe pipe) {
        xsub.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {
        xsub.writable(pipe);
    }

    @Override
    public boolean trySend(Message message) {
        throw new UnsupportedOperationException("SUB does not send: use XSUB to send to publishers");
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return xsub.tryReceive(senders, at);
    }

    @Override
    public int tryReceive(@Nullable Message[] into, @Nullable Peer[] senders) {
        return xsub.tryReceive(into, senders);
    }

    @Override
    public boolean stillTakes(Message message) {
        boolean takes = xsub.matches(message.array(0)) != options.get(SocketOptions.INVERT_MATCHING);
        if (!takes) {
            drops.add(DropReason.NOT_SUBSCRIBED, 1);
        }
        return takes;
    }

    /** Subscriptions mean nothing to a publisher that is about to lose the subscriber. */
    @Override
    public boolean wantsLinger() {
        return false;
    }

    @Override
    public boolean canSend() {
        return false;
    }

    @Override
    public boolean canReceive() {
        return xsub.canReceive();
    }

    @Override
    public int readAhead() {
        return xsub.readAhead();
    }

    private @Nullable Message filter(Pipe pipe, Message message) {
        return stillTakes(message) ? message : null;
    }

    private static ByteBuffer topicOf(byte[] frame) {
        return ByteBuffer.wrap(frame, 1, frame.length - 1);
    }
}
