package io.zmq4j.transport.udp;

import io.zmq4j.address.NumericAddress;
import io.zmq4j.message.Message;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.transport.spi.Use;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;

/**
 * A UDP endpoint at work: a datagram for each message. What cannot be sent, or is none that can be read, is lost, which is counted
 * and told; nobody asks for it again.
 */
final class UdpLink implements Link {
    private static final int DATAGRAMS_IN_A_ROW = 256;
    private static final long NEVER = Long.MAX_VALUE;

    private final DatagramChannel channel;
    private final Layout layout;
    private final boolean sends;
    private final LinkHost host;
    private final String endpoint;

    /** A byte more than may come, to see that more has come. */
    private final ByteBuffer in = ByteBuffer.allocateDirect(Layout.LARGEST + 1);

    private final ByteBuffer out = ByteBuffer.allocateDirect(Layout.LARGEST);

    /** The kernel takes no more. */
    private boolean isBlocked;

    /** This thread has sent enough for others, and there is more. */
    private boolean hasMore;

    UdpLink(UdpEndpoint endpoint, DatagramChannel channel, Layout layout, boolean sends, LinkHost host)
            throws IOException {
        this.channel = channel;
        this.layout = layout;
        this.sends = sends;
        this.host = host;
        this.endpoint = endpoint.use() == Use.BIND ? bound(endpoint, channel) : endpoint.text();
    }

    private static String bound(UdpEndpoint endpoint, DatagramChannel channel) throws IOException {
        var local = (InetSocketAddress) channel.getLocalAddress();
        if (!endpoint.isMulticast()) {
            return UdpEndpoint.SCHEME + "://" + NumericAddress.text(local);
        }
        String text = endpoint.text();
        return text.substring(0, text.lastIndexOf(':') + 1) + local.getPort();
    }

    @Override
    public String endpoint() {
        return endpoint;
    }

    @Override
    public List<DatagramChannel> channels() {
        return List.of(channel);
    }

    @Override
    public void receive(long nowNanos) {
        for (int i = 0; i < DATAGRAMS_IN_A_ROW && host.hasRoom(); i++) {
            in.clear();
            InetSocketAddress sender;
            try {
                sender = (InetSocketAddress) channel.receive(in);
            } catch (IOException e) {
                // Of something that was sent before: it is over when it has been told.
                host.lost(1, null, String.valueOf(e.getMessage()));
                return;
            }
            if (sender == null) {
                return;
            }
            take(in.flip(), sender);
        }
    }

    private void take(ByteBuffer datagram, InetSocketAddress sender) {
        if (datagram.remaining() > Layout.LARGEST) {
            host.lost(1, NumericAddress.text(sender), "a datagram of more than " + Layout.LARGEST + " bytes");
            return;
        }
        Message message = layout.get(datagram, sender);
        if (message == null) {
            host.lost(1, NumericAddress.text(sender), "a malformed datagram");
        } else {
            host.deliver(message);
        }
    }

    @Override
    public void transmit(long nowNanos) {
        if (!sends) {
            discard();
            return;
        }
        isBlocked = false;
        Message next = host.peek();
        for (int i = 0; next != null && i < DATAGRAMS_IN_A_ROW; i++) {
            if (!send(next)) {
                isBlocked = true;
                return;
            }
            host.take();
            next = host.peek();
        }
        hasMore = next != null;
    }

    /** What a DISH has joined, which goes nowhere: all that comes is filtered by it. */
    private void discard() {
        while (host.peek() != null) {
            host.take();
        }
    }

    /** False if the kernel takes no more. */
    private boolean send(Message message) {
        out.clear();
        InetSocketAddress to = layout.put(message, out);
        if (to == null) {
            host.lost(
                    1,
                    null,
                    "a message of " + message.size() + " bytes, which is no datagram of at most " + Layout.LARGEST
                            + " bytes");
            return true;
        }
        out.flip();
        boolean isEmpty = !out.hasRemaining();
        try {
            return channel.send(out, to) > 0 || isEmpty;
        } catch (IOException | RuntimeException e) {
            // Where it goes is what the application said: an address that no route leads to, or of the other family.
            host.lost(1, NumericAddress.text(to), String.valueOf(e));
            return true;
        }
    }

    @Override
    public boolean isBlocked() {
        return isBlocked;
    }

    @Override
    public long nanosToNext(long nowNanos) {
        return hasMore && !isBlocked ? 0 : NEVER;
    }

    /** There is no goodbye. */
    @Override
    public void finish() {}

    @Override
    public boolean isFinished(long nowNanos) {
        return true;
    }

    @Override
    public long unsent() {
        return 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
