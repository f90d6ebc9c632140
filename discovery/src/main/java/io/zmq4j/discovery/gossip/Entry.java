package io.zmq4j.discovery.gossip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node says of itself, signed by it.
 *
 * <pre>
 *   owner 32 | signature 64 | version 8 | time to live 2, in seconds | contact | services 1 | (name | endpoint)…
 * </pre>
 *
 * <p>Texts are UTF-8 behind their length in two bytes; numbers are big-endian. Signed is what follows the signature, behind
 * {@link #PURPOSE}.
 *
 * @param version the owner raises it with each entry; a higher one replaces a lower one
 * @param ttlSeconds how long it is believed without another one
 * @param contact where the owner gossips; empty if it cannot be asked
 * @param bytes the whole, as it is passed on
 */
record Entry(Owner owner, long version, int ttlSeconds, String contact, List<Service> services, byte[] bytes) {
    static final int LARGEST = 8_192;
    static final int MOST_SERVICES = 64;
    static final int LONGEST_TEXT = 1_000;
    static final int LONGEST_TTL = 300;
    private static final int SIGNATURE = 64;
    private static final int SIGNED_FROM = Owner.BYTES + SIGNATURE;

    /** So that a signature is good for nothing else. */
    private static final byte[] PURPOSE = "zmq4j gossip entry 1\n".getBytes(StandardCharsets.US_ASCII);

    /** Makes an entry of one's own. */
    static Entry sign(Signing signing, long version, int ttlSeconds, String contact, List<Service> services) {
        ByteBuffer to = ByteBuffer.allocate(LARGEST);
        to.position(SIGNED_FROM).putLong(version).putShort((short) ttlSeconds);
        put(contact, to);
        to.put((byte) services.size());
        for (Service service : services) {
            put(service.name(), to);
            put(service.endpoint(), to);
        }
        to.flip();
        byte[] key = signing.publicKey();
        byte[] signature = signing.sign(signed(to));
        to.put(0, key).put(key.length, signature);
        byte[] bytes = new byte[to.limit()];
        to.get(bytes);
        return new Entry(new Owner(key), version, ttlSeconds, contact, List.copyOf(services), bytes);
    }

    private static byte[] signed(ByteBuffer whole) {
        int length = whole.limit() - SIGNED_FROM;
        byte[] bytes = new byte[PURPOSE.length + length];
        System.arraycopy(PURPOSE, 0, bytes, 0, PURPOSE.length);
        whole.get(SIGNED_FROM, bytes, PURPOSE.length, length);
        return bytes;
    }

    private static void put(String text, ByteBuffer to) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.putShort((short) bytes.length).put(bytes);
    }

    /** Reads one that came; null if it is none. Whether it is signed says {@link #isSigned}. */
    static @Nullable Entry read(byte[] bytes) {
        if (bytes.length < SIGNED_FROM + 13 || bytes.length > LARGEST) {
            return null;
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        Owner owner = Owner.read(from);
        from.position(SIGNED_FROM);
        long version = from.getLong();
        int ttlSeconds = from.getShort() & 0xffff;
        String contact = text(from);
        if (version < 1 || ttlSeconds < 1 || ttlSeconds > LONGEST_TTL || contact == null || !from.hasRemaining()) {
            return null;
        }
        if (!contact.isEmpty() && !isPlace(contact)) {
            return null;
        }
        List<Service> services = services(from);
        return services == null || from.hasRemaining()
                ? null
                : new Entry(owner, version, ttlSeconds, contact, services, bytes);
    }

    private static @Nullable List<Service> services(ByteBuffer from) {
        int count = from.get() & 0xff;
        if (count > MOST_SERVICES) {
            return null;
        }
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = text(from);
            String endpoint = name == null ? null : text(from);
            if (name == null || endpoint == null || !isPlace(endpoint)) {
                return null;
            }
            services.add(new Service(name, endpoint));
        }
        return List.copyOf(services);
    }

    private static @Nullable String text(ByteBuffer from) {
        if (from.remaining() < 2) {
            return null;
        }
        int length = from.getShort() & 0xffff;
        if (length > LONGEST_TEXT || length > from.remaining()) {
            return null;
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether others may be sent there: to a machine, and not to a name, a file or a directory of their own. */
    static boolean isPlace(String endpoint) {
        return endpoint.startsWith("tcp://") && endpoint.getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEXT;
    }

    boolean isSigned(Signing signing) {
        byte[] signature = new byte[SIGNATURE];
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        whole.get(Owner.BYTES, signature);
        return signing.isSigned(owner.key(), signed(whole), signature);
    }
}
