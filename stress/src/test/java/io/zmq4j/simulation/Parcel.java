package io.zmq4j.simulation;

import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Messages that tell which they are: what is in one, and how much, follows from its number.
 *
 * <pre>
 *   first frame   topic, a byte   id, 8 bytes   filling
 *   others        filling
 * </pre>
 */
final class Parcel {
    static final int HEAD = 9;

    private static final int SHORT = 60;
    private static final int MOST_FRAMES = 4;

    private Parcel() {}

    /** How large the messages of a simulation are. */
    record Sizes(long seed, boolean areSevere, int large) {
        static Sizes of(SplittableRandom random, int capacity) {
            return new Sizes(random.nextLong(), random.nextInt(3) == 0, Math.min(12 * capacity, 40_000));
        }
    }

    /** The message of this sender with this number, which begins with the topic. */
    static Message pack(char topic, int sender, int number, Sizes sizes) {
        return pack(topic, (long) sender << 32 | number, sizes);
    }

    private static Message pack(char topic, long id, Sizes sizes) {
        var random = new SplittableRandom(sizes.seed ^ id * 0x9E3779B97F4A7C15L);
        int kind = sizes.areSevere ? random.nextInt(100) : 100;
        int frames = kind < 30 ? 2 + random.nextInt(MOST_FRAMES - 1) : 1;
        var bytes = new byte[frames][];
        for (int i = 0; i < frames; i++) {
            int filling = kind < 3 && i == 0 ? random.nextInt(sizes.large) : random.nextInt(SHORT);
            bytes[i] = new byte[(i == 0 ? HEAD : 0) + filling];
            Arrays.fill(bytes[i], (byte) id);
        }
        bytes[0][0] = (byte) topic;
        for (int i = 1; i < HEAD; i++) {
            bytes[0][i] = (byte) (id >>> 8 * (HEAD - 1 - i));
        }
        return Message.wrap(bytes);
    }

    /** Whether the message is what it was when it was packed. */
    static boolean isIntact(Message message, Sizes sizes) {
        return message.size(0) >= HEAD && message.equals(pack((char) message.array(0)[0], id(message.array(0)), sizes));
    }

    /** Of the message with this first frame. */
    static long id(byte[] head) {
        long id = 0;
        for (int i = 1; i < HEAD; i++) {
            id = id << 8 | head[i] & 0xff;
        }
        return id;
    }

    static long id(Message message) {
        return id(message.array(0));
    }

    static int sender(long id) {
        return (int) (id >>> 32);
    }

    static int number(long id) {
        return (int) id;
    }

    static String text(long id) {
        return sender(id) + "/" + number(id);
    }
}
