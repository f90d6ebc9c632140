package io.zmq4j.multicast;

import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/** A UDP channel, and a buffer for one datagram of it. */
final class UdpDatagrams implements Datagrams {
    private static final int LARGEST = 65_535;

    /** Expedited forwarding, as libzmq sets it; TOS takes precedence. */
    private static final int EXPEDITED = 0xB8;

    private static final int SYSTEMS_CHOICE = -1;

    private final DatagramChannel channel;
    private final LocalAddress local;
    private final InetAddress group;
    private final int port;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);

    private @Nullable InetSocketAddress destination;

    private UdpDatagrams(DatagramChannel channel, LocalAddress local, InetAddress group, int port) {
        this.channel = channel;
        this.local = local;
        this.group = group;
        this.port = port;
    }

    /** Bound to the local address: what is sent to that alone comes here, also beside receivers of the same port. */
    static UdpDatagrams ofSource(EpgmEndpoint endpoint, LocalAddress local, OptionValues options) throws IOException {
        return open(endpoint, local, options, new InetSocketAddress(local.address(), endpoint.port()), null);
    }

    /** Member of one group. */
    static UdpDatagrams ofGroup(EpgmEndpoint endpoint, LocalAddress local, OptionValues options, InetAddress group)
            throws IOException {
        return open(endpoint, local, options, new InetSocketAddress(endpoint.port()), group);
    }

    private static UdpDatagrams open(
            EpgmEndpoint endpoint,
            LocalAddress local,
            OptionValues options,
            InetSocketAddress address,
            @Nullable InetAddress group)
            throws IOException {
        var channel = DatagramChannel.open(LocalAddress.family(local.address()));
        try {
            channel.configureBlocking(false);
            share(channel);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, local.networkInterface());
            channel.setOption(
                    StandardSocketOptions.IP_MULTICAST_TTL, options.getOrDefault(SocketOptions.MULTICAST_HOPS));
            channel.setOption(
                    StandardSocketOptions.IP_MULTICAST_LOOP, options.getOrDefault(SocketOptions.MULTICAST_LOOP));
            int service = options.get(SocketOptions.TOS);
            channel.setOption(StandardSocketOptions.IP_TOS, service == 0 ? EXPEDITED : service);
            setBuffer(channel, StandardSocketOptions.SO_SNDBUF, options.get(SocketOptions.SNDBUF), SYSTEMS_CHOICE);
            setBuffer(channel, StandardSocketOptions.SO_RCVBUF, options.get(SocketOptions.RCVBUF), RECEIVE_BUFFER);
            channel.bind(address);
            if (group != null) {
                channel.join(group, local.networkInterface());
            }
            return new UdpDatagrams(channel, local, group == null ? endpoint.sendGroup() : group, endpoint.port());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Several programs of a machine may receive; of those that ask for the second form, libzmq is one. */
    private static void share(DatagramChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
    }

    private static void setBuffer(DatagramChannel channel, SocketOption<Integer> option, int wanted, int byDefault)
            throws IOException {
        int bytes = wanted == SYSTEMS_CHOICE ? byDefault : wanted;
        if (bytes > 0) {
            channel.setOption(option, bytes);
        }
    }

    @Override
    public DatagramChannel channel() {
        return channel;
    }

    @Override
    public boolean receive(Datagram into) throws IOException {
        buffer.clear();
        var sender = (InetSocketAddress) channel.receive(buffer);
        if (sender == null) {
            return false;
        }
        into.set(buffer.flip(), sender.getAddress(), group);
        return true;
    }

    @Override
    public boolean send(OutgoingPacket packet) throws IOException {
        InetSocketAddress to = destination;
        if (to == null || !to.getAddress().equals(packet.destination())) {
            to = new InetSocketAddress(local.scoped(packet.destination()), port);
            destination = to;
        }
        buffer.clear().put(packet.bytes(), 0, packet.length()).flip();
        return channel.send(buffer, to) > 0;
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
