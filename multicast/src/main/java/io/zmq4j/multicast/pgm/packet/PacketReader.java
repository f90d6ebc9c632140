package io.zmq4j.multicast.pgm.packet;

import io.zmq4j.zmtp.wire.Unsigned;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A view of one packet after the other, where it lies: checks all of it, then answers. Copies nothing, so that a packet
 * costs no memory; what it answers is valid until the bytes change. One thread.
 */
public final class PacketReader {
    private byte[] bytes = {};
    private int length;

    private PacketType type = PacketType.SPM;
    private int payloadAt;
    private int groupNlaAt;
    private int fragmentAt;
    private int nakListAt;
    private int nakListCount;
    private boolean endsSession;

    /**
     * Looks at a packet, which is all of {@code bytes} up to {@code length}.
     *
     * @return what is wrong with it, or null: only then the rest may be asked
     */
    public @Nullable Garbled read(byte[] packet, int packetLength) {
        bytes = packet;
        length = packetLength;
        fragmentAt = 0;
        nakListAt = 0;
        nakListCount = 0;
        endsSession = false;
        if (length < Header.SIZE) {
            return Garbled.TOO_SHORT;
        }
        PacketType known = PacketType.of(Unsigned.uint8(bytes, Header.TYPE));
        if (known == null) {
            return Garbled.UNKNOWN_TYPE;
        }
        type = known;
        // RFC 3208, section 8: data MUST have a checksum, others MAY.
        if (Checksum.isPresent(bytes) ? !Checksum.isRight(bytes, length) : type.isData()) {
            return Garbled.CHECKSUM;
        }
        int flags = Unsigned.uint8(bytes, Header.OPTION_FLAGS);
        if ((flags & Header.PARITY) != 0) {
            return Garbled.PARITY;
        }
        Garbled inFields = readFields();
        if (inFields != null) {
            return inFields;
        }
        if ((flags & Header.OPTIONS_PRESENT) != 0) {
            Garbled inOptions = readOptions();
            if (inOptions != null) {
                return inOptions;
            }
        }
        return Unsigned.uint16(bytes, Header.TSDU_LENGTH) == length - payloadAt ? null : Garbled.LENGTH_MISMATCH;
    }

    /** Leaves {@code payloadAt} behind the fields of the packet's type. */
    private @Nullable Garbled readFields() {
        switch (type) {
            case ODATA, RDATA -> {
                payloadAt = Header.DATA_SIZE;
                return length < payloadAt ? Garbled.TOO_SHORT : checkWindow(sequence());
            }
            case SPM -> {
                if (length < Header.SPM_NLA + Header.NLA_PREFIX) {
                    return Garbled.TOO_SHORT;
                }
                Garbled inAddress = readNla(Header.SPM_NLA);
                if (inAddress != null || !hasWindow()) {
                    return inAddress;
                }
                // The window is empty before the first packet: its trail is the one that follows the lead.
                return checkWindow(lead() + 1);
            }
            case NAK, NCF -> {
                if (length < Header.NAK_SOURCE_NLA + Header.NLA_PREFIX) {
                    return Garbled.TOO_SHORT;
                }
                Garbled inSource = readNla(Header.NAK_SOURCE_NLA);
                groupNlaAt = payloadAt;
                return inSource != null ? inSource : readNla(groupNlaAt);
            }
            case SPMR -> payloadAt = Header.SIZE;
        }
        return null;
    }

    private @Nullable Garbled checkWindow(int edge) {
        return Sequence.isBefore(edge, trail()) ? Garbled.WINDOW : null;
    }

    private @Nullable Garbled readNla(int at) {
        if (at + Header.NLA_PREFIX > length) {
            return Garbled.TOO_SHORT;
        }
        int size = nlaSize(at);
        if (size == 0) {
            return Garbled.ADDRESS_FAMILY;
        }
        payloadAt = at + Header.NLA_PREFIX + size;
        return payloadAt > length ? Garbled.TOO_SHORT : null;
    }

    private int nlaSize(int at) {
        return switch (Unsigned.uint16(bytes, at)) {
            case Header.AFI_IPV4 -> Header.IPV4_SIZE;
            case Header.AFI_IPV6 -> Header.IPV6_SIZE;
            default -> 0;
        };
    }

    /** Moves {@code payloadAt} behind the options. */
    private @Nullable Garbled readOptions() {
        int at = payloadAt;
        if (length - at < Options.SMALLEST
                || Unsigned.uint8(bytes, at) != Options.LENGTH_OPTION
                || Unsigned.uint8(bytes, at + 1) != Options.SMALLEST) {
            return Garbled.MALFORMED_OPTIONS;
        }
        int end = at + Unsigned.uint16(bytes, at + 2);
        if (end > length) {
            return Garbled.MALFORMED_OPTIONS;
        }
        at += Options.SMALLEST;
        for (int count = 1; count < Options.MOST && end - at >= Options.SMALLEST; count++) {
            int size = Unsigned.uint8(bytes, at + 1);
            if (size < Options.SMALLEST || size > end - at) {
                return Garbled.MALFORMED_OPTIONS;
            }
            Garbled inOption = readOption(at, size);
            if (inOption != null) {
                return inOption;
            }
            boolean last = (bytes[at] & Options.END) != 0;
            at += size;
            if (last) {
                payloadAt = end;
                return at == end ? null : Garbled.MALFORMED_OPTIONS;
            }
        }
        return Garbled.MALFORMED_OPTIONS;
    }

    private @Nullable Garbled readOption(int at, int size) {
        int option = bytes[at] & Options.TYPE_MASK;
        switch (option) {
            case Options.FRAGMENT -> {
                if (size != Options.FRAGMENT_SIZE || !type.isData()) {
                    return Garbled.MALFORMED_OPTIONS;
                }
                fragmentAt = at;
            }
            case Options.NAK_LIST -> {
                int list = size - Options.SMALLEST;
                if (list == 0 || list % Integer.BYTES != 0 || !type.listsSequences()) {
                    return Garbled.MALFORMED_OPTIONS;
                }
                nakListAt = at + Options.SMALLEST;
                nakListCount = list / Integer.BYTES;
            }
            case Options.FIN, Options.RST -> endsSession = type == PacketType.SPM;
            default -> {
                return Options.isDefined(option) ? null : Garbled.UNKNOWN_OPTION;
            }
        }
        return null;
    }

    public PacketType type() {
        return type;
    }

    /** The session the packet is about. Upstream the two ports change places (RFC 3208, section 8). */
    public long tsi() {
        long upper = Unsigned.uint64(bytes, Header.GLOBAL_SOURCE_ID) >>> Short.SIZE;
        return Tsi.value(upper, type.isUpstream() ? destinationPort() : sourcePort());
    }

    /** The port of the data, wherever the packet is bound for. */
    public int dataPort() {
        return type.isUpstream() ? sourcePort() : destinationPort();
    }

    private int sourcePort() {
        return Unsigned.uint16(bytes, Header.SOURCE_PORT);
    }

    private int destinationPort() {
        return Unsigned.uint16(bytes, Header.DESTINATION_PORT);
    }

    /** Of data its own number, of an SPM the SPM's, of NAK and NCF the first one asked for. */
    public int sequence() {
        return int32(Header.SEQUENCE);
    }

    /** The oldest sequence number that the source still holds. SPM and data. */
    public int trail() {
        return int32(Header.TRAIL);
    }

    /** The newest sequence number that was sent. SPM. */
    public int lead() {
        return int32(Header.SPM_LEAD);
    }

    /** Whether trail and lead mean something: an impossible pair says no (RFC 3208, section 8.1). SPM. */
    public boolean hasWindow() {
        return trail() != 0 || lead() != Header.SPM_NO_WINDOW_LEAD;
    }

    /** Whether the source says that it ends. SPM. */
    public boolean endsSession() {
        return endsSession;
    }

    /** Where NAKs go. SPM. */
    public InetAddress pathAddress() {
        int at = Header.SPM_NLA + Header.NLA_PREFIX;
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + nlaSize(Header.SPM_NLA)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address of 4 or 16 octets", e);
        }
    }

    /** How many sequence numbers a NAK or NCF has, at least 1. */
    public int sequenceCount() {
        return 1 + nakListCount;
    }

    /** One of a NAK's or NCF's sequence numbers. */
    public int sequence(int index) {
        return index == 0 ? sequence() : int32(nakListAt + (index - 1) * Integer.BYTES);
    }

    /** Whether a NAK or NCF is for this source and this group, as addresses of 4 or 16 octets. */
    public boolean isAbout(byte[] source, byte[] group) {
        return nlaEquals(Header.NAK_SOURCE_NLA, source) && nlaEquals(groupNlaAt, group);
    }

    private boolean nlaEquals(int at, byte[] address) {
        int from = at + Header.NLA_PREFIX;
        return Arrays.equals(bytes, from, from + nlaSize(at), address, 0, address.length);
    }

    /** Where the data is, up to {@link #payloadEnd}. */
    public int payloadAt() {
        return payloadAt;
    }

    public int payloadEnd() {
        return length;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Whether the data is a part of a unit that was cut (RFC 3208, section 9.2). */
    public boolean isFragment() {
        return fragmentAt != 0;
    }

    /** The sequence number of the fragment with the unit's beginning. */
    public int fragmentFirst() {
        return int32(fragmentAt + Options.FRAGMENT_FIRST);
    }

    /** Where in the unit the fragment belongs; negative from 2^31 on. */
    public int fragmentOffset() {
        return int32(fragmentAt + Options.FRAGMENT_OFFSET);
    }

    /** The unit's size in octets; negative from 2^31 on. */
    public int fragmentTotal() {
        return int32(fragmentAt + Options.FRAGMENT_TOTAL);
    }

    private int int32(int at) {
        return (int) Unsigned.uint32(bytes, at);
    }
}
