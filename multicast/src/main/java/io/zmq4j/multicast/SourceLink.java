package io.zmq4j.multicast;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.packet.Tsi;
import io.zmq4j.multicast.pgm.source.PgmSource;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkHost;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's endpoint: messages to a group, and repairs for those who ask.
 *
 * <p>A packet that the system refuses to send, such as while the network is down, waits and is tried again; and behind it the
 * messages wait in the socket's queue, as for any peer that takes nothing.
 */
final class SourceLink implements Link {
    private enum Sending {
        FREELY,
        /** The kernel has no room for the packet: it says when it has. */
        BLOCKED,
        /** The system refused the packet: nobody will say that it does not any more. */
        REFUSED
    }

    private static final int DATAGRAMS_IN_A_ROW = 64;
    private static final int PACKETS_IN_A_ROW = 512;

    /** How long after its last packet a finished source stays: somebody may have missed it and ask. */
    private static final long REPAIR_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** ... and no longer than this, however often it is asked. */
    private static final long LONGEST_REPAIR_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LinkHost host;
    private final LongSupplier clock;
    private final Attachment attachment;
    private final PgmSource source;
    private final Datagram received;

    private Sending sending = Sending.FREELY;

    /** What was not sent; valid until the source is asked for the next one. */
    private @Nullable OutgoingPacket unsent;

    private boolean finishing;
    private long retryNanos;
    private long lastSentNanos;
    private long finishedNanos;

    SourceLink(
            EpgmEndpoint endpoint,
            Network network,
            LongSupplier clock,
            PgmOptions pgm,
            OptionValues options,
            LinkHost host)
            throws IOException {
        this.host = host;
        this.clock = clock;
        received = new Datagram(pgm.maxTpdu());
        var random = new SecureRandom();
        long now = clock.getAsLong();
        attachment = Attachment.ofSource(endpoint, network, options, host, now);
        source = new PgmSource(
                pgm,
                Tsi.of(random.nextLong(), random.nextInt()),
                random.nextInt(),
                attachment.address(),
                endpoint.sendGroup(),
                endpoint.port(),
                now);
    }

    @Override
    public List<SelectableChannel> channels() {
        return attachment.channels();
    }

    /** What receivers ask for. */
    @Override
    public void receive(long nowNanos) {
        Datagrams from = attachment.members().get(0);
        try {
            for (int i = 0; i < DATAGRAMS_IN_A_ROW; i++) {
                if (!from.receive(received)) {
                    return;
                }
                source.receive(received.bytes(), received.length(), nowNanos);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // An error that an earlier packet caused, or a datagram that nobody can read: who asks will ask again.
            attachment.doubt();
        }
    }

    @Override
    public void transmit(long nowNanos) {
        if (attachment.look(nowNanos)) {
            source.moveTo(attachment.address(), nowNanos);
        }
        if (unsent != null && !sendAgain(unsent, nowNanos)) {
            return;
        }
        long now = nowNanos;
        for (int i = 0; i < PACKETS_IN_A_ROW; i++) {
            fill();
            OutgoingPacket packet = source.nextPacket(now);
            if (packet == null) {
                // Sending took its time, and time is what the rate is about.
                now = clock.getAsLong();
                packet = source.nextPacket(now);
            }
            if (packet == null || !send(packet, now)) {
                return;
            }
        }
    }

    private void fill() {
        if (finishing) {
            return;
        }
        for (Message message = host.peek(); message != null && source.offer(message); message = host.peek()) {
            host.take();
        }
    }

    private boolean sendAgain(OutgoingPacket packet, long nowNanos) {
        return (sending != Sending.REFUSED || retryNanos - nowNanos <= 0) && send(packet, nowNanos);
    }

    private boolean send(OutgoingPacket packet, long nowNanos) {
        try {
            if (attachment.members().get(0).send(packet)) {
                sending = Sending.FREELY;
                unsent = null;
                lastSentNanos = nowNanos;
                attachment.sent();
                return true;
            }
            sending = Sending.BLOCKED;
        } catch (IOException | RuntimeException e) {
            sending = Sending.REFUSED;
            retryNanos = nowNanos + RETRY_NANOS;
            source.sendFailed();
            attachment.refused(String.valueOf(e.getMessage()));
        }
        unsent = packet;
        return false;
    }

    @Override
    public boolean isBlocked() {
        return sending == Sending.BLOCKED;
    }

    @Override
    public long nanosToNext(long nowNanos) {
        long look = attachment.nanosToNext(nowNanos);
        if (sending == Sending.REFUSED) {
            return Math.min(look, Math.max(0, retryNanos - nowNanos));
        }
        long nanos = Math.min(look, source.nanosToNext(nowNanos));
        return source.isFinished() ? Math.min(nanos, Math.max(0, lastSentNanos + REPAIR_NANOS - nowNanos)) : nanos;
    }

    @Override
    public void finish() {
        finishing = true;
        source.finish();
    }

    @Override
    public boolean isFinished(long nowNanos) {
        if (!source.isFinished() || unsent != null) {
            return false;
        }
        if (finishedNanos == 0) {
            finishedNanos = nowNanos;
        }
        return nowNanos - lastSentNanos >= REPAIR_NANOS || nowNanos - finishedNanos >= LONGEST_REPAIR_NANOS;
    }

    @Override
    public long unsent() {
        return source.unsent(unsent != null);
    }

    @Override
    public void close() {
        attachment.close();
    }
}
