package io.zmq4j.multicast.pgm.receiver;

import io.zmq4j.multicast.pgm.Segment;
import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Packets for receivers under test. */
final class Packets {
    static final Tsi TSI = Tsi.of(0x010203040506L, 0x40ce);

    private Packets() {}

    static byte[] data(PacketType type, int sequence, int trail, String text) {
        return data(TSI, type, sequence, trail, text);
    }

    /** One message; null for a packet in which none starts. */
    static byte[] data(Tsi tsi, PacketType type, int sequence, int trail, @Nullable String text) {
        byte[] packet = new byte[text == null ? 27 : 36 + text.length()];
        int end = 26;
        if (text == null) {
            packet[24] = -1;
            packet[25] = -1;
            end++;
        } else {
            end = Segment.FORMAT.putHeader(packet, end, 0, text.length());
            for (int i = 0; i < text.length(); i++) {
                packet[end++] = (byte) text.charAt(i);
            }
        }
        return Arrays.copyOf(packet, PacketWriter.data(packet, end, type, tsi.value(), Captured.PORT, sequence, trail));
    }

    static byte[] spmBytes(int spmSequence, int trail, int lead, InetAddress path) {
        byte[] packet = new byte[PacketWriter.LONGEST_CONTROL];
        int length = PacketWriter.spm(
                packet, TSI.value(), Captured.PORT, spmSequence, trail, lead, path.getAddress(), false);
        return Arrays.copyOf(packet, length);
    }

    static byte[] goodbye(int spmSequence) {
        byte[] packet = new byte[PacketWriter.LONGEST_CONTROL];
        int length = PacketWriter.spm(
                packet, TSI.value(), Captured.PORT, spmSequence, 0, 0, Captured.SOURCE.getAddress(), true);
        return Arrays.copyOf(packet, length);
    }

    static byte[] sequences(PacketType type, int... sequences) {
        byte[] packet = new byte[PacketWriter.LONGEST_CONTROL];
        int length = PacketWriter.sequences(
                packet,
                type,
                TSI.value(),
                Captured.PORT,
                sequences,
                0,
                sequences.length,
                Captured.SOURCE.getAddress(),
                Captured.GROUP.getAddress());
        return Arrays.copyOf(packet, length);
    }
}
