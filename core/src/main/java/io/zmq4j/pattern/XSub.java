package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.SubscriptionTable.Subscriber;
import io.zmq4j.pattern.SubscriptionTable.Subscription;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * XSUB: messages from all publishers in turn, not filtered here; the application's subscriptions and other messages to
 * all publishers (RFC 29).
 *
 * <pre>
 *   from the application, one frame    [0x01 topic]  subscribe       [0x00 topic]  cancel
 *   anything else                      a message to all publishers, dropped where the queue is full
 * </pre>
 *
 * Subscriptions are counted. Every subscribe goes upstream, so that a verbose XPUB sees it; a cancel only with the last
 * one, because not every publisher counts: libzmq's ends a subscription at the first cancel. Those that do count
 * (RFC 37, "The Publish-Subscribe Pattern") need a cancel for each subscribe they saw, so then as many are sent; a
 * cancel too many does nothing. XSUB_VERBOSE_UNSUBSCRIBE sends every cancel as it comes. Subscriptions are not subject to the high-water mark: one that got lost would be
 * missing for as long as the connection lives.
 */
public final class XSub implements Pattern, Subscribing, Topics {
    /** Whether every cancel goes upstream. */
    private final BooleanSupplier isVerbose;

    private final FairQueue in;
    private final FanOut out;

    /** Those that have been connected: the others get all subscriptions when they are. */
    private final Set<Pipe> informed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final SubscriptionTable<XSub> table = new SubscriptionTable<>();
    private final Subscriber<XSub> own = table.newSubscriber(this);

    public XSub(OptionValues options, DropCounters drops) {
        this(() -> options.get(SocketOptions.XSUB_VERBOSE_UNSUBSCRIBE), drops, (pipe, message) -> message);
    }

    /** One whose application sees of each message what the intake makes of it: SUB. */
    XSub(DropCounters drops, FairQueue.Intake intake) {
        this(() -> false, drops, intake);
    }

    private XSub(BooleanSupplier isVerbose, DropCounters drops, FairQueue.Intake intake) {
        this.isVerbose = isVerbose;
        this.in = new FairQueue(intake);
        this.out = new FanOut(drops);
    }

    @Override
    public boolean attach(Pipe pipe) {
        in.add(pipe);
        out.add(pipe);
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        informed.add(pipe);
        pipe.write(Pipe.RESTART);
        for (var subscription : own.subscriptions()) {
            var message = Message.wrap(subscription.topicAfter(XPub.SUBSCRIBE));
            for (int i = 0; i < subscription.count(); i++) {
                pipe.write(message);
            }
        }
    }

    @Override
    public void left(Pipe pipe) {
        out.remove(pipe);
        informed.remove(pipe);
    }

    @Override
    public void detach(Pipe pipe) {
        left(pipe);
        in.remove(pipe);
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {}

    @Override
    public boolean trySend(Message message) {
        byte[] frame = message.array(0);
        if (message.frameCount() == 1 && frame.length > 0 && frame[0] == XPub.SUBSCRIBE) {
            subscribe(message);
        } else if (message.frameCount() == 1 && frame.length > 0 && frame[0] == XPub.CANCEL) {
            cancel(message);
        } else {
            out.send(message);
        }
        return true;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    @Override
    public int tryReceive(@Nullable Message[] into, @Nullable Peer[] senders) {
        return in.tryReceive(into, senders);
    }

    /** Subscriptions mean nothing to a publisher that is about to lose the subscriber. */
    @Override
    public boolean wantsLinger() {
        return false;
    }

    @Override
    public boolean canSend() {
        return true;
    }

    @Override
    public boolean canReceive() {
        return in.canReceive();
    }

    /** Sends the subscription. */
    @Override
    public void subscribe(byte[] topic) {
        trySend(Message.wrap(command(XPub.SUBSCRIBE, topic)));
    }

    /** Sends the cancellation. */
    @Override
    public void unsubscribe(byte[] topic) {
        trySend(Message.wrap(command(XPub.CANCEL, topic)));
    }

    static byte[] command(byte command, byte[] topic) {
        var frame = new byte[topic.length + 1];
        frame[0] = command;
        System.arraycopy(topic, 0, frame, 1, topic.length);
        return frame;
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }

    /** See {@link FairQueue#review}. */
    void review(Predicate<Message> stillTakes) {
        in.review(stillTakes);
    }

    @Override
    public int topicCount() {
        return table.topicCount();
    }

    /** Whether the frame starts with a topic that is subscribed to. */
    boolean matches(byte[] frame) {
        return table.matches(frame);
    }

    private void subscribe(Message message) {
        table.subscribe(own, message.array(0), 1);
        for (Pipe pipe : informed) {
            write(pipe, message);
        }
    }

    private void cancel(Message message) {
        var subscription = table.cancel(own, message.array(0), 1);
        long cancels = subscription == null ? 0 : cancels(subscription);
        if (isVerbose.getAsBoolean()) {
            cancels = Math.max(cancels, 1);
        }
        for (var pipe : informed) {
            for (long i = 0; i < cancels; i++) {
                write(pipe, message);
            }
        }
    }

    /** How many are due now: with the last one as many as there were subscribes, less those that went before. */
    private long cancels(Subscription<XSub> subscription) {
        long sent = subscription.told();
        if (subscription.count() == 0) {
            subscription.told(0);
            return subscription.total() - sent;
        }
        long due = isVerbose.getAsBoolean() ? 1 : 0;
        subscription.told(sent + due);
        return due;
    }

    /** A publisher that could not be told, for want of memory, is told everything anew when it is connected again. */
    private static void write(Pipe pipe, Message message) {
        try {
            pipe.write(message);
        } catch (OutOfMemoryError e) {
            pipe.close(CloseReason.INTERNAL_ERROR);
        }
    }
}
