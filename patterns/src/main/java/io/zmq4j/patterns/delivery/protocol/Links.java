package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.protocol.Link.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All links of one side: begins sessions, answers those who begin one, keeps them alive, notices when a peer is dead, and gives the
 * rest to its {@link Conversation}. Whatever a peer sends ends at most the link with it.
 *
 * @param <S> what the side keeps for each open link
 */
public final class Links<S> {
    /** Who connects beyond that is turned away. */
    static final int MOST_LINKS = 10_000;

    /** What is to be sent to peers that take nothing is bounded by this for each link. */
    private static final int MOST_CONTROL = 4 * MOST_LINKS;

    private final Conversation<S> conversation;
    private final Introduction own;
    private final Map<Route, Link<S>> links = new HashMap<>();

    /** The receivers that have connected, by the id of their link. */
    private final Map<UUID, Link<S>> receivers = new HashMap<>();

    private final ArrayDeque<Outgoing> control = new ArrayDeque<>();
    private int lastSession;
    private int open;
    private long refused;
    private long tickNanos;
    private boolean ticks;

    /**
     * @param lastSession a random number: sessions are counted from it on, so that those of one life of a process are not taken for
     *     those of another
     */
    public Links(Conversation<S> conversation, int lastSession) {
        this.conversation = conversation;
        this.own = conversation.introduction();
        this.lastSession = lastSession;
    }

    /** A side that has connected has a connection now, perhaps another one. */
    public void connected(Route route, long nowNanos) {
        Link<S> link = links.computeIfAbsent(route, it -> new Link<>(it, conversation.introduction(), State.ABSENT, 0));
        if (link.state == State.ABSENT) {
            greet(link, nowNanos);
        }
    }

    /** A connection is gone, or takes nothing. */
    public void broken(Route route, long nowNanos) {
        Link<S> link = links.get(route);
        if (link != null) {
            end(link, route.isAccepted() ? State.ENDED : State.ABSENT, nowNanos);
        }
    }

    /** A peer sent something. */
    public void received(Route route, Message message, long nowNanos) {
        Link<S> link = links.get(route);
        try {
            Command command = Command.read(message);
            if (command instanceof Hello hello) {
                hello(route, link, hello, nowNanos);
            } else if (link == null || link.session != command.session()) {
                stale(route, command);
            } else if (command instanceof Ready ready) {
                ready(link, ready, nowNanos);
            } else if (command instanceof Bye) {
                end(link, link.route.isAccepted() ? State.ENDED : State.RESTING, nowNanos);
            } else if (link.state == State.OPEN) {
                link.sinceNanos = nowNanos;
                said(link, command, nowNanos);
            }
        } catch (MalformedCommandException e) {
            refused++;
            if (link != null) {
                giveUp(link, String.valueOf(e.getMessage()), nowNanos);
            }
        }
    }

    private void said(Link<S> link, Command command, long nowNanos) throws MalformedCommandException {
        if (command instanceof Messages messages) {
            conversation.received(link.side(), messages, nowNanos);
        } else if (command instanceof Acknowledgement acknowledgement) {
            conversation.acknowledged(link.side(), acknowledgement);
        }
    }

    private void hello(Route route, @Nullable Link<S> before, Hello hello, long nowNanos)
            throws MalformedCommandException {
        if (!route.isAccepted()) {
            throw new MalformedCommandException("HELLO is for the side that is bound");
        }
        if (before != null) {
            end(before, State.ENDED, nowNanos);
        }
        if (hello.by().role() == own.role() || links.size() >= MOST_LINKS) {
            refused++;
            say(new Outgoing(
                    route,
                    new Bye(
                            hello.session(),
                            links.size() >= MOST_LINKS
                                    ? "there are too many peers already"
                                    : "this side is a " + own.role() + " too")::encode));
            return;
        }
        if (own.role() == Role.SENDER) {
            endFormer(hello.by().id(), nowNanos);
        }
        var link = new Link<S>(route, own, State.OPEN, hello.session());
        links.put(route, link);
        open(link, hello.by(), nowNanos);
        if (own.role() == Role.SENDER) {
            receivers.put(hello.by().id(), link);
        }
        say(link.outgoing(new Ready(link.session, own)::encode, nowNanos));
    }

    /**
     * The connection of a receiver is another one, and perhaps nobody has heard of the end of the one before. What that had would else be
     * sent again behind what is new.
     */
    private void endFormer(UUID receiver, long nowNanos) {
        Link<S> former = receivers.get(receiver);
        if (former != null) {
            end(former, State.ENDED, nowNanos);
        }
    }

    private void ready(Link<S> link, Ready ready, long nowNanos) throws MalformedCommandException {
        if (link.state != State.GREETING) {
            return;
        }
        if (ready.by().role() == own.role()) {
            throw new MalformedCommandException("this side is a " + own.role() + " too");
        }
        open(link, ready.by(), nowNanos);
    }

    private void open(Link<S> link, Introduction peer, long nowNanos) {
        link.open(conversation.opened(link, peer, nowNanos), peer, nowNanos);
        open++;
        tickBy(nowNanos + Math.min(link.patienceNanos, own.silenceNanos()));
    }

    /** Of a session that this side knows nothing of, the peer learns that it is over: it may have been for long. */
    private void stale(Route route, Command command) {
        if (route.isAccepted() && !(command instanceof Bye)) {
            say(new Outgoing(route, new Bye(command.session(), "there is no such session")::encode));
        }
    }

    /** Begins, keeps alive, and gives up, what it is time for. To be called when it is {@link #dueNanos}. */
    public void tick(long nowNanos) {
        if (!ticks || nowNanos - tickNanos < 0) {
            return;
        }
        ticks = false;
        for (Link<S> link : new ArrayList<>(links.values())) {
            tick(link, nowNanos);
        }
    }

    private void tick(Link<S> link, long nowNanos) {
        long silence = nowNanos - link.sinceNanos;
        switch (link.state) {
            case ABSENT, ENDED -> {}
            case RESTING -> {
                if (silence >= own.silenceNanos() / 3) {
                    greet(link, nowNanos);
                } else {
                    tickBy(link.sinceNanos + own.silenceNanos() / 3);
                }
            }
            case GREETING -> {
                if (silence >= own.silenceNanos()) {
                    greet(link, nowNanos);
                } else {
                    tickBy(link.sinceNanos + own.silenceNanos());
                }
            }
            case OPEN -> {
                if (silence >= own.silenceNanos()) {
                    giveUp(link, "nothing was heard for " + own.silenceMillis() + " ms", nowNanos);
                    return;
                }
                if (nowNanos - link.spokeNanos >= link.patienceNanos) {
                    say(link.outgoing(new Heartbeat(link.session)::encode, nowNanos));
                }
                tickBy(link.sinceNanos + own.silenceNanos());
                tickBy(link.spokeNanos + link.patienceNanos);
            }
        }
    }

    private void greet(Link<S> link, long nowNanos) {
        link.session = ++lastSession;
        link.state = State.GREETING;
        link.sinceNanos = nowNanos;
        say(link.outgoing(new Hello(link.session, link.own)::encode, nowNanos));
        tickBy(nowNanos + own.silenceNanos());
    }

    private void giveUp(Link<S> link, String reason, long nowNanos) {
        say(new Outgoing(link.route, new Bye(link.session, reason)::encode));
        end(link, link.route.isAccepted() ? State.ENDED : State.RESTING, nowNanos);
    }

    private void end(Link<S> link, State next, long nowNanos) {
        S side = link.leave(next, nowNanos);
        if (next == State.ENDED) {
            links.remove(link.route, link);
            receivers.remove(link.peerId(), link);
        } else if (next == State.RESTING) {
            tickBy(nowNanos + own.silenceNanos() / 3);
        }
        if (side != null) {
            open--;
            conversation.ended(side);
        }
    }

    /** Ends every session, and says so: this side leaves. */
    public void leave(long nowNanos) {
        for (Link<S> link : new ArrayList<>(links.values())) {
            if (link.state == State.OPEN || link.state == State.GREETING) {
                giveUp(link, "the " + own.role() + " is closed", nowNanos);
            }
        }
    }

    private void say(Outgoing outgoing) {
        if (control.size() < MOST_CONTROL) {
            control.add(outgoing);
        }
    }

    /** What is to be sent now; null for nothing. What cannot be sent is told to {@link #broken}. */
    public @Nullable Outgoing next(long nowNanos) {
        Outgoing first = control.poll();
        return first != null ? first : conversation.next(nowNanos);
    }

    private void tickBy(long nanos) {
        if (!ticks || nanos - tickNanos < 0) {
            ticks = true;
            tickNanos = nanos;
        }
    }

    /** When {@link #tick} and {@link #next} are due, if nothing happens before. */
    public long dueNanos(long nowNanos) {
        long due = conversation.dueNanos(nowNanos);
        return ticks && tickNanos - due < 0 ? tickNanos : due;
    }

    /** Of all links. */
    public List<Route> routes() {
        return List.copyOf(links.keySet());
    }

    /** How many links are open. */
    public int open() {
        return open;
    }

    /** How many commands, and peers, were refused. */
    public long refused() {
        return refused;
    }
}
