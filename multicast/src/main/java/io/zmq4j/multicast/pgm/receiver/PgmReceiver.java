package io.zmq4j.multicast.pgm.receiver;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.Counters;
import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.multicast.pgm.PgmEvent;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.RateLimit;
import io.zmq4j.multicast.pgm.packet.Garbled;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Receives from all sources of an endpoint (RFC 3208, section 6). Hand in a {@link #receive packet}, take
 * {@link #nextMessage messages} until there is none, send every {@link #nextPacket}, take messages once more, and come
 * back after {@link #nanosToNext}. Times are those of {@link System#nanoTime}.
 *
 * <p>Messages are read where the packet lies: its bytes must stay as they are until {@code nextMessage} gives null.
 */
public final class PgmReceiver {
    private static final int[] NO_ROOM = {};
    private static final InetAddress NOWHERE = InetAddress.getLoopbackAddress();

    /** NAKs have a limit: 1/4 of the rate, and what a burst of losses needs at once. */
    private static final int NAK_SHARE = 4;

    private static final long NAK_BURST = 16 * 1024;

    /** What is missing is gone through once for so many, not once for each packet's worth. */
    private static final int NAKS_AT_ONCE = 16 * PacketWriter.MOST_SEQUENCES;

    private static final long LEAST_MEMORY = 1024 * 1024;
    private static final int WINDOWS_OF_MEMORY = 2;

    /** Half of what times can be apart. */
    private static final long NEVER_NANOS = Long.MAX_VALUE / 2;

    private final PgmOptions options;
    private final InetAddress address;
    private final int port;
    private final RandomGenerator random;
    private final RateLimit nakLimit;
    private final Memory memory;

    private final PacketReader reader = new PacketReader();
    private final SourceTable sources;
    private final Reports reports = new Reports();
    private final Counters<Garbled> garbled = new Counters<>(Garbled.class);

    /** Sources that have something to read, and the one that is being read. */
    private final ArrayDeque<RemoteSource> ready = new ArrayDeque<>();

    private @Nullable RemoteSource current;

    private final byte[] control = new byte[PacketWriter.LONGEST_CONTROL];

    /** What {@code nakSource} is still to be asked for: from {@code nakNext} on. */
    private final int[] naks = new int[NAKS_AT_ONCE];

    private @Nullable RemoteSource nakSource;
    private int nakNext;
    private int nakCount;
    private final OutgoingPacket outgoing = new OutgoingPacket(NOWHERE);

    /** Who is still to be sent what is in {@code control}. */
    private @Nullable InetAddress alsoTo;

    private int alsoLength;
    private long wakeNanos;

    /**
     * Follows no source yet.
     *
     * @param address this machine's on the network of the groups
     * @param port the endpoint's
     * @param random spreads the NAKs of several receivers
     */
    public PgmReceiver(PgmOptions options, InetAddress address, int port, RandomGenerator random, long nowNanos) {
        this.options = options;
        this.address = address;
        this.port = port;
        this.random = random;
        nakLimit = new RateLimit(options.bytesPerSecond() / NAK_SHARE, NAK_BURST, nowNanos);
        memory = new Memory(Math.max(LEAST_MEMORY, WINDOWS_OF_MEMORY * options.windowBytes()));
        sources = new SourceTable(options.maxSources());
        wakeNanos = nowNanos + NEVER_NANOS;
    }

    /**
     * Takes a packet from the network, whatever it is: all of {@code packet} up to {@code length}.
     *
     * @param from who sent it
     * @param group the group it came through, or any of them if it was sent to us alone
     */
    public void receive(byte[] packet, int length, InetAddress from, InetAddress group, long nowNanos) {
        if (hasMessages()) {
            throw new IllegalStateException("messages wait: call nextMessage() until it gives null");
        }
        Garbled wrong = reader.read(packet, length);
        if (wrong != null) {
            garbled.add(wrong);
            return;
        }
        RemoteSource source = reader.dataPort() == port ? sourceOf(from, group, nowNanos) : null;
        if (source == null) {
            reports.count(ReceiverCounter.NOT_FOR_US);
            return;
        }
        switch (reader.type()) {
            case ODATA, RDATA -> source.data(reader, nowNanos);
            case SPM -> source.path(reader, nowNanos);
            case NCF -> source.confirmed(reader, nowNanos);
            case NAK -> source.overheard(reader, nowNanos);
            case SPMR -> source.pathRequested(nowNanos);
        }
        wakeWithin(source.nanosToNext(nowNanos), nowNanos);
        list(source);
    }

    /** Whether {@link #nextMessage} has something to do, though it may find that no message is complete. */
    public boolean hasMessages() {
        return current != null || !ready.isEmpty();
    }

    /** Who the packet is of or about; null if that is unknown. Data and SPMs make a source known. */
    private @Nullable RemoteSource sourceOf(InetAddress from, InetAddress group, long nowNanos) {
        RemoteSource known = sources.find(reader.tsi());
        PacketType type = reader.type();
        boolean introduces = type == PacketType.ODATA || type == PacketType.RDATA || type == PacketType.SPM;
        if (known != null || !introduces || reader.endsSession()) {
            return known;
        }
        if (sources.isFull() && !makeRoom()) {
            reports.count(ReceiverCounter.SOURCES_REFUSED);
            return null;
        }
        var source = new RemoteSource(reader.tsi(), from, group, options, memory, random, reports, nowNanos);
        sources.add(source);
        return source;
    }

    /** A new source takes the place of the one that was silent longest, of those that never gave a message. */
    private boolean makeRoom() {
        int oldest = -1;
        for (int i = 0; i < sources.count(); i++) {
            RemoteSource source = sources.source(i);
            if (!source.hasDelivered()
                    && (oldest < 0
                            || source.expiryNanos() - sources.source(oldest).expiryNanos() < 0)) {
                oldest = i;
            }
        }
        if (oldest >= 0) {
            remove(oldest);
        }
        return oldest >= 0;
    }

    private void remove(int index) {
        sources.source(index).end();
        sources.remove(index);
    }

    private void wakeWithin(long nanos, long nowNanos) {
        if (nanos < wakeNanos - nowNanos) {
            wakeNanos = nowNanos + nanos;
        }
    }

    private void list(RemoteSource source) {
        if (!source.isListed() && source.isReady()) {
            source.setListed(true);
            ready.add(source);
        }
    }

    /** The next message, or null if there is none until more packets come. */
    public @Nullable Message nextMessage() {
        while (true) {
            if (current == null) {
                current = ready.poll();
                if (current == null) {
                    return null;
                }
            }
            Message message = current.next();
            if (message != null) {
                return message;
            }
            current.setListed(false);
            current = null;
        }
    }

    /** What has happened, or null. */
    public @Nullable PgmEvent nextEvent() {
        return reports.pollEvent();
    }

    /**
     * What to send now: NAKs to the source, requests for an SPM to source and group. Time passes here alone: what is
     * given up makes way for messages that come after it.
     */
    public @Nullable OutgoingPacket nextPacket(long nowNanos) {
        if (alsoTo != null) {
            outgoing.set(control, alsoLength, alsoTo);
            alsoTo = null;
            return outgoing;
        }
        if (nakSource != null) {
            return nak(nakSource, nowNanos);
        }
        if (wakeNanos - nowNanos > 0) {
            return null;
        }
        long next = NEVER_NANOS;
        int[] room = nakLimit.allows(nowNanos) ? naks : NO_ROOM;
        for (int i = 0; i < sources.count(); i++) {
            RemoteSource source = sources.source(i);
            if (source.isExpired(nowNanos) && !source.isListed()) {
                remove(i--);
                continue;
            }
            if (room != NO_ROOM && source.takeRequest(nowNanos)) {
                return request(source, nowNanos);
            }
            nakNext = 0;
            nakCount = source.takeNaks(room, nowNanos);
            list(source);
            if (nakCount > 0) {
                reports.count(ReceiverCounter.NAKS, nakCount);
                return nak(source, nowNanos);
            }
            next = Math.min(next, source.nanosToNext(nowNanos));
        }
        wakeNanos = nowNanos + Math.max(next, nakLimit.nanosToNext(nowNanos));
        return null;
    }

    private OutgoingPacket request(RemoteSource source, long nowNanos) {
        reports.count(ReceiverCounter.PATH_REQUESTS);
        alsoLength = PacketWriter.spmr(control, source.tsi().value(), port);
        alsoTo = source.address();
        nakLimit.take(2 * (alsoLength + PgmOptions.HEADERS_BELOW), nowNanos);
        return outgoing.set(control, alsoLength, source.group());
    }

    private OutgoingPacket nak(RemoteSource source, long nowNanos) {
        InetAddress path = source.path();
        if (path == null) {
            throw new IllegalStateException("a NAK without anywhere to send it");
        }
        int from = nakNext;
        nakNext = Math.min(nakCount, from + PacketWriter.MOST_SEQUENCES);
        nakSource = nakNext < nakCount ? source : null;
        int length = PacketWriter.sequences(
                control,
                PacketType.NAK,
                source.tsi().value(),
                port,
                naks,
                from,
                nakNext,
                path.getAddress(),
                source.group().getAddress());
        nakLimit.take(length + PgmOptions.HEADERS_BELOW, nowNanos);
        if (path.equals(address)) {
            // A source on this machine may share its port with us. What is sent to the port, the kernel then gives to
            // one of those that share it, always the same; what is sent to the group, to all.
            alsoTo = source.group();
            alsoLength = length;
            nakLimit.take(length + PgmOptions.HEADERS_BELOW, nowNanos);
        }
        return outgoing.set(control, length, path);
    }

    /** Nanoseconds until {@link #nextPacket} is to be called if nothing else happens; years if there is no source. */
    public long nanosToNext(long nowNanos) {
        return alsoTo != null || nakSource != null ? 0 : Math.max(0, wakeNanos - nowNanos);
    }

    /** How many sources are followed. */
    public int sourceCount() {
        return sources.count();
    }

    /** Packets that were thrown away unseen, by reason. */
    public Counters<Garbled> garbled() {
        return garbled;
    }

    public Counters<ReceiverCounter> counters() {
        return reports.counters();
    }
}
