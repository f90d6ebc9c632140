package org.zeromq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;

/**
 * Makes itself known in the local network by a datagram that is broadcast again and again, and listens for those of others. Safe for
 * any thread; the listener is called in a thread of the beacon's.
 *
 * <p>It can be started again after it was stopped. Its threads are daemons.
 */
public class ZBeacon {
    /** Milliseconds from one broadcast to the next, unless set. */
    public static final long DEFAULT_BROADCAST_INTERVAL = 1000L;

    /** Everybody in the local network. */
    public static final String DEFAULT_BROADCAST_HOST = "255.255.255.255";

    private static final byte[] ANY_ADDRESS = {0, 0, 0, 0};
    private static final byte[] ALL_ADDRESSES = {(byte) 255, (byte) 255, (byte) 255, (byte) 255};

    /** Hears of the beacons of others. */
    public interface Listener {
        /**
         * A beacon was received. What this throws is for the listening thread's handler of uncaught exceptions; listening goes on.
         *
         * @param sender whose it is
         * @param beacon all of it, with the prefix
         */
        void onBeacon(InetAddress sender, byte[] beacon);
    }

    private final InetSocketAddress target;
    private final InetAddress from;
    private final BeaconReceiver.Senders senders;

    private volatile byte[] beacon;
    private volatile byte[] prefix;
    private volatile long broadcastInterval;
    private volatile Listener listener;
    private volatile Thread.UncaughtExceptionHandler clientHandler;
    private volatile Thread.UncaughtExceptionHandler serverHandler;

    // ---- guarded by this

    private Thread client;
    private Thread server;

    /** A beacon that is broadcast in the local network. */
    public ZBeacon(int port, byte[] beacon) {
        this(DEFAULT_BROADCAST_HOST, port, beacon);
    }

    /** A beacon that is sent to a host or a broadcast address. */
    public ZBeacon(String host, int port, byte[] beacon) {
        this(host, port, beacon, true);
    }

    /** A beacon that is sent to a host or a broadcast address. */
    public ZBeacon(String host, int port, byte[] beacon, boolean ignoreLocalAddress) {
        this(host, port, beacon, ignoreLocalAddress, false);
    }

    /** A beacon that is sent to a host or a broadcast address; {@code blocking} has no effect. */
    public ZBeacon(String host, int port, byte[] beacon, boolean ignoreLocalAddress, boolean blocking) {
        this(address(host), anyAddress(), port, beacon, DEFAULT_BROADCAST_INTERVAL, ignoreLocalAddress, blocking);
    }

    /**
     * A beacon that is sent to a host or a broadcast address.
     *
     * @deprecated use the constructor with addresses, or a {@link Builder}
     */
    @Deprecated
    public ZBeacon(
            String broadcastAddress,
            byte[] serverAddress,
            int port,
            byte[] beacon,
            long broadcastInterval,
            boolean ignoreLocalAddress,
            boolean blocking) {
        this(
                address(broadcastAddress),
                address(serverAddress),
                port,
                beacon,
                broadcastInterval,
                ignoreLocalAddress,
                blocking);
    }

    /**
     * A beacon.
     *
     * @param clientAddress where it is sent to: one host, or a broadcast address
     * @param serverAddress this machine's, which it is sent from
     * @param port where it is sent to, and where others are listened for
     * @param beacon what is sent
     * @param broadcastInterval milliseconds from one to the next, above 0
     * @param ignoreLocalAddress whether beacons from this machine are left out
     * @param blocking has no effect
     * @throws IllegalArgumentException if an address or the beacon is null, or a number is not allowed
     */
    public ZBeacon(
            InetAddress clientAddress,
            InetAddress serverAddress,
            int port,
            byte[] beacon,
            long broadcastInterval,
            boolean ignoreLocalAddress,
            boolean blocking) {
        target = new InetSocketAddress(present(clientAddress, "address to send to"), port);
        from = present(serverAddress, "address of this machine");
        senders = ignoreLocalAddress ? BeaconReceiver.Senders.OTHER_MACHINES : BeaconReceiver.Senders.ALL;
        this.beacon = present(beacon, "beacon").clone();
        this.broadcastInterval = positive(broadcastInterval);
    }

    private static <T> T present(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("The " + name + " is missing");
        }
        return value;
    }

    private static long positive(long broadcastInterval) {
        if (broadcastInterval <= 0) {
            throw new IllegalArgumentException("A beacon's interval is above 0 milliseconds, not " + broadcastInterval);
        }
        return broadcastInterval;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(present(host, "host"));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("There is no host " + host, e);
        }
    }

    private static InetAddress address(byte[] address) {
        try {
            return InetAddress.getByAddress(present(address, "address of this machine"));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes, not " + address.length, e);
        }
    }

    private static InetAddress anyAddress() {
        return address(ANY_ADDRESS);
    }

    /** Of the addresses that a channel can have; IPv4 alone can broadcast. */
    static ProtocolFamily family(InetAddress address) {
        return address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    // ---- running

    /**
     * Starts listening, if there is a listener, and broadcasting. Nothing happens if it runs.
     *
     * @throws UncheckedIOException if the port or the address cannot be had
     */
    public void start() {
        if (listener != null) {
            startServer();
        }
        startClient();
    }

    /**
     * Starts broadcasting, at once and then at each interval. Nothing happens if it runs.
     *
     * @throws UncheckedIOException if the address cannot be had
     */
    public synchronized void startClient() {
        if (client == null || !client.isAlive()) {
            client = start("ZBeacon Client Thread", sender(), clientHandler);
        }
    }

    /**
     * Starts listening. Nothing happens if it runs.
     *
     * @throws UncheckedIOException if the port cannot be had
     */
    public synchronized void startServer() {
        if (server == null || !server.isAlive()) {
            server = start("ZBeacon Server Thread", receiver(), serverHandler);
        }
    }

    private BeaconSender sender() {
        try {
            return BeaconSender.open(from, target, () -> beacon, () -> broadcastInterval);
        } catch (IOException e) {
            throw new UncheckedIOException("A beacon cannot be sent from " + from, e);
        }
    }

    private BeaconReceiver receiver() {
        try {
            return BeaconReceiver.open(from, target.getPort(), senders, () -> prefix, () -> listener);
        } catch (IOException e) {
            throw new UncheckedIOException("Beacons cannot be received at port " + target.getPort(), e);
        }
    }

    private static Thread start(String name, Runnable task, Thread.UncaughtExceptionHandler handler) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(handler);
        thread.start();
        return thread;
    }

    /**
     * Ends broadcasting and listening, and waits until their threads have ended. It can be called by the listener, which is not waited
     * for then.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the others end all the same
     */
    public void stop() throws InterruptedException {
        Thread[] running;
        synchronized (this) {
            running = new Thread[] {client, server};
            client = null;
            server = null;
        }
        Thread self = Thread.currentThread();
        try {
            for (Thread thread : running) {
                if (thread != null && thread != self) {
                    thread.interrupt();
                }
            }
            for (Thread thread : running) {
                if (thread != null && thread != self) {
                    thread.join();
                }
            }
        } finally {
            // Last, as it would end the waiting for the other one.
            if (self == running[0] || self == running[1]) {
                self.interrupt();
            }
        }
    }

    // ---- settings

    /** What is sent: a copy. */
    public byte[] getBeacon() {
        return beacon.clone();
    }

    /**
     * Changes what is sent, from the next time on.
     *
     * @throws IllegalArgumentException for null
     * @deprecated use {@link Builder#beacon}
     */
    @Deprecated
    public void setBeacon(byte[] beacon) {
        this.beacon = present(beacon, "beacon").clone();
    }

    /** What a beacon begins with that the listener is told of: a copy; null if it is told of all. */
    public byte[] getPrefix() {
        byte[] begin = prefix;
        return begin == null ? null : begin.clone();
    }

    /**
     * Sets what a beacon begins with that the listener is told of; null for all.
     *
     * @deprecated use {@link Builder#prefix}
     */
    @Deprecated
    public void setPrefix(byte[] prefix) {
        this.prefix = prefix == null ? null : prefix.clone();
    }

    /** Milliseconds from one broadcast to the next. */
    public long getBroadcastInterval() {
        return broadcastInterval;
    }

    /**
     * Sets the milliseconds from one broadcast to the next, after the next one.
     *
     * @throws IllegalArgumentException if they are not above 0
     */
    public void setBroadcastInterval(long broadcastInterval) {
        this.broadcastInterval = positive(broadcastInterval);
    }

    /** Who is told of the beacons of others; null if nobody is. */
    public Listener getListener() {
        return listener;
    }

    /**
     * Sets who is told of the beacons of others; null for nobody.
     *
     * @deprecated use {@link Builder#listener}
     */
    @Deprecated
    public void setListener(Listener listener) {
        this.listener = listener;
    }

    /**
     * Sets the handlers of uncaught exceptions of the threads that are started from now on.
     *
     * @param clientHandler of the one that broadcasts
     * @param serverHandler of the one that listens
     * @deprecated use a {@link Builder}
     */
    @Deprecated
    public void setUncaughtExceptionHandlers(
            Thread.UncaughtExceptionHandler clientHandler, Thread.UncaughtExceptionHandler serverHandler) {
        this.clientHandler = clientHandler;
        this.serverHandler = serverHandler;
    }

    /** Collects what a beacon is made of: at least {@link #beacon}. */
    @SuppressWarnings("InlineMeSuggester") // it would want an annotation library
    public static class Builder {
        private InetAddress client = address(ALL_ADDRESSES);
        private InetAddress server = anyAddress();
        private int port;
        private long broadcastInterval = DEFAULT_BROADCAST_INTERVAL;
        private byte[] beacon;
        private boolean ignoreLocalAddress = true;
        private Listener listener;
        private byte[] prefix;
        private Thread.UncaughtExceptionHandler clientHandler;
        private Thread.UncaughtExceptionHandler serverHandler;

        public Builder() {}

        /** Where the beacon is sent to, and where others are listened for. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** What is sent. */
        public Builder beacon(byte[] beacon) {
            this.beacon = beacon;
            return this;
        }

        /** @deprecated use {@link #client(InetAddress)} */
        @Deprecated
        public Builder client(String host) {
            return client(address(host));
        }

        /** Where the beacon is sent to: one host, or a broadcast address; all of the local network unless set. */
        public Builder client(InetAddress host) {
            client = host;
            return this;
        }

        /** @deprecated use {@link #server(InetAddress)} */
        @Deprecated
        public Builder server(byte[] address) {
            return server(address(address));
        }

        /** The address of this machine that the beacon is sent from; any unless set. */
        public Builder server(InetAddress address) {
            server = address;
            return this;
        }

        /** Whether beacons from this machine are left out; they are unless set. */
        public Builder ignoreLocalAddress(boolean ignoreLocalAddress) {
            this.ignoreLocalAddress = ignoreLocalAddress;
            return this;
        }

        /** Does nothing. @deprecated the beacon's threads always wait */
        @Deprecated
        public Builder blocking(boolean blocking) {
            return this;
        }

        /** Milliseconds from one broadcast to the next. */
        public Builder broadcastInterval(long broadcastInterval) {
            this.broadcastInterval = broadcastInterval;
            return this;
        }

        /** Who is told of the beacons of others. */
        public Builder listener(Listener listener) {
            this.listener = listener;
            return this;
        }

        /** What a beacon begins with that the listener is told of; all unless set. */
        public Builder prefix(byte[] prefix) {
            this.prefix = prefix;
            return this;
        }

        /** The handler of uncaught exceptions of the thread that broadcasts. */
        public Builder setClientUncaughtExceptionHandlers(Thread.UncaughtExceptionHandler handler) {
            clientHandler = handler;
            return this;
        }

        /** The handler of uncaught exceptions of the thread that listens. */
        public Builder setServerUncaughtExceptionHandlers(Thread.UncaughtExceptionHandler handler) {
            serverHandler = handler;
            return this;
        }

        /**
         * The beacon, not started.
         *
         * @throws IllegalArgumentException if there is nothing to send, or a value is not allowed
         */
        public ZBeacon build() {
            ZBeacon built = new ZBeacon(client, server, port, beacon, broadcastInterval, ignoreLocalAddress, true);
            built.listener = listener;
            built.prefix = prefix == null ? null : prefix.clone();
            built.clientHandler = clientHandler;
            built.serverHandler = serverHandler;
            return built;
        }
    }
}
