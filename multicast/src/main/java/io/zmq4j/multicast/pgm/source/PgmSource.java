package io.zmq4j.multicast.pgm.source;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.Counters;
import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.RateLimit;
import io.zmq4j.multicast.pgm.packet.Garbled;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * One transport session's source (RFC 3208, section 5). {@link #offer} messages until it takes no more, ask for
 * {@link #nextPacket} until there is none, hand in what {@link #receive receivers say}, and come back after
 * {@link #nanosToNext}. Times are those of {@link System#nanoTime}.
 *
 * <pre>
 *   OPENING ──3 SPMs──► RUNNING ──finish──► FINISHING ──all sent, 3 SPMs with FIN──► FINISHED
 *      └────────────────finish─────────────────▲
 * </pre>
 *
 * A finished source still sends again what it has, for as long as it is asked.
 */
public final class PgmSource {
    private enum State {
        OPENING,
        RUNNING,
        FINISHING,
        FINISHED
    }

    /** As with libzmq: one may get lost. */
    private static final int GREETINGS = 3;

    /** At a low rate, how many packets may go at once. */
    private static final int BURST = 8;

    /** NCFs have a limit of their own beside the data's: 1/8 of the rate. */
    private static final int CONFIRMATION_SHARE = 8;

    private final long tsi;
    private final int port;
    private byte[] address;
    private final InetAddress group;
    private final byte[] groupAddress;

    private final StreamEncoder encoder;
    private final TransmitWindow window;
    private final Repairs repairs;
    private final Heartbeat heartbeat;
    private final RateLimit dataLimit;
    private final RateLimit confirmationLimit;

    private final PacketReader reader = new PacketReader();
    private final Counters<Garbled> garbled = new Counters<>(Garbled.class);
    private final Counters<SourceCounter> counters = new Counters<>(SourceCounter.class);

    private final byte[] control = new byte[PacketWriter.LONGEST_CONTROL];
    private final int[] sequences = new int[PacketWriter.MOST_SEQUENCES];
    private final OutgoingPacket outgoing;

    private State state = State.OPENING;
    private int greetingsLeft = GREETINGS;
    private int spmSequence;
    private boolean repairsTurn;

    /** How many messages end in the packet that was made last. */
    private int messagesInLast;

    /**
     * A session that begins now.
     *
     * @param tsi of this session alone: a source that starts again has another one
     * @param firstSequence the first packet's number, any
     * @param address where NAKs are to be sent, of the group's family
     * @param port of the group, and of {@code address}
     */
    public PgmSource(
            PgmOptions options,
            Tsi tsi,
            int firstSequence,
            InetAddress address,
            InetAddress group,
            int port,
            long nowNanos) {
        if (address.getClass() != group.getClass()) {
            throw new IllegalArgumentException("address %s and group %s, allowed are two of IPv4 or two of IPv6"
                    .formatted(address.getHostAddress(), group.getHostAddress()));
        }
        this.tsi = tsi.value();
        this.port = port;
        this.address = address.getAddress();
        this.group = group;
        groupAddress = group.getAddress();
        encoder = new StreamEncoder(new byte[options.packetSize()]);
        window = new TransmitWindow(options.windowSequences(), firstSequence);
        repairs = new Repairs(window, counters);
        heartbeat = new Heartbeat(nowNanos, options.bytesPerSecond());
        long burst = (long) BURST * options.maxTpdu();
        dataLimit = new RateLimit(options.bytesPerSecond(), burst, nowNanos);
        confirmationLimit = new RateLimit(options.bytesPerSecond() / CONFIRMATION_SHARE, burst, nowNanos);
        outgoing = new OutgoingPacket(group);
    }

    /**
     * Takes a message to send.
     *
     * @return whether it was taken; if not, packets have to go first
     */
    public boolean offer(Message message) {
        if (state == State.FINISHING || state == State.FINISHED) {
            throw new IllegalStateException("the source is finished: make another one, with another TSI");
        }
        boolean taken = encoder.offer(message);
        if (taken) {
            counters.add(SourceCounter.MESSAGES);
        }
        return taken;
    }

    /** NAKs are to be sent to another address from now on, of the same family: receivers are told at once. */
    public void moveTo(InetAddress newAddress, long nowNanos) {
        address = newAddress.getAddress();
        heartbeat.onRequest(nowNanos);
    }

    /** Says goodbye when everything that was taken has been sent. */
    public void finish() {
        if (state == State.OPENING || state == State.RUNNING) {
            state = State.FINISHING;
            greetingsLeft = GREETINGS;
        }
    }

    /** Whether everything was sent, and that it was the last. */
    public boolean isFinished() {
        return state == State.FINISHED;
    }

    /** Whether everything that was taken has been sent once. */
    public boolean isIdle() {
        return encoder.isEmpty();
    }

    /**
     * How many messages it took of which something is in no packet yet.
     *
     * @param lastToo whether the packet that was made last does not count as one
     */
    public int unsent(boolean lastToo) {
        return encoder.messages() + (lastToo ? messagesInLast : 0);
    }

    /** A packet was not sent, and will be again. */
    public void sendFailed() {
        counters.add(SourceCounter.SENDS_FAILED);
    }

    /**
     * What to send now. The order is RFC 3208's (section 5.1.3): NCFs, SPMs, then data new and old in turn.
     *
     * @return null if there is nothing, or the rate does not allow it yet
     */
    public @Nullable OutgoingPacket nextPacket(long nowNanos) {
        messagesInLast = 0;
        if (repairs.hasConfirmations() && confirmationLimit.allows(nowNanos)) {
            return confirmation(nowNanos);
        }
        if (isSpmDue(nowNanos)) {
            return spm(nowNanos);
        }
        if (!dataLimit.allows(nowNanos)) {
            return null;
        }
        repairsTurn = !repairsTurn;
        if (repairs.hasRepair() && (repairsTurn || encoder.isEmpty())) {
            return repair(nowNanos);
        }
        return encoder.isEmpty() ? null : data(nowNanos);
    }

    private boolean isSpmDue(long nowNanos) {
        return switch (state) {
            case OPENING -> true;
            case RUNNING -> heartbeat.nanosToNext(nowNanos) == 0;
            case FINISHING -> encoder.isEmpty() || heartbeat.nanosToNext(nowNanos) == 0;
            case FINISHED -> false;
        };
    }

    private OutgoingPacket confirmation(long nowNanos) {
        int count = repairs.takeConfirmations(sequences);
        int length =
                PacketWriter.sequences(control, PacketType.NCF, tsi, port, sequences, 0, count, address, groupAddress);
        counters.add(SourceCounter.CONFIRMATION_PACKETS);
        confirmationLimit.take(length + PgmOptions.HEADERS_BELOW, nowNanos);
        return outgoing.set(control, length, group);
    }

    private OutgoingPacket spm(long nowNanos) {
        boolean last = state == State.FINISHING && encoder.isEmpty();
        int length = PacketWriter.spm(control, tsi, port, spmSequence++, window.trail(), window.lead(), address, last);
        if ((state == State.OPENING || last) && --greetingsLeft == 0) {
            state = last ? State.FINISHED : State.RUNNING;
        }
        heartbeat.onSpm(nowNanos);
        counters.add(SourceCounter.PATH_PACKETS);
        dataLimit.take(length + PgmOptions.HEADERS_BELOW, nowNanos);
        return outgoing.set(control, length, group);
    }

    private OutgoingPacket repair(long nowNanos) {
        int sequence = repairs.takeRepair(nowNanos);
        byte[] packet = window.packet(sequence);
        int length = window.length(sequence);
        PacketWriter.repair(packet, length, window.trail());
        counters.add(SourceCounter.REPAIR_PACKETS);
        return sent(packet, length, nowNanos);
    }

    private OutgoingPacket data(long nowNanos) {
        int sequence = window.lead() + 1;
        byte[] packet = encoder.packet();
        int length =
                PacketWriter.data(packet, encoder.finish(), PacketType.ODATA, tsi, port, sequence, window.nextTrail());
        int messages = encoder.messages();
        encoder.begin(window.keep(packet, length));
        messagesInLast = messages - encoder.messages();
        counters.add(SourceCounter.DATA_PACKETS);
        return sent(window.packet(sequence), length, nowNanos);
    }

    private OutgoingPacket sent(byte[] packet, int length, long nowNanos) {
        heartbeat.onData(nowNanos);
        dataLimit.take(length + PgmOptions.HEADERS_BELOW, nowNanos);
        return outgoing.set(packet, length, group);
    }

    /** Takes a packet from the network, whatever it is: all of {@code packet} up to {@code length}. */
    public void receive(byte[] packet, int length, long nowNanos) {
        Garbled wrong = reader.read(packet, length);
        if (wrong != null) {
            garbled.add(wrong);
        } else if (reader.tsi() != tsi || reader.dataPort() != port) {
            counters.add(SourceCounter.NOT_FOR_US);
        } else if (reader.type() == PacketType.SPMR) {
            heartbeat.onRequest(nowNanos);
        } else if (reader.type() == PacketType.NAK && reader.isAbout(address, groupAddress)) {
            onNak(nowNanos);
        } else {
            counters.add(SourceCounter.NOT_FOR_US);
        }
    }

    private void onNak(long nowNanos) {
        int count = reader.sequenceCount();
        counters.add(SourceCounter.NAKS, count);
        for (int i = 0; i < count; i++) {
            int sequence = reader.sequence(i);
            if (window.contains(sequence)) {
                repairs.request(sequence, nowNanos);
            } else {
                counters.add(SourceCounter.NAKS_OUTSIDE_WINDOW);
                // No NCF, which would promise a repair; an SPM tells where the window is.
                heartbeat.onRequest(nowNanos);
            }
        }
    }

    /** Nanoseconds until {@link #nextPacket} has something if nothing else happens; {@link Long#MAX_VALUE} for never. */
    public long nanosToNext(long nowNanos) {
        if (isSpmDue(nowNanos)) {
            return 0;
        }
        long next = state == State.FINISHED ? Long.MAX_VALUE : heartbeat.nanosToNext(nowNanos);
        if (repairs.hasConfirmations()) {
            next = Math.min(next, confirmationLimit.nanosToNext(nowNanos));
        }
        if (repairs.hasRepair() || !encoder.isEmpty()) {
            next = Math.min(next, dataLimit.nanosToNext(nowNanos));
        }
        return next;
    }

    /** Packets that were thrown away unseen, by reason. */
    public Counters<Garbled> garbled() {
        return garbled;
    }

    public Counters<SourceCounter> counters() {
        return counters;
    }
}
