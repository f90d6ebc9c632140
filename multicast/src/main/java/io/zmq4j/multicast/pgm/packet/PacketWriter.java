package io.zmq4j.multicast.pgm.packet;

import io.zmq4j.zmtp.wire.Unsigned;

/** Writes packets into arrays of the caller, from their beginning. All return the packet's length. */
public final class PacketWriter {
    /** What is in front of the data of ODATA and RDATA. */
    public static final int DATA_HEADER = Header.DATA_SIZE;

    /** The most sequence numbers of a NAK or NCF: one in the packet and 62 in the list (RFC 3208, section 9.3). */
    public static final int MOST_SEQUENCES = 63;

    /** No packet but data is longer. */
    public static final int LONGEST_CONTROL = Header.SIZE
            + Integer.BYTES
            + 2 * (Header.NLA_PREFIX + Header.IPV6_SIZE)
            + 2 * Options.SMALLEST
            + MOST_SEQUENCES * Integer.BYTES;

    private PacketWriter() {}

    /** {@code nla} is where NAKs are to be sent; {@code last} says that the session ends. */
    public static int spm(
            byte[] packet, long tsi, int port, int sequence, int trail, int lead, byte[] nla, boolean last) {
        Unsigned.putUint32(packet, Header.SEQUENCE, sequence);
        Unsigned.putUint32(packet, Header.TRAIL, trail);
        Unsigned.putUint32(packet, Header.SPM_LEAD, lead);
        int end = putNla(packet, Header.SPM_NLA, nla);
        if (last) {
            end = putOptionsLength(packet, end, Options.SMALLEST);
            end = putOption(packet, end, Options.FIN | Options.END, Options.SMALLEST);
        }
        putHeader(packet, PacketType.SPM, last ? Header.OPTIONS_PRESENT : 0, tsi, port);
        return finish(packet, end);
    }

    /** The data is in place already, from {@link #DATA_HEADER} to {@code end}. */
    public static int data(byte[] packet, int end, PacketType type, long tsi, int port, int sequence, int trail) {
        Unsigned.putUint32(packet, Header.SEQUENCE, sequence);
        Unsigned.putUint32(packet, Header.TRAIL, trail);
        putHeader(packet, type, 0, tsi, port);
        Unsigned.putUint16(packet, Header.TSDU_LENGTH, end - Header.DATA_SIZE);
        return finish(packet, end);
    }

    /** Makes ODATA that was sent before RDATA, with the trail as it is now. */
    public static void repair(byte[] packet, int length, int trail) {
        packet[Header.TYPE] = (byte) PacketType.RDATA.code();
        Unsigned.putUint32(packet, Header.TRAIL, trail);
        Checksum.put(packet, length);
    }

    /** A NAK or NCF of 1 to {@link #MOST_SEQUENCES} sequence numbers, those from {@code from} to before {@code to}. */
    public static int sequences(
            byte[] packet,
            PacketType type,
            long tsi,
            int port,
            int[] sequences,
            int from,
            int to,
            byte[] source,
            byte[] group) {
        int count = to - from;
        Unsigned.putUint32(packet, Header.SEQUENCE, sequences[from]);
        int end = putNla(packet, Header.NAK_SOURCE_NLA, source);
        end = putNla(packet, end, group);
        if (count > 1) {
            int size = Options.SMALLEST + (count - 1) * Integer.BYTES;
            end = putOptionsLength(packet, end, size);
            int list = putOption(packet, end, Options.NAK_LIST | Options.END, size);
            for (int i = 1; i < count; i++) {
                Unsigned.putUint32(packet, end + i * Integer.BYTES, sequences[from + i]);
            }
            end = list;
        }
        putHeader(packet, type, count > 1 ? Header.OPTIONS_PRESENT | Header.OPTIONS_FOR_NETWORK : 0, tsi, port);
        return finish(packet, end);
    }

    /** A request for an SPM of this session. */
    public static int spmr(byte[] packet, long tsi, int port) {
        putHeader(packet, PacketType.SPMR, 0, tsi, port);
        return finish(packet, Header.SIZE);
    }

    private static void putHeader(byte[] packet, PacketType type, int flags, long tsi, int port) {
        // Six octets of global source id and two of TSDU length, which only data has.
        Unsigned.putUint64(packet, Header.GLOBAL_SOURCE_ID, tsi & ~0xFFFFL);
        int sourcePort = (int) tsi & 0xFFFF;
        Unsigned.putUint16(packet, Header.SOURCE_PORT, type.isUpstream() ? port : sourcePort);
        Unsigned.putUint16(packet, Header.DESTINATION_PORT, type.isUpstream() ? sourcePort : port);
        packet[Header.TYPE] = (byte) type.code();
        packet[Header.OPTION_FLAGS] = (byte) flags;
    }

    private static int finish(byte[] packet, int length) {
        Checksum.put(packet, length);
        return length;
    }

    private static int putNla(byte[] packet, int at, byte[] address) {
        Unsigned.putUint16(packet, at, address.length == Header.IPV4_SIZE ? Header.AFI_IPV4 : Header.AFI_IPV6);
        Unsigned.putUint16(packet, at + Short.BYTES, 0);
        System.arraycopy(address, 0, packet, at + Header.NLA_PREFIX, address.length);
        return at + Header.NLA_PREFIX + address.length;
    }

    private static int putOptionsLength(byte[] packet, int at, int sizeOfOthers) {
        packet[at] = Options.LENGTH_OPTION;
        packet[at + 1] = Options.SMALLEST;
        Unsigned.putUint16(packet, at + 2, Options.SMALLEST + sizeOfOthers);
        return at + Options.SMALLEST;
    }

    private static int putOption(byte[] packet, int at, int typeAndEnd, int size) {
        packet[at] = (byte) typeAndEnd;
        packet[at + 1] = (byte) size;
        Unsigned.putUint16(packet, at + 2, 0);
        return at + size;
    }
}
