package io.zmq4j.multicast;

import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.options.OptionValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network that is as the test says, and keeps what is sent. */
final class FakeNetwork implements Network {
    LocalAddress local;
    /** What is wrong with the interface, if it is gone. */
    @Nullable
    String gone;
    /** Whether the interface is the one it was. */
    boolean same = true;
    /** What is wrong with what is sent, if the system refuses it. */
    @Nullable
    Exception refusal;
    /** Whether the kernel has no room. */
    boolean full;

    final List<Channel> opened = new ArrayList<>();
    final List<byte[]> sent = new ArrayList<>();

    /** One that is open, or was. */
    final class Channel implements Datagrams {
        final Deque<byte[]> arrived = new ArrayDeque<>();
        private final InetAddress group;
        private final DatagramChannel channel;

        private Channel(InetAddress group) throws IOException {
            this.group = group;
            channel = DatagramChannel.open();
            channel.configureBlocking(false);
        }

        @Override
        public SelectableChannel channel() {
            return channel;
        }

        @Override
        public boolean receive(Datagram into) {
            byte[] next = arrived.poll();
            if (next == null) {
                return false;
            }
            into.set(ByteBuffer.wrap(next), local.address(), group);
            return true;
        }

        @Override
        public boolean send(OutgoingPacket packet) throws IOException {
            if (!channel.isOpen()) {
                throw new IOException("closed");
            }
            if (refusal instanceof IOException refused) {
                throw refused;
            }
            if (refusal instanceof RuntimeException refused) {
                throw refused;
            }
            if (!full) {
                sent.add(Arrays.copyOf(packet.bytes(), packet.length()));
            }
            return !full;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    FakeNetwork() throws IOException {
        local = at("127.0.0.1");
    }

    /** An address of this machine, as far as it knows. */
    static LocalAddress at(String address) throws IOException {
        return new LocalAddress(
                NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1")), InetAddress.getByName(address));
    }

    Channel newest() {
        return opened.get(opened.size() - 1);
    }

    List<Channel> open() {
        return opened.stream().filter(each -> each.channel.isOpen()).toList();
    }

    @Override
    public LocalAddress find(EpgmEndpoint endpoint) throws IOException {
        if (gone != null) {
            throw new IOException(gone);
        }
        same = true;
        return local;
    }

    @Override
    public boolean isThere(LocalAddress was) {
        return gone == null && same && was.equals(local);
    }

    @Override
    public Datagrams ofSource(EpgmEndpoint endpoint, LocalAddress at, OptionValues options) throws IOException {
        return newChannel(endpoint.sendGroup());
    }

    @Override
    public Datagrams ofGroup(EpgmEndpoint endpoint, LocalAddress at, OptionValues options, InetAddress group)
            throws IOException {
        return newChannel(endpoint.sendGroup());
    }

    private Channel newChannel(InetAddress group) throws IOException {
        var channel = new Channel(group);
        opened.add(channel);
        return channel;
    }
}
