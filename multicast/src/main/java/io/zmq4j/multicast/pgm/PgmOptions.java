package io.zmq4j.multicast.pgm;

import java.util.concurrent.TimeUnit;

/**
 * What sources and receivers are told. Sender and receivers of a group should be told the same rate and recovery time:
 * together they say how much is kept.
 *
 * @param rateKilobits the most a source sends, headers and repairs included, in kbit/s; greater than 0
 * @param recoveryMillis how long what was lost can be recovered; 0 and more
 * @param maxTpdu the largest datagram with its IP and UDP headers, in bytes; 128 to 65,535
 * @param maxMessageSize the largest message that is received, in bytes; negative for any
 * @param maxSources the most sources a receiver follows at a time; 1 to 65,536
 * @param maxMemory the most bytes a receiver keeps for all sources, whatever the window is; greater than 0
 */
public record PgmOptions(
        int rateKilobits, int recoveryMillis, int maxTpdu, long maxMessageSize, int maxSources, long maxMemory) {
    /** libzmq's: 100 kbit/s, 10 s, 1500 bytes; any message size, 256 sources, and no limit of memory but the window's. */
    public static final PgmOptions DEFAULT = new PgmOptions(100, 10_000, 1500, -1, 256, Long.MAX_VALUE);

    private static final int SMALLEST_TPDU = 128;
    private static final int LARGEST_TPDU = 65_535;
    private static final int MOST_SOURCES = 1 << 16;
    private static final int MOST_SEQUENCES = 1 << 22;

    /**
     * At the default rate, 83 datagrams of full size are 10 s; of small messages, one in a datagram each, they would be
     * less than one.
     */
    private static final int FEWEST_SEQUENCES = 1024;

    /** At a low rate, messages may be larger than windows. */
    private static final long LEAST_RECEIVER_BYTES = 16 << 20;

    private static final int WINDOWS_KEPT = 2;

    private static final int BITS = 8;

    /** The IPv6 header and the UDP header. That of IPv4 is 20 bytes shorter: not worth another case. */
    public static final int HEADERS_BELOW = 48;

    public PgmOptions {
        if (maxMemory <= 0) {
            throw new IllegalArgumentException("maximum memory %d, allowed are 1 and more".formatted(maxMemory));
        }
        check("rate", rateKilobits, 1, Integer.MAX_VALUE);
        check("recovery interval", recoveryMillis, 0, Integer.MAX_VALUE);
        check("maximum TPDU", maxTpdu, SMALLEST_TPDU, LARGEST_TPDU);
        check("number of sources", maxSources, 1, MOST_SOURCES);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s %d, allowed are %d to %d".formatted(name, value, least, most));
        }
    }

    public PgmOptions withRateKilobits(int kilobits) {
        return new PgmOptions(kilobits, recoveryMillis, maxTpdu, maxMessageSize, maxSources, maxMemory);
    }

    public PgmOptions withRecoveryMillis(int millis) {
        return new PgmOptions(rateKilobits, millis, maxTpdu, maxMessageSize, maxSources, maxMemory);
    }

    public PgmOptions withMaxTpdu(int bytes) {
        return new PgmOptions(rateKilobits, recoveryMillis, bytes, maxMessageSize, maxSources, maxMemory);
    }

    public PgmOptions withMaxMessageSize(long bytes) {
        return new PgmOptions(rateKilobits, recoveryMillis, maxTpdu, bytes, maxSources, maxMemory);
    }

    public PgmOptions withMaxSources(int sources) {
        return new PgmOptions(rateKilobits, recoveryMillis, maxTpdu, maxMessageSize, sources, maxMemory);
    }

    public PgmOptions withMaxMemory(long bytes) {
        return new PgmOptions(rateKilobits, recoveryMillis, maxTpdu, maxMessageSize, maxSources, bytes);
    }

    public long bytesPerSecond() {
        return rateKilobits * 1000L / BITS;
    }

    /** The largest PGM packet, in bytes. */
    public int packetSize() {
        return maxTpdu - HEADERS_BELOW;
    }

    /** How many bytes are kept for recovery. */
    public long windowBytes() {
        // At most 2^31 kbit/s for 2^31 ms: below 2^60.
        return bytesPerSecond() * recoveryMillis / TimeUnit.SECONDS.toMillis(1);
    }

    /**
     * How many bytes a receiver keeps for all sources: what came and waits for what is missing, and messages that are not
     * complete.
     */
    public long receiverBytes() {
        return Math.min(maxMemory, Math.max(LEAST_RECEIVER_BYTES, WINDOWS_KEPT * windowBytes()));
    }

    /** How many packets are kept for recovery: libzmq's rate × time / TPDU, and some more where that is very few. */
    public int windowSequences() {
        return (int) Math.min(MOST_SEQUENCES, Math.max(FEWEST_SEQUENCES, windowBytes() / maxTpdu));
    }
}
