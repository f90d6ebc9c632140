package org.zeromq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.DatagramChannel;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Sends a beacon at once and then at each interval, until its thread is interrupted. */
final class BeaconSender implements Runnable {
    private static final System.Logger LOG = System.getLogger(ZBeacon.class.getName());

    private final DatagramChannel channel;
    private final InetSocketAddress target;
    private final Supplier<byte[]> beacon;
    private final LongSupplier intervalMillis;

    private BeaconSender(
            DatagramChannel channel, InetSocketAddress target, Supplier<byte[]> beacon, LongSupplier intervalMillis) {
        this.channel = channel;
        this.target = target;
        this.beacon = beacon;
        this.intervalMillis = intervalMillis;
    }

    /** One that sends from an address of this machine. */
    static BeaconSender open(
            InetAddress from, InetSocketAddress target, Supplier<byte[]> beacon, LongSupplier intervalMillis)
            throws IOException {
        DatagramChannel channel = DatagramChannel.open(ZBeacon.family(from));
        try {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.bind(new InetSocketAddress(from, 0));
            return new BeaconSender(channel, target, beacon, intervalMillis);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void run() {
        try (channel) {
            while (!Thread.currentThread().isInterrupted()) {
                send();
                Thread.sleep(intervalMillis.getAsLong());
            }
        } catch (InterruptedException | ClosedByInterruptException e) {
            // The beacon was stopped.
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A beacon is no longer sent: its channel cannot be closed", e);
        }
    }

    /** A network that is down now may be up the next time. */
    private void send() throws ClosedByInterruptException {
        try {
            channel.send(ByteBuffer.wrap(beacon.get()), target);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A beacon could not be sent to {0}: {1}", target, e);
        }
    }
}
