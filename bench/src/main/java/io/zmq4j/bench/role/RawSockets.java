package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Plain blocking {@code java.nio} channels in the same roles, as a program of its own: what this JVM and kernel allow
 * at best. One connection, ZeroMQ's framing, no handshake, no queue, no other thread. A proxy has a selector instead, and
 * connections that do not block.
 */
public final class RawSockets implements Library {
    private final List<RawPeer> peers = new ArrayList<>();

    /** Set by the thread that runs it. */
    private volatile @Nullable RawProxy proxy;

    private RawSockets(List<String> options, Credentials credentials) {
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("plain sockets have no options: " + options + " cannot be set");
        }
        if (!(credentials instanceof Credentials.None)) {
            throw new IllegalArgumentException("plain sockets have no security");
        }
    }

    /** Ends the virtual machine with the role's exit code. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Program());
    }

    @Command(
            name = "RawSockets",
            mixinStandardHelpOptions = true,
            subcommands = {
                LocalThr.class,
                RemoteThr.class,
                LocalLat.class,
                RemoteLat.class,
                ProxyThr.class,
            })
    private static final class Program implements Roles {
        @Override
        public Library library(List<String> options, Credentials credentials) {
            return new RawSockets(options, credentials);
        }
    }

    /** A flood is written in batches; whoever expects an answer writes at once. */
    @Override
    public Peer open(SocketType type) {
        var peer = new RawPeer(type == SocketType.PUSH);
        peers.add(peer);
        return peer;
    }

    @Override
    public Peer publisher(SocketType type) {
        throw unsupported();
    }

    @Override
    public Peer subscriber(SocketType type) {
        throw unsupported();
    }

    @Override
    public Readiness readiness(List<Peer> sockets) {
        throw unsupported();
    }

    @Override
    public void proxy(Peer frontend, Peer backend) {
        var running = new RawProxy(((RawPeer) frontend).listener(), ((RawPeer) backend).listener());
        proxy = running;
        running.run();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("plain sockets cannot do that");
    }

    @Override
    public void finish() {
        peers.forEach(RawPeer::flush);
        close();
    }

    @Override
    public void close() {
        RawProxy running = proxy;
        if (running != null) {
            running.close();
        }
        peers.forEach(RawPeer::close);
    }
}
