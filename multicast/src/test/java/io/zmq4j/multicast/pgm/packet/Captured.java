package io.zmq4j.multicast.pgm.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Packets as libzmq 4.3.4 with OpenPGM sends them over {@code epgm} to 239.192.1.1, port 5555, from 10.77.0.1; the NAKs
 * and the SPMR from 10.77.0.2, about a source that was played by hand. What they show beside the format:
 *
 * <ul>
 *   <li>Its global source id is the same in every run; only the source port tells one life of a source from the next.
 *   <li>It begins with three SPMs of an empty window, lead 2^32-1, ends with three that have OPT_FIN, and numbers data
 *       from 0. After data SPMs come 100, 100, 100, 100, 100 and 1300 ms apart.
 *   <li>Data goes in datagrams of 1452 octets at a maximum TPDU of 1500.
 *   <li>It answers a NAK for what it never sent with an NCF all the same.
 *   <li>An SPMR goes to the group and to the source, 25 ms after data came without an SPM. A NAK with a list is followed
 *       by one more NAK for the list's first.
 * </ul>
 */
public final class Captured {
    public static final long GSI = 0xb7c6d1bc038aL;
    public static final int PORT = 5555;
    public static final InetAddress SOURCE = address("10.77.0.1");
    public static final InetAddress RECEIVER = address("10.77.0.2");
    public static final InetAddress GROUP = address("239.192.1.1");

    public static final byte[] FIRST_SPM =
            hex("40ce15b300001222b7c6d1bc038a00000000000000000000ffffffff000100000a4d0001");
    public static final byte[] LAST_SPM =
            hex("40ce15b3000183bbb7c6d1bc038a0000000000150000000000000040000100000a4d0001000400088e040000");
    public static final byte[] SPM_IPV6 = hex(
            "976c15b30000c857b7c6d1bc038a00000000000000000000ffffffff" + "00020000fd770000000000000000000000000001");

    /** The message "hello". */
    public static final byte[] ODATA_HELLO = hex("40ce15b30400ce95b7c6d1bc038a000900000000000000000000060068656c6c6f");

    /** The message "a", "bb", "". */
    public static final byte[] ODATA_FRAMES =
            hex("40ce15b3040051fdb7c6d1bc038a000b00000001000000000000020161030162620100");

    /** The message "m2", sent and sent again. */
    public static final byte[] ODATA_M2 = hex("163c15b30400d2c8b7c6d1bc038a00060000000200000000000003006d32");

    public static final byte[] RDATA_M2 = hex("163c15b30500d1c8b7c6d1bc038a00060000000200000000000003006d32");

    public static final byte[] NCF = hex("163c15b30a0041efb7c6d1bc038a000000000002000100000a4d000100010000efc00101");
    public static final byte[] NCF_LIST = hex("163c15b30a03bfc1b7c6d1bc038a000000000003000100000a4d0001"
            + "00010000efc0010100040010820c00000000000400000005");
    public static final byte[] NAK = hex("15b340ce08009cfb010203040506000000000065000100000a4d000100010000efc00101");
    public static final byte[] NAK_LIST = hex("15b340ce08031a05010203040506000000000067000100000a4d0001"
            + "00010000efc0010100040010820c00000000006800000069");
    public static final byte[] SPMR = hex("15b340ce0c0094720102030405060000");

    /** Not captured, as libzmq cuts nothing: "hel" of the captured hello, by RFC 3208, section 9.2. */
    public static final byte[] ODATA_FRAGMENT = fragment();

    private Captured() {}

    private static byte[] fragment() {
        byte[] packet = hex("40ce15b304010000b7c6d1bc038a0007000000000000000000040014"
                + "81100000000000000000000000000009" + "0000060068656c");
        Checksum.put(packet, packet.length);
        return packet;
    }

    public static byte[][] all() {
        return new byte[][] {
            FIRST_SPM,
            LAST_SPM,
            SPM_IPV6,
            ODATA_HELLO,
            ODATA_FRAMES,
            ODATA_M2,
            RDATA_M2,
            NCF,
            NCF_LIST,
            NAK,
            NAK_LIST,
            SPMR,
            ODATA_FRAGMENT
        };
    }

    /** With a checksum that fits whatever was changed. */
    public static byte[] resummed(byte[] packet) {
        Checksum.put(packet, packet.length);
        return packet;
    }

    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    public static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
