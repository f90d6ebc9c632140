package io.zmq4j.multicast;

import io.zmq4j.event.SocketEvent;
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
import org.jspecify.annotations.Nullable;

/** A publisher's endpoint: messages to a group, and repairs for those who ask. */
final class SourceLink implements Link {
    private static final int DATAGRAMS_IN_A_ROW = 64;
    private static final int PACKETS_IN_A_ROW = 512;

    /** How long after its last packet a finished source stays: somebody may have missed it and ask. */
    private static final long REPAIR_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** ... and no longer than this, however often it is asked. */
    private static final long LONGEST_REPAIR_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final LinkHost host;
    private final Datagrams datagrams;
    private final PgmSource source;
    private final Datagram received;

    /** What the kernel did not take; valid until the source is asked for the next one. */
    private @Nullable OutgoingPacket unsent;

    private boolean failing;
    private boolean finishing;
    private long lastSentNanos;
    private long finishedNanos;

    SourceLink(EpgmEndpoint endpoint, LocalAddress local, PgmOptions pgm, OptionValues options, LinkHost host)
            throws IOException {
        this.host = host;
        datagrams = Datagrams.ofSource(endpoint, local, options);
        received = new Datagram(pgm.maxTpdu());
        var random = new SecureRandom();
        source = new PgmSource(
                pgm,
                Tsi.of(random.nextLong(), random.nextInt()),
                random.nextInt(),
                local.address(),
                endpoint.sendGroup(),
                endpoint.port(),
                System.nanoTime());
    }

    @Override
    public List<SelectableChannel> channels() {
        return List.of(datagrams.channel());
    }

    /** What receivers ask for. */
    @Override
    public void receive(long nowNanos) {
        try {
            for (int i = 0; i < DATAGRAMS_IN_A_ROW; i++) {
                if (!datagrams.receive(received)) {
                    return;
                }
                source.receive(received.bytes(), received.length(), nowNanos);
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void transmit(long nowNanos) {
        if (unsent != null && !send(unsent, nowNanos)) {
            return;
        }
        unsent = null;
        long now = nowNanos;
        for (int i = 0; i < PACKETS_IN_A_ROW; i++) {
            fill();
            OutgoingPacket packet = source.nextPacket(now);
            if (packet == null) {
                // Sending took its time, and time is what the rate is about.
                now = System.nanoTime();
                packet = source.nextPacket(now);
            }
            if (packet == null) {
                return;
            }
            if (!send(packet, now)) {
                unsent = packet;
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

    /** A packet that the system refuses, such as while the network is down, is lost as others are: it is asked for. */
    private boolean send(OutgoingPacket packet, long nowNanos) {
        try {
            if (!datagrams.send(packet)) {
                return false;
            }
            failing = false;
        } catch (IOException e) {
            failed(e);
        }
        lastSentNanos = nowNanos;
        return true;
    }

    private void failed(IOException why) {
        if (!failing) {
            failing = true;
            host.event(SocketEvent.Type.TRACE, null, "cannot send: " + why.getMessage());
        }
    }

    @Override
    public boolean isBlocked() {
        return unsent != null;
    }

    @Override
    public long nanosToNext(long nowNanos) {
        long nanos = source.nanosToNext(nowNanos);
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
    public void close() {
        datagrams.close();
    }
}
