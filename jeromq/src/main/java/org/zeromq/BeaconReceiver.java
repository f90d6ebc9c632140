package org.zeromq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.function.Supplier;

/** Receives beacons and tells a listener of them, until its thread is interrupted. */
final class BeaconReceiver implements Runnable {
    private static final System.Logger LOG = System.getLogger(ZBeacon.class.getName());
    private static final int LARGEST_DATAGRAM = 65_535;

    /** Whose beacons count. */
    enum Senders {
        ALL,
        OTHER_MACHINES
    }

    private final DatagramChannel channel;
    private final Senders senders;
    private final Supplier<byte[]> prefix;
    private final Supplier<ZBeacon.Listener> listener;

    private BeaconReceiver(
            DatagramChannel channel, Senders senders, Supplier<byte[]> prefix, Supplier<ZBeacon.Listener> listener) {
        this.channel = channel;
        this.senders = senders;
        this.prefix = prefix;
        this.listener = listener;
    }

    /**
     * One that receives at all addresses of this machine. Others can have the same port.
     *
     * @param prefix gives what beacons of interest begin with; null for all
     */
    static BeaconReceiver open(
            InetAddress network,
            int port,
            Senders senders,
            Supplier<byte[]> prefix,
            Supplier<ZBeacon.Listener> listener)
            throws IOException {
        DatagramChannel channel = DatagramChannel.open(ZBeacon.family(network));
        try {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(port));
            return new BeaconReceiver(channel, senders, prefix, listener);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void run() {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
        try (channel) {
            while (!Thread.currentThread().isInterrupted()) {
                InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer.clear());
                hear(sender.getAddress(), Arrays.copyOf(buffer.array(), buffer.position()));
            }
        } catch (ClosedByInterruptException e) {
            // The beacon was stopped.
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Beacons are no longer received", e);
        }
    }

    private void hear(InetAddress sender, byte[] beacon) throws SocketException {
        ZBeacon.Listener told = listener.get();
        if (told == null || !isOfInterest(beacon) || (senders == Senders.OTHER_MACHINES && isThisMachine(sender))) {
            return;
        }
        try {
            told.onBeacon(sender, beacon);
        } catch (RuntimeException e) {
            // The next beacon may be one that the listener can use.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private boolean isOfInterest(byte[] beacon) {
        byte[] begin = prefix.get();
        return begin == null
                || (beacon.length >= begin.length && Arrays.equals(beacon, 0, begin.length, begin, 0, begin.length));
    }

    private static boolean isThisMachine(InetAddress sender) throws SocketException {
        return sender.isLoopbackAddress()
                || sender.isAnyLocalAddress()
                || NetworkInterface.getByInetAddress(sender) != null;
    }
}
