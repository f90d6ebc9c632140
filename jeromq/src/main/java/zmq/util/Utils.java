package zmq.util;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.security.SecureRandom;
import zmq.io.net.Address;
import zmq.util.function.Supplier;

/** Odds and ends that programs took from here. */
public class Utils {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HASH_BASE = 31;

    private Utils() {}

    /** Any number, from a secure source. */
    public static int randomInt() {
        return RANDOM.nextInt();
    }

    /**
     * A number from 0 up to, not including, the bound.
     *
     * @throws IllegalArgumentException if that is not positive
     */
    public static int randomInt(int bound) {
        return RANDOM.nextInt(bound);
    }

    /** So many bytes from a secure source. */
    public static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A port of TCP that was free a moment ago. To bind port 0 or {@code *} is safer, as nobody can come between. */
    public static int findOpenPort() throws IOException {
        try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Makes channels not block. */
    public static void unblockSocket(SelectableChannel... channels) throws IOException {
        for (SelectableChannel channel : channels) {
            channel.configureBlocking(false);
        }
    }

    /**
     * An array of another size: what is added is null. It is added behind if {@code ended}, else in front; what is too much is left out in
     * front if {@code ended}, else behind. The same array if it has that size.
     */
    @SuppressWarnings("unchecked")
    public static <T> T[] realloc(Class<T> type, T[] source, int size, boolean ended) {
        if (size == source.length) {
            return source;
        }
        T[] copy = (T[]) Array.newInstance(type, size);
        int from = ended ? Math.max(0, source.length - size) : 0;
        int to = ended ? 0 : Math.max(0, size - source.length);
        System.arraycopy(source, from, copy, to, Math.min(size, source.length));
        return copy;
    }

    /**
     * A copy of another size, filled up with zeros.
     *
     * @throws IndexOutOfBoundsException if that is smaller
     */
    public static byte[] realloc(byte[] source, int size) {
        var copy = new byte[size];
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    /** All of a buffer's bytes from its position on, which moves to the limit. */
    public static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** The address of a connected channel's peer. */
    public static Address getPeerIpAddress(SocketChannel channel) {
        return address(channel.socket().getRemoteSocketAddress());
    }

    /** A connected channel's own address. */
    public static Address getLocalIpAddress(SocketChannel channel) {
        return address(channel.socket().getLocalSocketAddress());
    }

    private static Address address(SocketAddress address) {
        return new Address(address);
    }

    /** Some bytes as numbers with a sign, in brackets, a comma behind each. */
    public static String dump(ByteBuffer buffer, int position, int limit) {
        var text = new StringBuilder("[");
        for (int i = position; i < limit; i++) {
            text.append(buffer.get(i)).append(',');
        }
        return text.append(']').toString();
    }

    /**
     * Throws if the condition is false.
     *
     * @throws IllegalArgumentException with this message
     */
    public static void checkArgument(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Throws if the condition is false.
     *
     * @throws IllegalArgumentException with this message, which is made then only
     */
    public static void checkArgument(boolean condition, Supplier<String> message) {
        if (!condition) {
            throw new IllegalArgumentException(message.get());
        }
    }

    /** Deletes a file, or a directory with all that is in it; links are not followed. Returns whether all is gone that was there. */
    public static boolean delete(File path) {
        if (!path.exists() && !Files.isSymbolicLink(path.toPath())) {
            return false;
        }
        boolean isEmpty = true;
        File[] inside = Files.isSymbolicLink(path.toPath()) ? null : path.listFiles();
        if (inside != null) {
            for (File file : inside) {
                isEmpty &= delete(file);
            }
        }
        return path.delete() && isEmpty;
    }

    /** A text with this {@link String#hashCode}. */
    public static String unhash(int hash) {
        long rest = Integer.toUnsignedLong(hash);
        var text = new StringBuilder();
        do {
            text.insert(0, (char) (rest % HASH_BASE));
            rest /= HASH_BASE;
        } while (rest > 0);
        return text.toString();
    }
}
