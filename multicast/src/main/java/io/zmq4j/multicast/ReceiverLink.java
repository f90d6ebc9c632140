package io.zmq4j.multicast;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.multicast.pgm.PgmEvent;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.receiver.PgmReceiver;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkHost;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A subscriber's endpoint: messages of all sources of its groups. What the socket sends, such as subscriptions, goes
 * nowhere.
 *
 * <p>While the socket takes no messages, time stands still for the protocol: what the kernel has kept comes before anything
 * is given up.
 */
final class ReceiverLink implements Link {
    private static final int DATAGRAMS_IN_A_ROW = 64;

    private final LinkHost host;
    private final List<InetAddress> groups;
    private final List<Datagrams> members = new ArrayList<>();
    private final PgmReceiver receiver;
    private final byte[] packet = new byte[Datagrams.LARGEST];

    ReceiverLink(EpgmEndpoint endpoint, LocalAddress local, PgmOptions pgm, OptionValues options, LinkHost host)
            throws IOException {
        this.host = host;
        groups = endpoint.groups();
        receiver = new PgmReceiver(pgm, endpoint.port(), new SplittableRandom(), System.nanoTime());
        try {
            for (InetAddress group : groups) {
                members.add(Datagrams.ofGroup(endpoint, local, options, group));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public List<SelectableChannel> channels() {
        return members.stream().<SelectableChannel>map(Datagrams::channel).toList();
    }

    @Override
    public void receive(long nowNanos) {
        for (int i = 0; i < members.size(); i++) {
            receive(members.get(i), groups.get(i), nowNanos);
        }
    }

    private void receive(Datagrams from, InetAddress group, long nowNanos) {
        for (int i = 0; i < DATAGRAMS_IN_A_ROW && deliver(); i++) {
            int length;
            try {
                length = from.receive(packet);
            } catch (IOException e) {
                // An error that an earlier NAK caused, such as a port that nobody listens on.
                continue;
            }
            if (length < 0) {
                return;
            }
            receiver.receive(packet, length, from.sender(), group, nowNanos);
        }
    }

    /** Hands over what there is; false if the socket has no room for all of it. */
    private boolean deliver() {
        while (host.hasRoom()) {
            Message message = receiver.nextMessage();
            if (message == null) {
                return true;
            }
            host.deliver(message);
        }
        return false;
    }

    @Override
    public void transmit(long nowNanos) {
        while (host.peek() != null) {
            host.take();
        }
        while (deliver()) {
            OutgoingPacket asks = receiver.nextPacket(nowNanos);
            if (asks == null) {
                // What was given up makes way for what comes after it.
                deliver();
                break;
            }
            send(asks);
        }
        tell();
    }

    /** One that does not get out is repeated. */
    private void send(OutgoingPacket asks) {
        try {
            members.get(0).send(asks);
        } catch (IOException e) {
            // As if it were lost on the way.
        }
    }

    private void tell() {
        for (PgmEvent event = receiver.nextEvent(); event != null; event = receiver.nextEvent()) {
            String source = event.source().toString();
            if (event instanceof PgmEvent.SourceJoined joined) {
                host.event(SocketEvent.Type.SOURCE_JOINED, joined.address().getHostAddress(), "session " + source);
            } else if (event instanceof PgmEvent.DataLost lost) {
                host.lost(lost.packets(), null, lost.packets() + " packets of session " + source);
            } else if (event instanceof PgmEvent.SourceReset) {
                host.event(
                        SocketEvent.Type.SOURCE_JOINED, null, "session " + source + ", whose numbers went backwards");
            } else if (event instanceof PgmEvent.SourceGone gone) {
                host.event(
                        SocketEvent.Type.SOURCE_GONE,
                        null,
                        "session " + source + (gone.finished() ? " has ended" : " was not heard for too long"));
            }
        }
    }

    @Override
    public boolean isBlocked() {
        return false;
    }

    @Override
    public long nanosToNext(long nowNanos) {
        return host.hasRoom() ? receiver.nanosToNext(nowNanos) : Long.MAX_VALUE;
    }

    @Override
    public void finish() {}

    @Override
    public boolean isFinished(long nowNanos) {
        return true;
    }

    @Override
    public void close() {
        members.forEach(Datagrams::close);
    }
}
