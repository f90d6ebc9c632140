package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.SubscriptionTable.Subscriber;
import io.zmq4j.pipe.Pipe;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
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
 * cancel too many does nothing. Subscriptions are not subject to the high-water mark: one that got lost would be
 * missing for as long as the connection lives.
 */
public final class XSub implements Pattern {
    private final FairQueue in;
    private final FanOut out;

    /** Those that have been connected: the others get all subscriptions when they are. */
    private final Set<Pipe> informed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final SubscriptionTable<XSub> table = new SubscriptionTable<>();
    private final Subscriber<XSub> own = table.newSubscriber(this);

    public XSub(DropCounters drops) {
        this(drops, (pipe, message) -> message);
    }

    /** One whose application sees of each message what the intake makes of it: SUB. */
    XSub(DropCounters drops, FairQueue.Intake intake) {
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
    public @Nullable Message tryReceive() {
        return in.tryReceive();
    }

    @Override
    public int tryReceive(@Nullable Message[] into) {
        return in.tryReceive(into);
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

    /** See {@link FairQueue#review}. */
    void review(Predicate<Message> stillTakes) {
        in.review(stillTakes);
    }

    /** Whether the frame starts with a topic that is subscribed to. */
    boolean matches(byte[] frame) {
        return table.matches(frame);
    }

    private void subscribe(Message message) {
        table.subscribe(own, message.array(0), 1);
        informed.forEach(pipe -> pipe.write(message));
    }

    private void cancel(Message message) {
        var subscription = table.cancel(own, message.array(0), 1);
        if (subscription != null && subscription.count() == 0) {
            for (var pipe : informed) {
                for (int i = 0; i < subscription.total(); i++) {
                    pipe.write(message);
                }
            }
        }
    }
}
