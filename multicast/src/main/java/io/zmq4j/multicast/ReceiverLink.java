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
import java.nio.channels.SelectableChannel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A subscriber's endpoint: messages of all sources of its groups. What the socket sends, such as subscriptions, goes
 * nowhere.
 *
 * <p>While the socket takes no messages, time stands still for the protocol: what the kernel has kept comes before anything
 * is given up.
 *
 * <p>The kernel keeps little. So what has come while the socket was busy, or this program slow because it has just begun, is
 * taken from there first, unread. Messages are handed over in portions, with a look at the kernel before each.
 */
final class ReceiverLink implements Link {
    /** What is taken from the kernel in one go: as much as its larger buffers hold. */
    private static final int DATAGRAMS_IN_A_ROW = 4096;

    /** What is missing among the unread is not asked for yet: half of a window is left for that. */
    private static final int WINDOWS_PART = 2;

    /** A portion: what comes within half a millisecond of gigabit, with something for each packet and message. */
    private static final long PORTION_BYTES = 64 * 1024;

    private static final int BYTES_FOR_EACH = 32;

    /** Sources say that they are there every 30 s: who hears nothing for longer may not be a member of the group any more. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(40);

    private final LinkHost host;
    private final Attachment attachment;
    private final PgmReceiver receiver;
    private final Backlog backlog;

    /** What is being read. */
    private Datagram packet;

    /** How much of the portion is handed over. */
    private long portion;

    private long heardNanos;

    /** Messages that were taken from the receiver and never got to the socket. */
    private long undelivered;

    ReceiverLink(
            EpgmEndpoint endpoint,
            Network network,
            LongSupplier clock,
            PgmOptions pgm,
            OptionValues options,
            LinkHost host)
            throws IOException {
        this.host = host;
        long unread = Math.max(Datagrams.RECEIVE_BUFFER, pgm.windowBytes() / WINDOWS_PART);
        backlog = new Backlog(Math.min(unread, pgm.maxMemory() / WINDOWS_PART), pgm.maxTpdu());
        packet = new Datagram(pgm.maxTpdu());
        heardNanos = clock.getAsLong();
        attachment = Attachment.ofGroups(endpoint, network, options, host, heardNanos);
        receiver = new PgmReceiver(pgm, attachment.address(), endpoint.port(), new SplittableRandom(), heardNanos);
    }

    @Override
    public List<SelectableChannel> channels() {
        return attachment.channels();
    }

    @Override
    public void receive(long nowNanos) {
        List<Datagrams> members = attachment.members();
        for (int i = 0; i < members.size(); i++) {
            fill(members.get(i));
        }
        if (!backlog.isEmpty()) {
            heardNanos = nowNanos;
        }
        read(nowNanos);
    }

    private void fill(Datagrams from) {
        try {
            for (int i = 0; i < DATAGRAMS_IN_A_ROW && !backlog.isFull() && from.receive(backlog.free()); i++) {
                backlog.added();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // An error that an earlier NAK caused, such as a port that nobody listens on. The selector calls again.
            attachment.doubt();
        }
    }

    /** Reads what waits, as far as the socket has room for it. */
    private void read(long nowNanos) {
        while (deliver() && !backlog.isEmpty()) {
            packet = backlog.take(packet);
            portion += BYTES_FOR_EACH;
            try {
                receiver.receive(packet.bytes(), packet.length(), packet.sender(), packet.group(), nowNanos);
            } catch (OutOfMemoryError e) {
                // As if the packet were lost on the way.
                receiver.dropped();
            }
        }
    }

    /** Hands over what there is; false if the socket has no room for all of it, or the portion is complete. */
    private boolean deliver() {
        while (host.hasRoom() && portion < PORTION_BYTES) {
            Message message = receiver.nextMessage();
            if (message == null) {
                return true;
            }
            portion += message.size() + BYTES_FOR_EACH;
            try {
                host.deliver(message);
            } catch (OutOfMemoryError e) {
                undelivered++;
            }
        }
        return false;
    }

    @Override
    public void transmit(long nowNanos) {
        while (host.peek() != null) {
            host.take();
        }
        look(nowNanos);
        read(nowNanos);
        if (host.hasRoom()) {
            for (OutgoingPacket asks = receiver.nextPacket(nowNanos);
                    asks != null;
                    asks = receiver.nextPacket(nowNanos)) {
                send(asks);
            }
            // What was given up makes way for what comes after it.
            deliver();
        }
        portion = 0;
        tell();
    }

    private void look(long nowNanos) {
        if (nowNanos - heardNanos > SILENCE_NANOS) {
            heardNanos = nowNanos;
            attachment.doubt();
        }
        if (attachment.look(nowNanos)) {
            receiver.moveTo(attachment.address());
        }
    }

    /** One that does not get out is repeated, as if it were lost on the way. */
    private void send(OutgoingPacket asks) {
        try {
            if (!attachment.members().get(0).send(asks)) {
                receiver.sendFailed();
            }
        } catch (IOException | RuntimeException e) {
            // Where to it goes is what somebody said, who may be anybody.
            receiver.sendFailed();
        }
    }

    private void tell() {
        if (undelivered > 0) {
            host.lost(undelivered, null, "no memory for " + undelivered + " messages");
            undelivered = 0;
        }
        for (PgmEvent event = receiver.nextEvent(); event != null; event = receiver.nextEvent()) {
            String source = event.source().toString();
            if (event instanceof PgmEvent.SourceJoined joined) {
                host.event(SocketEvent.Type.SOURCE_JOINED, joined.address().getHostAddress(), "session " + source);
            } else if (event instanceof PgmEvent.DataLost lost) {
                host.lost(lost.packets(), null, lost.packets() + " packets of session " + source);
            } else if (event instanceof PgmEvent.MessageRefused refused) {
                host.lost(
                        refused.packets(),
                        null,
                        refused.packets() + " packets of a message too large, of session " + source);
            } else if (event instanceof PgmEvent.SourceReset) {
                host.event(
                        SocketEvent.Type.SOURCE_JOINED, null, "session " + source + ", whose numbers went backwards");
            } else if (event instanceof PgmEvent.SourceGone gone) {
                host.event(
                        SocketEvent.Type.SOURCE_GONE,
                        null,
                        "session " + source
                                + switch (gone.why()) {
                                    case FINISHED -> " has ended";
                                    case SILENT -> " was not heard for too long";
                                    case REPLACED -> " made room for another one";
                                    case FAILED -> " could not be followed";
                                });
            }
        }
    }

    @Override
    public boolean isBlocked() {
        return false;
    }

    @Override
    public long nanosToNext(long nowNanos) {
        if (!host.hasRoom()) {
            return Long.MAX_VALUE;
        }
        return receiver.hasMessages() || !backlog.isEmpty()
                ? 0
                : Math.min(receiver.nanosToNext(nowNanos), attachment.nanosToNext(nowNanos));
    }

    @Override
    public void finish() {}

    @Override
    public boolean isFinished(long nowNanos) {
        return true;
    }

    @Override
    public long unsent() {
        return 0;
    }

    @Override
    public void close() {
        attachment.close();
    }
}
