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
import java.util.concurrent.TimeUnit;
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
    private static final InetAddress NOWHERE = InetAddress.getLoopbackAddress();

    /** NAKs have a limit: 1/4 of the rate, and what a burst of losses needs at once. */
    private static final int NAK_SHARE = 4;

    private static final long NAK_BURST = 16 * 1024;

    /**
     * How many packets may be found missing in a second, and how often one of them may be looked at: each a small part of
     * what a processor does in that time.
     */
    private static final long FOUND_MISSING_PER_SECOND = 4_000_000;

    private static final long LOOKED_AT_PER_SECOND = 16_000_000;

    /** So long is nobody silent who is there: SPMs come every 30 seconds at the least. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(65);

    /** Half of what times can be apart. */
    private static final long NEVER_NANOS = Long.MAX_VALUE / 2;

    private final PgmOptions options;
    private final int port;
    private final RandomGenerator random;
    private final RateLimit nakLimit;
    private final Memory memory;
    private final RateLimit finding;
    private final RateLimit looking;

    private final PacketReader reader = new PacketReader();
    private final SourceTable sources;
    private final Reports reports = new Reports();
    private final Counters<Garbled> garbled = new Counters<>(Garbled.class);

    /** Sources that have something to read, and the one that is being read. */
    private final ArrayDeque<RemoteSource> ready = new ArrayDeque<>();

    private @Nullable RemoteSource current;

    private final byte[] control = new byte[PacketWriter.LONGEST_CONTROL];

    private final int[] naks = new int[PacketWriter.MOST_SEQUENCES];
    private final OutgoingPacket outgoing = new OutgoingPacket(NOWHERE);

    /** Who is still to be sent what is in {@code control}. */
    private @Nullable InetAddress alsoTo;

    private int alsoLength;
    private InetAddress address;
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
        memory = new Memory(options.receiverBytes());
        finding = new RateLimit(FOUND_MISSING_PER_SECOND, 0, nowNanos);
        looking = new RateLimit(LOOKED_AT_PER_SECOND, 0, nowNanos);
        sources = new SourceTable(options.maxSources());
        wakeNanos = nowNanos + NEVER_NANOS;
    }

    /** This machine has another address now, of the same family. */
    public void moveTo(InetAddress newAddress) {
        address = newAddress;
    }

    /**
     * Takes a packet from the network, whatever it is: all of {@code packet} up to {@code length}. What goes wrong with it
     * ends with its source, as a source that a sender made, or one that a sender spoilt.
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
        try {
            switch (reader.type()) {
                case ODATA, RDATA -> source.data(reader, nowNanos);
                case SPM -> source.path(reader, address, nowNanos);
                case NCF -> source.confirmed(reader, nowNanos);
                case NAK -> source.overheard(reader, nowNanos);
                case SPMR -> source.pathRequested(nowNanos);
            }
            wakeWithin(source.nanosToNext(nowNanos), nowNanos);
            list(source);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(source);
        }
    }

    /** It is in no state to be followed any more; what it sends from now on begins anew. */
    private void fail(RemoteSource source) {
        reports.count(ReceiverCounter.SOURCES_FAILED);
        ready.remove(source);
        sources.remove(source);
        source.end(PgmEvent.End.FAILED);
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
        if (sources.isFull() && !makeRoom(from, nowNanos)) {
            reports.count(ReceiverCounter.SOURCES_REFUSED);
            return null;
        }
        var source = new RemoteSource(reader.tsi(), from, group, options, memory, finding, random, reports, nowNanos);
        source.begin();
        sources.add(source);
        return source;
    }

    /**
     * A new source takes the place of the one that was silent longest: of those that never gave a message; else of all, if
     * that has left without a word; else of the address that has most, if that is another one and has more.
     */
    private boolean makeRoom(InetAddress from, long nowNanos) {
        RemoteSource mute = null;
        RemoteSource oldest = null;
        RemoteSource oneOfMany = null;
        for (int i = 0; i < sources.count(); i++) {
            RemoteSource source = sources.source(i);
            oldest = longerSilent(oldest, source);
            mute = source.hasDelivered() ? mute : longerSilent(mute, source);
            int more = oneOfMany == null
                    ? 1
                    : source.origin().sources() - oneOfMany.origin().sources();
            if (more >= 0) {
                oneOfMany = more > 0 ? source : longerSilent(oneOfMany, source);
            }
        }
        RemoteSource leaves = null;
        if (mute != null) {
            leaves = mute;
        } else if (oldest != null && nowNanos - oldest.heardNanos() > SILENCE_NANOS) {
            leaves = oldest;
        } else if (oneOfMany != null
                && oneOfMany.origin().sources() > memory.originAt(from).sources() + 1) {
            leaves = oneOfMany;
        }
        if (leaves == null) {
            return false;
        }
        sources.remove(leaves);
        leaves.end(PgmEvent.End.REPLACED);
        return true;
    }

    private static RemoteSource longerSilent(@Nullable RemoteSource one, RemoteSource other) {
        return one == null || other.heardNanos() - one.heardNanos() < 0 ? other : one;
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
            RemoteSource source = current;
            try {
                Message message = source.next();
                if (message != null) {
                    return message;
                }
            } catch (RuntimeException | OutOfMemoryError e) {
                fail(source);
            }
            source.setListed(false);
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
        if (wakeNanos - nowNanos > 0) {
            return null;
        }
        if (!nakLimit.allows(nowNanos)) {
            wakeNanos = nowNanos + nakLimit.nanosToNext(nowNanos);
            return null;
        }
        long next = NEVER_NANOS;
        for (int i = sources.count(); i > 0; i--) {
            RemoteSource source = sources.nextInTurn();
            if (source.isExpired(nowNanos) && !source.isListed()) {
                sources.remove(source);
                source.end(source.isFinished() ? PgmEvent.End.FINISHED : PgmEvent.End.SILENT);
                continue;
            }
            if (source.takeRequest(nowNanos)) {
                return request(source, nowNanos);
            }
            int count = takeNaks(source, nowNanos);
            if (count > 0) {
                return nak(source, count, nowNanos);
            }
            next = Math.min(next, source.nanosToNext(nowNanos));
        }
        wakeNanos = nowNanos + (next > 0 ? next : looking.nanosToNext(nowNanos));
        return null;
    }

    private int takeNaks(RemoteSource source, long nowNanos) {
        try {
            int count = source.takeNaks(naks, looking, nowNanos);
            list(source);
            reports.count(ReceiverCounter.NAKS, count);
            return count;
        } catch (RuntimeException e) {
            fail(source);
            return 0;
        }
    }

    private OutgoingPacket request(RemoteSource source, long nowNanos) {
        reports.count(ReceiverCounter.PATH_REQUESTS);
        alsoLength = PacketWriter.spmr(control, source.tsi().value(), port);
        alsoTo = source.address();
        nakLimit.take(2 * (alsoLength + PgmOptions.HEADERS_BELOW), nowNanos);
        return outgoing.set(control, alsoLength, source.group());
    }

    private OutgoingPacket nak(RemoteSource source, int count, long nowNanos) {
        InetAddress path = source.path();
        if (path == null) {
            throw new IllegalStateException("a NAK without anywhere to send it");
        }
        int length = PacketWriter.sequences(
                control,
                PacketType.NAK,
                source.tsi().value(),
                port,
                naks,
                0,
                count,
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
        return alsoTo != null ? 0 : Math.max(0, wakeNanos - nowNanos);
    }

    /** A packet of its own could not be sent, because of where to or for want of room: it will ask again. */
    public void sendFailed() {
        reports.count(ReceiverCounter.SENDS_FAILED);
    }

    /** A packet that came could not be taken, for want of memory. */
    public void dropped() {
        reports.count(ReceiverCounter.NO_MEMORY);
    }

    /** How many sources are followed. */
    public int sourceCount() {
        return sources.count();
    }

    /** How many bytes it keeps for all of them; no more than {@link PgmOptions#receiverBytes}. */
    public long bytesKept() {
        return options.receiverBytes() - memory.left();
    }

    /** Packets that were thrown away unseen, by reason. */
    public Counters<Garbled> garbled() {
        return garbled;
    }

    public Counters<ReceiverCounter> counters() {
        return reports.counters();
    }
}
