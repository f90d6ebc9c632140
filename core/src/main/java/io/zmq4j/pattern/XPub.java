package io.zmq4j.pattern;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.SubscriptionTable.Subscriber;
import io.zmq4j.pattern.SubscriptionTable.Subscription;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * XPUB: each message to every peer that subscribed to its start; the application receives the subscriptions, and the
 * messages that subscribers send upstream (RFC 29).
 *
 * <pre>
 *   from a peer, one frame    [0x01 topic]  subscribe       [0x00 topic]  cancel
 *   anything else             a message for the application
 * </pre>
 *
 * What a peer sends is read at once, not when the application receives: a subscription counts from the moment it
 * arrives. What the application is to know waits {@link Upstream}. Subscriptions are counted per peer (RFC 37, "The Publish-Subscribe Pattern"): as
 * many cancels are needed as there were subscribes, and cancelling what was never subscribed does nothing.
 *
 * <p>The application hears of as many ends of a topic as it heard of beginnings, whichever options were set in between,
 * also when a peer leaves; only with XPUB_VERBOSE alone there is one end for all of them. It hears of the last end when
 * nobody is subscribed any more.
 */
public final class XPub implements Pattern, Subscribing, Topics {
    /** Most distinct topics of one peer. */
    static final int MAX_TOPICS = 1_000_000;

    /** Most bytes in the distinct topics of one peer. */
    static final long MAX_TOPIC_BYTES = 256L << 20;

    static final byte CANCEL = 0;
    static final byte SUBSCRIBE = 1;

    private final OptionValues options;
    private final DropCounters drops;
    private final boolean receives;
    private final Map<Pipe, Reader> peers = new IdentityHashMap<>();

    /** What the peers asked for. Decides who gets a message, unless XPUB_MANUAL is set. */
    private final SubscriptionTable<Pipe> requested = new SubscriptionTable<>();

    /** What the application set. Decides who gets a message while XPUB_MANUAL is set. */
    private final SubscriptionTable<Pipe> applied = new SubscriptionTable<>();

    private final FanOut out;
    private final Consumer<Pipe> select;
    private final Consumer<Pipe> selectLast;
    private final Upstream upstream = new Upstream();

    /** Whose message the application received last, if that peer is still here: XPUB_MANUAL acts on it. */
    private @Nullable Reader last;

    /** Whether nothing was sent since: XPUB_MANUAL_LAST_VALUE sends the next message to that peer alone. */
    private boolean answersLast;

    public XPub(OptionValues options, DropCounters drops) {
        this(options, drops, true);
    }

    private XPub(OptionValues options, DropCounters drops, boolean receives) {
        this.options = options;
        this.drops = drops;
        this.receives = receives;
        this.out = new FanOut(drops);
        this.select = out::add;
        this.selectLast = this::addLast;
    }

    /** One that keeps the subscriptions to itself and discards messages from subscribers: PUB. */
    static XPub withoutReceive(OptionValues options, DropCounters drops) {
        return new XPub(options, drops, false);
    }

    @Override
    public boolean attach(Pipe pipe) {
        peers.put(pipe, new Reader(pipe, requested.newSubscriber(pipe), applied.newSubscriber(pipe)));
        readable(pipe);
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        out.lookAgain();
        if (receives && peers.containsKey(pipe)) {
            byte[] welcome = options.get(SocketOptions.XPUB_WELCOME_MSG);
            if (welcome.length > 0 && !pipe.tryWrite(Message.wrap(welcome))) {
                drops.add(DropReason.QUEUE_FULL, 1);
            }
        }
    }

    @Override
    public void left(Pipe pipe) {
        detach(pipe);
    }

    @Override
    public void detach(Pipe pipe) {
        Reader peer = peers.get(pipe);
        if (peer != null) {
            leave(peer);
        }
    }

    @Override
    public void readable(Pipe pipe) {
        Reader peer = peers.get(pipe);
        for (Message message; (message = pipe.tryRead()) != null; ) {
            if (peer == null) {
                drops.add(DropReason.NOT_RECEIVING, 1);
            } else {
                take(peer, message);
                if (peer.holdsTooMuch()) {
                    leave(peer);
                    peer = null;
                    pipe.close(CloseReason.TOO_MANY_SUBSCRIPTIONS);
                }
            }
        }
    }

    @Override
    public void writable(Pipe pipe) {
        out.lookAgain();
    }

    /** False only with XPUB_NODROP, if one of the subscribers who are to get the message is full: then none gets it. */
    @Override
    public boolean trySend(Message message) {
        out.restart();
        var table = is(SocketOptions.XPUB_MANUAL) ? applied : requested;
        if (options.get(SocketOptions.INVERT_MATCHING)) {
            table.select(message.array(0), pipe -> {});
            for (var peer : peers.values()) {
                if (!table.isSelected(table == applied ? peer.applied : peer.requested)) {
                    out.add(peer.pipe);
                }
            }
        } else if (answersLast && table == applied && is(SocketOptions.XPUB_MANUAL_LAST_VALUE)) {
            table.select(message.array(0), selectLast);
        } else {
            table.select(message.array(0), select);
        }
        if (options.get(SocketOptions.XPUB_NODROP) && !out.hasRoom()) {
            return false;
        }
        out.send(message);
        answersLast = false;
        return true;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        Pipe next = upstream.next();
        if (next != null) {
            last = peers.get(next);
            answersLast = last != null;
        }
        return upstream.take(senders, at);
    }

    /** With XPUB_NODROP: whether no subscriber is full, since the next message may be for any of them. */
    @Override
    public boolean canSend() {
        if (options.get(SocketOptions.XPUB_NODROP)) {
            for (var pipe : peers.keySet()) {
                if (!pipe.canWrite() && !pipe.isGone()) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean canReceive() {
        return !upstream.isEmpty();
    }

    @Override
    public int readAhead() {
        return upstream.messages();
    }

    @Override
    public int topicCount() {
        return (is(SocketOptions.XPUB_MANUAL) ? applied : requested).topicCount();
    }

    /** Whether anybody subscribed to anything. */
    @Override
    public boolean hasAudience() {
        return topicCount() > 0;
    }

    /**
     * XPUB_MANUAL: subscribes the peer whose message was received last. Does nothing if no message was received yet or
     * that peer has left.
     */
    @Override
    public void subscribe(byte[] topic) {
        Reader peer = lastPeer();
        if (peer != null) {
            applied.subscribe(peer.applied, topic, 0);
        }
    }

    /** XPUB_MANUAL: takes back one {@link #subscribe} for the peer whose message was received last. */
    @Override
    public void unsubscribe(byte[] topic) {
        Reader peer = lastPeer();
        if (peer != null) {
            applied.cancel(peer.applied, topic, 0);
        }
    }

    private void addLast(Pipe pipe) {
        if (last != null && pipe == last.pipe) {
            out.add(pipe);
        }
    }

    private @Nullable Reader lastPeer() {
        if (!is(SocketOptions.XPUB_MANUAL)) {
            throw new SocketStateException("XPUB applies its subscribers' requests itself: set XPUB_MANUAL first");
        }
        return last;
    }

    /** An option that XPUB has and PUB has not. */
    private boolean is(SocketOption<Boolean> option) {
        return receives && options.get(option);
    }

    private void take(Reader peer, Message message) {
        if (message == Pipe.RESTART) {
            forgetSubscriptions(peer);
            return;
        }
        byte[] frame = message.array(0);
        if (message.frameCount() == 1 && frame.length > 0 && frame[0] == SUBSCRIBE) {
            var subscription = requested.subscribe(peer.requested, frame, 1);
            if (subscription.isFirst() || is(SocketOptions.XPUB_VERBOSE) || is(SocketOptions.XPUB_MANUAL)) {
                subscription.told(subscription.told() + 1);
                deliver(peer, message, 1);
            }
        } else if (message.frameCount() == 1 && frame.length > 0 && frame[0] == CANCEL) {
            var subscription = requested.cancel(peer.requested, frame, 1);
            if (subscription != null) {
                deliver(peer, message, takeEnds(subscription, 1));
            }
        } else if (receives) {
            deliver(peer, message, 1);
        } else {
            drops.add(DropReason.NOT_RECEIVING, 1);
        }
    }

    /**
     * How often the application is to be told that the topic has ended, when so many of its subscriptions have: those are
     * counted as told.
     */
    private long takeEnds(Subscription<Pipe> subscription, long ended) {
        boolean each = is(SocketOptions.XPUB_VERBOSER) || is(SocketOptions.XPUB_MANUAL);
        long told = subscription.told();
        if (subscription.wasLast()) {
            subscription.told(0);
            return is(SocketOptions.XPUB_VERBOSE) && !each ? 1 : told;
        }
        // The last one is for when nobody is subscribed any more.
        long ends = each ? Math.min(ended, told - 1) : 0;
        subscription.told(told - ends);
        return ends;
    }

    private void deliver(Reader peer, Message message, long times) {
        if (receives && times > 0) {
            upstream.add(peer.source, message, times);
        }
    }

    private void leave(Reader peer) {
        peers.remove(peer.pipe);
        if (last == peer) {
            last = null;
            answersLast = false;
        }
        forgetSubscriptions(peer);
        out.clear();
    }

    /** RFC 29: XPUB SHALL, if the subscriber disconnects, generate a suitable unsubscribe request. */
    private void forgetSubscriptions(Reader peer) {
        applied.cancelAll(peer.applied, subscription -> {});
        requested.cancelAll(peer.requested, subscription -> {
            long ends = takeEnds(subscription, subscription.count());
            if (receives && ends > 0) {
                deliver(peer, Message.wrap(subscription.topicAfter(CANCEL)), ends);
            }
        });
    }

    private static final class Reader {
        final Pipe pipe;
        final Subscriber<Pipe> requested;
        final Subscriber<Pipe> applied;
        final Upstream.Source source;

        Reader(Pipe pipe, Subscriber<Pipe> requested, Subscriber<Pipe> applied) {
            this.pipe = pipe;
            this.requested = requested;
            this.applied = applied;
            this.source = new Upstream.Source(pipe);
        }

        boolean holdsTooMuch() {
            return requested.subscriptions().size() > MAX_TOPICS
                    || requested.topicBytes() > MAX_TOPIC_BYTES
                    || source.holdsTooMuch();
        }
    }
}
