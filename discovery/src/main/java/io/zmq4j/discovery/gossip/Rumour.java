package io.zmq4j.discovery.gossip;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What nodes say to each other, a message each.
 *
 * <pre>
 *   "ZG1D" | (owner 32 | version 8)…       what I know
 *   "ZG1E" | owner 32 … | entry | entry …  what I want to know from you, and what you do not know yet
 * </pre>
 */
sealed interface Rumour {
    /** What is known of each owner. */
    record Digest(Map<Owner, Long> versions) implements Rumour {}

    /** Entries as they came, and owners whose entry is wanted. */
    record Entries(List<Owner> wanted, List<byte[]> entries) implements Rumour {}

    int MAGIC = 0x5a_47_31_00;
    byte DIGEST = 'D';
    byte ENTRIES = 'E';
    int PAIR = Owner.BYTES + Long.BYTES;

    /** One's own besides. */
    int MOST_VERSIONS = Known.MOST + 1;

    /** In one message; what is more follows in another round. */
    int MOST_ENTRIES = 64;

    int MOST_WANTED = 256;

    static Message digest(Map<Owner, Long> versions) {
        ByteBuffer pairs = ByteBuffer.allocate(versions.size() * PAIR);
        versions.forEach((owner, version) -> pairs.put(owner.key()).putLong(version));
        return Message.of(header(DIGEST), pairs.array());
    }

    static Message entries(Collection<Owner> wanted, List<Entry> entries) {
        ByteBuffer owners = ByteBuffer.allocate(wanted.size() * Owner.BYTES);
        wanted.forEach(owner -> owners.put(owner.key()));
        List<byte[]> frames = new ArrayList<>(List.of(header(ENTRIES), owners.array()));
        entries.forEach(entry -> frames.add(entry.bytes()));
        return Message.of(frames.toArray(byte[][]::new));
    }

    private static byte[] header(byte kind) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(MAGIC | kind).array();
    }

    /** Reads what came; null if it is nothing of that kind. */
    static @Nullable Rumour read(Message message) {
        List<Frame> frames = message.frames();
        if (frames.size() < 2 || frames.get(0).size() != Integer.BYTES) {
            return null;
        }
        int header = ByteBuffer.wrap(frames.get(0).bytes()).getInt();
        if (header == (MAGIC | DIGEST) && frames.size() == 2) {
            return readDigest(frames.get(1));
        }
        return header == (MAGIC | ENTRIES) && frames.size() <= 2 + MOST_ENTRIES ? readEntries(frames) : null;
    }

    private static @Nullable Rumour readDigest(Frame frame) {
        if (frame.size() % PAIR != 0 || frame.size() > MOST_VERSIONS * PAIR) {
            return null;
        }
        Map<Owner, Long> versions = new HashMap<>();
        for (ByteBuffer from = ByteBuffer.wrap(frame.bytes()); from.hasRemaining(); ) {
            versions.put(Owner.read(from), from.getLong());
        }
        return new Digest(versions);
    }

    private static @Nullable Rumour readEntries(List<Frame> frames) {
        Frame owners = frames.get(1);
        if (owners.size() % Owner.BYTES != 0 || owners.size() > MOST_WANTED * Owner.BYTES) {
            return null;
        }
        List<Owner> wanted = new ArrayList<>();
        for (ByteBuffer from = ByteBuffer.wrap(owners.bytes()); from.hasRemaining(); ) {
            wanted.add(Owner.read(from));
        }
        return new Entries(
                wanted,
                frames.subList(2, frames.size()).stream().map(Frame::bytes).toList());
    }
}
