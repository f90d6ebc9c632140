package io.zmq4j.jeromq;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One event of a monitor as the one frame that its reader receives.
 *
 * <pre>
 *   0        4        5        9
 *   | event  | kind   | value  | address | local | remote |   big endian; texts have their length in two bytes before them
 * </pre>
 *
 * <p>The kind says what stands for the value: nothing, a number, or a channel, of which the two texts tell the ends.
 *
 * @param event the event's number
 * @param address the endpoint
 * @param argument an {@link Integer}, a channel that can only be asked who is at its ends, or null
 */
public record EventFrame(
        int event, String address, @Nullable Object argument) {
    private static final int NOTHING = 0;
    private static final int NUMBER = 1;
    private static final int CONNECTION = 2;
    private static final int CLOSED_CONNECTION = 3;
    private static final int LISTENER = 4;
    private static final int CLOSED_LISTENER = 5;

    /** The frame's bytes. */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(event);
            out.writeByte(kind());
            out.writeInt(argument instanceof Integer number ? number : 0);
            out.writeUTF(address);
            out.writeUTF(end(false));
            out.writeUTF(end(true));
        } catch (IOException e) {
            throw new UncheckedIOException("an event's address is too long", e);
        }
        return bytes.toByteArray();
    }

    private int kind() {
        if (argument instanceof Integer) {
            return NUMBER;
        }
        if (argument instanceof ServerSocketChannel listener) {
            return listener.isOpen() ? LISTENER : CLOSED_LISTENER;
        }
        if (argument instanceof SelectableChannel channel) {
            return channel.isOpen() ? CONNECTION : CLOSED_CONNECTION;
        }
        return NOTHING;
    }

    /** The text of one end of the channel; empty if there is none, or if it is closed and does not say any more. */
    private String end(boolean isRemote) {
        SocketAddress address = null;
        try {
            if (!isRemote && argument instanceof NetworkChannel channel) {
                address = channel.getLocalAddress();
            } else if (isRemote && argument instanceof SocketChannel channel) {
                address = channel.getRemoteAddress();
            }
        } catch (IOException e) {
            return "";
        }
        return PeerAddress.text(address);
    }

    /**
     * Reads a frame.
     *
     * @throws IllegalArgumentException if it is none of {@link #toBytes}
     */
    public static EventFrame of(byte[] frame) {
        try (var in = new DataInputStream(new ByteArrayInputStream(frame))) {
            int event = in.readInt();
            int kind = in.readByte();
            int number = in.readInt();
            String address = in.readUTF();
            SocketAddress local = PeerAddress.parse(in.readUTF());
            SocketAddress remote = PeerAddress.parse(in.readUTF());
            return new EventFrame(event, address, argument(kind, number, local, remote));
        } catch (IOException e) {
            throw new IllegalArgumentException("not the frame of a monitor's event: " + frame.length + " bytes", e);
        }
    }

    private static @Nullable Object argument(
            int kind, int number, @Nullable SocketAddress local, @Nullable SocketAddress remote) throws IOException {
        return switch (kind) {
            case NUMBER -> number;
            case CONNECTION -> connection(local, remote, true);
            case CLOSED_CONNECTION -> connection(local, remote, false);
            case LISTENER -> listener(local, true);
            case CLOSED_LISTENER -> listener(local, false);
            default -> null;
        };
    }

    static SelectableChannel connection(@Nullable SocketAddress local, @Nullable SocketAddress remote, boolean isOpen)
            throws IOException {
        return openOrClosed(new DescribedConnection(local, remote), isOpen);
    }

    static SelectableChannel listener(@Nullable SocketAddress local, boolean isOpen) throws IOException {
        return openOrClosed(new DescribedListener(local), isOpen);
    }

    private static SelectableChannel openOrClosed(SelectableChannel channel, boolean isOpen) throws IOException {
        if (!isOpen) {
            channel.close();
        }
        return channel;
    }
}
