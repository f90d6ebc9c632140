package io.zmq4j.multicast;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.LinkHost;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An endpoint's place on its network: an interface, an address, and channels that belong to them. Interfaces go and come
 * back, and change their addresses, and no channel tells. So it looks, now and then, and attaches itself anew.
 *
 * <pre>
 *              found to be gone, refuses what is sent
 *   ATTACHED ──────────────────────────────────────────► LOST      an event each way
 *      ▲  │                                               │
 *      │  └──has changed: with channels of its own──┐     │
 *      └────────────────────────────────────────────┴─────┘
 *              attached anew, sends again
 * </pre>
 */
final class Attachment {
    private enum State {
        ATTACHED,
        /** The interface is gone, or channels for it cannot be had. */
        LOST,
        /** It is there, and refuses what is sent. */
        REFUSING
    }

    /** What channels an endpoint has. */
    @FunctionalInterface
    interface Opening {
        void open(LocalAddress at, List<Datagrams> into) throws IOException;
    }

    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EpgmEndpoint endpoint;
    private final Network network;
    private final LinkHost host;
    private final Opening opening;

    private State state = State.ATTACHED;
    private LocalAddress local;
    private List<Datagrams> members;
    private boolean doubted;
    private long lookNanos;

    /** Read by any thread. */
    private volatile List<SelectableChannel> channels;

    private Attachment(EpgmEndpoint endpoint, Network network, LinkHost host, Opening opening, long nowNanos)
            throws IOException {
        this.endpoint = endpoint;
        this.network = network;
        this.host = host;
        this.opening = opening;
        local = network.find(endpoint);
        members = open(local);
        channels = channelsOf(members);
        lookNanos = nowNanos + LOOK_NANOS;
    }

    /** A publisher's: sends to a group, and gets what is sent to its own address. */
    static Attachment ofSource(
            EpgmEndpoint endpoint, Network network, OptionValues options, LinkHost host, long nowNanos)
            throws IOException {
        return new Attachment(
                endpoint, network, host, (at, into) -> into.add(network.ofSource(endpoint, at, options)), nowNanos);
    }

    /** A subscriber's: a member of all groups. */
    static Attachment ofGroups(
            EpgmEndpoint endpoint, Network network, OptionValues options, LinkHost host, long nowNanos)
            throws IOException {
        Opening opening = (at, into) -> {
            for (InetAddress group : endpoint.groups()) {
                into.add(network.ofGroup(endpoint, at, options, group));
            }
        };
        return new Attachment(endpoint, network, host, opening, nowNanos);
    }

    private List<Datagrams> open(LocalAddress at) throws IOException {
        var opened = new ArrayList<Datagrams>();
        boolean complete = false;
        try {
            opening.open(at, opened);
            complete = true;
            return opened;
        } finally {
            if (!complete) {
                opened.forEach(Datagrams::close);
            }
        }
    }

    private static List<SelectableChannel> channelsOf(List<Datagrams> members) {
        return members.stream().map(Datagrams::channel).toList();
    }

    /** One for each group, or the source's only one. */
    List<Datagrams> members() {
        return members;
    }

    InetAddress address() {
        return local.address();
    }

    /** Any thread. */
    List<SelectableChannel> channels() {
        return channels;
    }

    /** The channels may be there and not be worth anything: new ones are made when it looks next. */
    void doubt() {
        doubted = true;
    }

    /** What is sent is refused. */
    void refused(String why) {
        doubt();
        if (state == State.ATTACHED) {
            tell(State.REFUSING, "cannot send: " + why);
        }
    }

    /** Something was sent. */
    void sent() {
        if (state == State.REFUSING) {
            doubted = false;
            tell(State.ATTACHED, "sends again");
        }
    }

    private void tell(State next, String detail) {
        state = next;
        host.event(
                next == State.ATTACHED ? SocketEvent.Type.INTERFACE_BACK : SocketEvent.Type.INTERFACE_LOST,
                null,
                detail);
    }

    /** Looks whether all is as it was, when it is time to. True if there are other channels now. */
    boolean look(long nowNanos) {
        if (lookNanos - nowNanos > 0) {
            return false;
        }
        lookNanos = nowNanos + LOOK_NANOS;
        try {
            if (state == State.ATTACHED && !doubted && network.isThere(local)) {
                return false;
            }
            attach();
            return true;
        } catch (IOException | RuntimeException e) {
            if (state != State.LOST) {
                tell(State.LOST, String.valueOf(e.getMessage()));
            }
            return false;
        }
    }

    private void attach() throws IOException {
        LocalAddress found = network.find(endpoint);
        if (!network.isThere(found)) {
            throw new IOException(found.networkInterface().getName() + " is down");
        }
        List<Datagrams> opened = open(found);
        members.forEach(Datagrams::close);
        boolean moved = !found.address().equals(local.address());
        local = found;
        members = opened;
        channels = channelsOf(opened);
        doubted = false;
        host.channelsChanged();
        if (state == State.LOST || moved) {
            tell(State.ATTACHED, "at " + found);
        }
    }

    long nanosToNext(long nowNanos) {
        return Math.max(0, lookNanos - nowNanos);
    }

    void close() {
        members.forEach(Datagrams::close);
    }
}
