package io.zmq4j.multicast.pgm;

import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import io.zmq4j.zmtp.wire.Unsigned;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Sends to a group whatever the format allows, and some of what it does not: sessions without number, jumps, windows that
 * make no sense, messages without end, requests for everything. Mostly what one packet begins the next one goes on with.
 */
final class Stranger {
    private static final int LONGEST = 1452;
    private static final InetAddress[] PATHS = {
        Captured.SOURCE,
        Captured.RECEIVER,
        Captured.GROUP,
        Captured.address("0.0.0.0"),
        Captured.address("127.0.0.1"),
        Captured.address("255.255.255.255"),
        Captured.address("10.77.255.255"),
        Captured.address("2001:db8::1"),
        Captured.address("ff15::1"),
    };

    private final SplittableRandom random;
    private final int sessions;
    private final int window;
    private final int[] sequences;
    private final PacketReader reader = new PacketReader();

    Stranger(SplittableRandom random, int sessions, int window) {
        this.random = random;
        this.sessions = sessions;
        this.window = window;
        sequences = random.ints(sessions).toArray();
    }

    /** A packet of a session of its own, sound or not. */
    byte[] packet() {
        int session = random.nextInt(sessions);
        byte[] packet = sound(session, Tsi.of(0xBAD, session).value());
        if (random.nextInt(8) == 0) {
            spoil(packet);
            packet = Arrays.copyOf(packet, random.nextInt(2) == 0 ? packet.length : random.nextInt(packet.length + 20));
            if (packet.length >= 16) {
                Captured.resummed(packet);
            }
        }
        return packet;
    }

    private void spoil(byte[] packet) {
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            // Not the global source id, by which it might become somebody else.
            int at = random.nextInt(packet.length);
            packet[at < 8 || at > 13 ? at : 15] = (byte) random.nextInt();
        }
    }

    /** A request for whatever a session has, or had, or never had. */
    byte[] request(long tsi, int lead) {
        byte[] packet = new byte[PacketWriter.LONGEST_CONTROL];
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(packet, PacketWriter.spmr(packet, tsi, Captured.PORT));
        }
        int[] wanted = numbers(lead - window);
        int length = PacketWriter.sequences(
                packet,
                PacketType.NAK,
                tsi,
                Captured.PORT,
                wanted,
                0,
                wanted.length,
                Captured.SOURCE.getAddress(),
                Captured.GROUP.getAddress());
        return Arrays.copyOf(packet, length);
    }

    private byte[] sound(int session, long tsi) {
        int sequence = advance(session);
        byte[] packet = new byte[LONGEST];
        int length = switch (random.nextInt(8)) {
            case 0 -> {
                byte[] path = PATHS[random.nextInt(PATHS.length)].getAddress();
                yield PacketWriter.spm(
                        packet, tsi, Captured.PORT, sequence, trail(sequence), sequence, path, random.nextInt(8) == 0);
            }
            case 1 -> requests(packet, PacketType.NCF, tsi, sequence);
            case 2 -> requests(packet, PacketType.NAK, tsi, sequence);
            case 3 ->
                random.nextInt(4) == 0
                        ? PacketWriter.spmr(packet, tsi, Captured.PORT)
                        : data(packet, PacketType.RDATA, tsi, sequence);
            default -> data(packet, PacketType.ODATA, tsi, sequence);
        };
        byte[] exact = Arrays.copyOf(packet, length);
        if (reader.read(exact, length) != null) {
            throw new IllegalStateException("not sound: " + reader.read(exact, length));
        }
        return exact;
    }

    private int advance(int session) {
        int sequence = sequences[session];
        sequences[session] += switch (random.nextInt(40)) {
            case 0 -> window;
            case 1 -> random.nextInt(window);
            case 2 -> Integer.MAX_VALUE;
            case 3 -> random.nextInt();
            case 4 -> -random.nextInt(window);
            case 5, 6, 7, 8 -> random.nextInt(5);
            default -> 1;
        };
        return sequence;
    }

    private int trail(int sequence) {
        return switch (random.nextInt(4)) {
            case 0 -> sequence;
            case 1 -> sequence - random.nextInt(window);
            case 2 -> sequence - random.nextInt(Integer.MAX_VALUE);
            default -> sequence - window;
        };
    }

    private int requests(byte[] packet, PacketType type, long tsi, int sequence) {
        int[] wanted = numbers(sequence);
        return PacketWriter.sequences(
                packet,
                type,
                tsi,
                Captured.PORT,
                wanted,
                0,
                wanted.length,
                Captured.SOURCE.getAddress(),
                Captured.GROUP.getAddress());
    }

    private int[] numbers(int near) {
        var numbers = new int[random.nextInt(1, PacketWriter.MOST_SEQUENCES + 1)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextInt(10) == 0 ? random.nextInt() : near + random.nextInt(window);
        }
        return numbers;
    }

    private int data(byte[] packet, PacketType type, long tsi, int sequence) {
        int at = PacketWriter.DATA_HEADER;
        int end = at + 2 + random.nextInt(LONGEST - at - 1);
        if (random.nextInt(3) == 0) {
            // The middle of a message that may have no end.
            Unsigned.putUint16(packet, at, Segment.NO_START);
        } else {
            int body = at + 2;
            switch (random.nextInt(5)) {
                case 0 -> body = frame(packet, body, 0, 5);
                case 1 -> body = frame(packet, body, 1, 1 << random.nextInt(31));
                case 2 -> body = frame(packet, body, 0, 1 << random.nextInt(31));
                case 3 -> {
                    // A message of as many frames as there is room for, and more to come.
                    while (body + 2 <= end) {
                        body = frame(packet, body, 1, 0);
                    }
                }
                default -> {
                    for (int i = at; i < end; i++) {
                        packet[i] = (byte) random.nextInt();
                    }
                }
            }
            end = Math.max(end, Math.min(LONGEST, body));
        }
        return PacketWriter.data(packet, end, type, tsi, Captured.PORT, sequence, trail(sequence));
    }

    private static int frame(byte[] packet, int at, int flags, int size) {
        int body = Segment.FORMAT.putHeader(packet, at, flags, size);
        return size < 10 ? body + size : body;
    }
}
