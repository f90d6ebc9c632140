package io.zmq4j.multicast.pgm;

import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes sound packets of somebody else's session, with nothing true in them. */
final class Forger {
    private final SplittableRandom random;
    private final long tsi;

    Forger(SplittableRandom random, long globalSourceId, int sourcePort) {
        this.random = random;
        tsi = Tsi.of(globalSourceId, sourcePort).value();
    }

    byte[] packet() {
        byte[] packet = new byte[400];
        byte[] source = Captured.SOURCE.getAddress();
        byte[] group = Captured.GROUP.getAddress();
        int sequence = anywhere();
        int length = switch (random.nextInt(5)) {
            case 0 ->
                PacketWriter.spm(
                        packet,
                        tsi,
                        Captured.PORT,
                        random.nextInt(),
                        sequence - random.nextInt(3000),
                        sequence,
                        source,
                        false);
            case 1 ->
                PacketWriter.sequences(
                        packet,
                        PacketType.NCF,
                        tsi,
                        Captured.PORT,
                        new int[] {sequence, anywhere()},
                        0,
                        2,
                        source,
                        group);
            case 2 ->
                PacketWriter.sequences(
                        packet, PacketType.NAK, tsi, Captured.PORT, new int[] {sequence}, 0, 1, source, group);
            case 3 -> data(packet, PacketType.RDATA, sequence);
            default -> data(packet, PacketType.ODATA, sequence);
        };
        return Arrays.copyOf(packet, length);
    }

    private int data(byte[] packet, PacketType type, int sequence) {
        int end = PacketWriter.DATA_HEADER + random.nextInt(100);
        for (int i = PacketWriter.DATA_HEADER; i < end; i++) {
            packet[i] = (byte) random.nextInt(4);
        }
        return PacketWriter.data(packet, end, type, tsi, Captured.PORT, sequence, sequence - random.nextInt(3000));
    }

    private int anywhere() {
        return random.nextBoolean() ? random.nextInt(5000) : random.nextInt();
    }
}
