package io.zmq4j.multicast.pgm.receiver;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.PgmEvent;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.RateLimit;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.Sequence;
import io.zmq4j.multicast.pgm.packet.Tsi;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One source as a receiver sees it: what of its data is there, what messages that makes, and where to ask for more. */
final class RemoteSource {
    // libzmq's.
    private static final long EXPIRY_NANOS = TimeUnit.SECONDS.toNanos(300);
    private static final long REQUEST_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** How long a source is remembered after its goodbye, which it says more than once. */
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long REPEATED_REQUEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_REQUESTS = 5;

    /** SPMs out of sequence are discarded; so many in a row say that it was one in sequence that was wrong. */
    private static final int OLD_PATHS_BELIEVED = 3;

    private static final byte[] BROADCAST = {-1, -1, -1, -1};

    /** So much can be gone through at any time. */
    private static final int LITTLE_MISSING = 256;

    /** Packets that may be lost for each that comes, whatever the rate: it may be set too low here, and packets be small. */
    private static final int LOST_FOR_EACH = 16;

    /** ... and before the first. */
    private static final int LOST_AT_FIRST = 64;

    private final Tsi tsi;
    private final InetAddress address;
    private final InetAddress group;
    private final Share memory;
    private final ReceiveWindow window;
    private final MessageStream stream;
    private final Reports reports;

    /** Full packets in a nanosecond. */
    private final double rate;

    /** How many packets can have been lost: a window's, and what was sent since the last that came. */
    private double losable = LOST_AT_FIRST;

    private final int windowSize;
    private final Payload arrived = new Payload();

    /** Where NAKs go, as the last SPM says; null before the first one (RFC 3208, section 6.2). */
    private @Nullable InetAddress path;

    private int pathSequence;
    private int oldPaths;
    private int requestsLeft = MOST_REQUESTS;
    private int othersRequests;
    private long requestDueNanos;
    private long heardNanos;
    private long expiryNanos;
    private boolean finished;
    private boolean delivered;
    private boolean listed;

    RemoteSource(
            long tsi,
            InetAddress address,
            InetAddress group,
            PgmOptions options,
            Memory memory,
            RateLimit work,
            RandomGenerator random,
            Reports reports,
            long nowNanos) {
        this.tsi = new Tsi(tsi);
        this.address = address;
        this.group = group;
        this.reports = reports;
        rate = (double) options.bytesPerSecond() / options.maxTpdu() / TimeUnit.SECONDS.toNanos(1);
        windowSize = options.windowSequences();
        this.memory = memory.share(address, this::giveUp);
        window = new ReceiveWindow(windowSize, this.memory, work, random);
        stream = new MessageStream(options.maxMessageSize(), this.memory, reports, this::reportRefused);
        requestDueNanos = nowNanos + REQUEST_NANOS;
        heardNanos = nowNanos;
        expiryNanos = nowNanos + EXPIRY_NANOS;
    }

    /** It is followed, until {@link #end}. */
    void begin() {
        memory.open();
    }

    Tsi tsi() {
        return tsi;
    }

    InetAddress group() {
        return group;
    }

    /** Where its packets come from. */
    InetAddress address() {
        return address;
    }

    /** Those that send from the same address. */
    Origin origin() {
        return memory.origin();
    }

    @Nullable
    InetAddress path() {
        return path;
    }

    /** ODATA or RDATA. */
    void data(PacketReader packet, long nowNanos) {
        heard(nowNanos);
        boolean repair = packet.type() == PacketType.RDATA;
        int sequence = packet.sequence();
        ReceiveWindow.Arrival arrival = window.arrive(sequence, packet.trail(), repair, nowNanos);
        reportJumps();
        switch (arrival) {
            case NEXT -> {
                cameNew(repair, nowNanos);
                stream.feed(arrived.of(packet));
            }
            case EARLY -> {
                if (window.hold(sequence, arrived.of(packet))) {
                    cameNew(repair, nowNanos);
                } else {
                    reports.count(ReceiverCounter.NO_MEMORY);
                }
            }
            case DUPLICATE -> reports.count(ReceiverCounter.DUPLICATES);
            case STRAY -> reports.count(ReceiverCounter.STRAYS);
            case NO_MEMORY -> reports.count(ReceiverCounter.NO_MEMORY);
        }
    }

    private void cameNew(boolean repair, long nowNanos) {
        reports.count(ReceiverCounter.DATA_PACKETS);
        losable = Math.min(losable, windowSize) + LOST_FOR_EACH;
        if (repair) {
            reports.count(ReceiverCounter.RECOVERED);
        } else if (finished) {
            // What was said to be the end was not: somebody else's word, or a packet that was overtaken.
            finished = false;
            heard(nowNanos);
        }
    }

    private void heard(long nowNanos) {
        losable += (nowNanos - heardNanos) * rate;
        heardNanos = nowNanos;
        if (!finished) {
            expiryNanos = nowNanos + EXPIRY_NANOS;
        }
    }

    private void reportJumps() {
        if (window.takeWentBack()) {
            stream.interrupt();
            reports.event(new PgmEvent.SourceReset(tsi));
        }
        if (window.hasSkipped()) {
            reportLoss();
        }
    }

    private void reportLoss() {
        long packets = window.takeLost();
        stream.interrupt();
        long believed = believe(packets);
        // Before its first message it is nobody's loss.
        if (delivered && believed > 0) {
            reports.event(new PgmEvent.DataLost(tsi, believed));
        }
    }

    private void reportRefused(long packets) {
        reports.event(new PgmEvent.MessageRefused(tsi, believe(packets)));
    }

    /** How many of these packets can have been sent: anybody may forge a number that is far ahead. */
    private long believe(long packets) {
        long believed = Math.min(packets, (long) losable);
        losable -= believed;
        reports.count(ReceiverCounter.LOST, believed);
        reports.count(ReceiverCounter.LOST_UNBELIEVED, packets - believed);
        return believed;
    }

    /** Others need the memory, of which it has most. */
    private void giveUp() {
        reports.count(ReceiverCounter.SOURCES_STRIPPED);
        window.giveUp();
        reportLoss();
    }

    /** SPM; {@code own} is the address that NAKs are sent from. */
    void path(PacketReader packet, InetAddress own, long nowNanos) {
        if (path != null && !Sequence.isBefore(pathSequence, packet.sequence())) {
            reports.count(ReceiverCounter.OLD_PATHS);
            if (++oldPaths < OLD_PATHS_BELIEVED) {
                return;
            }
        }
        heard(nowNanos);
        oldPaths = 0;
        pathSequence = packet.sequence();
        InetAddress told = packet.pathAddress();
        if (isReachable(told, own)) {
            path = told;
        } else {
            reports.count(ReceiverCounter.PATHS_UNUSABLE);
        }
        if (packet.hasWindow()) {
            window.announce(packet.trail(), packet.lead(), nowNanos);
            reportJumps();
        }
        if (packet.endsSession() && !finished) {
            finished = true;
            expiryNanos = nowNanos + FAREWELL_NANOS;
        }
    }

    /** Whether one host can have this address: whether there is one, and it answers, shows when something is sent. */
    private static boolean isReachable(InetAddress address, InetAddress from) {
        return address.getClass() == from.getClass()
                && !address.isMulticastAddress()
                && !address.isAnyLocalAddress()
                && (!address.isLoopbackAddress() || from.isLoopbackAddress())
                && !Arrays.equals(address.getAddress(), BROADCAST);
    }

    /** NCF. */
    void confirmed(PacketReader packet, long nowNanos) {
        heard(nowNanos);
        for (int i = 0; i < packet.sequenceCount(); i++) {
            if (window.confirm(packet.sequence(i), nowNanos)) {
                reports.count(ReceiverCounter.NAKS_SUPPRESSED);
            }
        }
    }

    /** Another receiver's NAK. */
    void overheard(PacketReader packet, long nowNanos) {
        for (int i = 0; i < packet.sequenceCount(); i++) {
            if (window.overhear(packet.sequence(i), nowNanos)) {
                reports.count(ReceiverCounter.NAKS_SUPPRESSED);
            }
        }
    }

    /** Another receiver has asked for an SPM. Believed as often as we ask: others must not keep us from it for ever. */
    void pathRequested(long nowNanos) {
        if (othersRequests < MOST_REQUESTS) {
            othersRequests++;
            requestDueNanos = nowNanos + REPEATED_REQUEST_NANOS;
        }
    }

    /** The next message, or null if what comes next is missing. */
    @Nullable
    Message next() {
        while (true) {
            Message message = stream.next();
            if (message != null) {
                if (!delivered) {
                    delivered = true;
                    reports.event(new PgmEvent.SourceJoined(tsi, address));
                }
                return message;
            }
            switch (window.head()) {
                case HELD -> stream.feed(window.takeHeld());
                case LOST -> reportLoss();
                case MISSING -> {
                    return null;
                }
            }
        }
    }

    /** Whether {@link #next} has something to do. */
    boolean isReady() {
        return stream.hasData() || window.head() != ReceiveWindow.Head.MISSING;
    }

    /** Whether it is among those whose messages wait. */
    boolean isListed() {
        return listed;
    }

    void setListed(boolean isListed) {
        listed = isListed;
    }

    /** Whether a message of it was ever delivered: forged sources seldom get so far. */
    boolean hasDelivered() {
        return delivered;
    }

    boolean takeRequest(long nowNanos) {
        if (!isRequesting() || requestDueNanos - nowNanos > 0) {
            return false;
        }
        requestsLeft--;
        requestDueNanos = nowNanos + REPEATED_REQUEST_NANOS;
        return true;
    }

    private boolean isRequesting() {
        return path == null && requestsLeft > 0;
    }

    /** Which packets to ask for now; {@link ReceiveWindow#pass}. {@code work} is how many may be looked at, over time. */
    int takeNaks(int[] naks, RateLimit work, long nowNanos) {
        boolean due = window.isWaiting() && window.nextDueNanos() - nowNanos <= 0;
        boolean much = window.missingCount() > LITTLE_MISSING;
        if (!due || (much && !work.allows(nowNanos))) {
            return 0;
        }
        int count = window.pass(naks, path != null, nowNanos);
        if (much) {
            work.take(window.passed(), nowNanos);
        }
        return count;
    }

    boolean isExpired(long nowNanos) {
        return expiryNanos - nowNanos <= 0;
    }

    /** When it was heard last. */
    long heardNanos() {
        return heardNanos;
    }

    /** Nanoseconds until it has something to do. */
    long nanosToNext(long nowNanos) {
        long nanos = expiryNanos - nowNanos;
        if (window.isWaiting()) {
            nanos = Math.min(nanos, window.nextDueNanos() - nowNanos);
        }
        if (isRequesting()) {
            nanos = Math.min(nanos, requestDueNanos - nowNanos);
        }
        return Math.max(0, nanos);
    }

    /** It is not followed any more. */
    void end(PgmEvent.End why) {
        memory.close();
        stream.close();
        if (delivered) {
            reports.event(new PgmEvent.SourceGone(tsi, why));
        }
    }

    boolean isFinished() {
        return finished;
    }
}
