package io.zmq4j.transport.ipc;

import static io.zmq4j.options.SocketOptions.RCVBUF;
import static io.zmq4j.options.SocketOptions.SNDBUF;

import io.zmq4j.error.EndpointException;
import io.zmq4j.loop.Headroom;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.Attempt;
import io.zmq4j.transport.ChannelAttempt;
import io.zmq4j.transport.ChannelListener;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * {@code ipc://}: real UNIX domain sockets, which every ZeroMQ on the machine understands. The socket's file gets the
 * access rights the process's umask says.
 */
public final class IpcTransport implements Transport<IpcEndpoint> {
    /**
     * Bytes. A Unix domain socket's buffer, 208 KiB on Linux, does not grow under load as TCP's does: it is full before the
     * reader is awake, and both sides go by turns. With this one, messages of a kilobyte to a megabyte are a sixth to a
     * quarter faster. The kernel may give less.
     */
    static final int LEAST_SEND_BUFFER = 1 << 20;

    /** Where the files of the system's choice are made. */
    private final Path temporary;

    public IpcTransport() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    IpcTransport(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * Also checks what can be known without a look at the file system.
     *
     * @throws EndpointException for a name in Linux's abstract namespace, which Java's sockets cannot reach; and for a
     *     path with characters that file names cannot have here
     */
    @Override
    public IpcEndpoint parse(EndpointText text) {
        IpcEndpoint endpoint = IpcEndpoint.parse(text);
        if (!endpoint.isWildcard()) {
            pathOf(endpoint);
        }
        return endpoint;
    }

    @Override
    public Listener listen(IpcEndpoint endpoint, OptionValues options) {
        return new ChannelListener(bound(endpoint, options));
    }

    IpcListener bound(IpcEndpoint endpoint, OptionValues options) {
        return endpoint.isWildcard()
                ? listenInOwnDirectory(endpoint, options)
                : listenOn(endpoint, pathOf(endpoint), options);
    }

    private static IpcListener listenOn(IpcEndpoint endpoint, Path path, OptionValues options) {
        try {
            makeWayFor(endpoint, path);
            return bind(path, options, null);
        } catch (IOException e) {
            throw cannotBind(endpoint, PathTrouble.of(path, e), e);
        }
    }

    private IpcListener listenInOwnDirectory(IpcEndpoint endpoint, OptionValues options) {
        Path directory = null;
        IpcListener listener = null;
        try {
            directory = Files.createTempDirectory(temporary, "zmq");
            listener = bind(IpcListener.pathIn(directory), options, directory);
            return listener;
        } catch (IOException e) {
            Path path = directory == null ? temporary.resolve("zmq") : IpcListener.pathIn(directory);
            throw cannotBind(endpoint, PathTrouble.of(path, e) + " (java.io.tmpdir is " + temporary + ")", e);
        } finally {
            if (listener == null && directory != null) {
                removeEmpty(directory);
            }
        }
    }

    private static void removeEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // What went wrong before is told.
        }
    }

    private static IpcListener bind(Path path, OptionValues options, @Nullable Path directory) throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            var address = UnixDomainSocketAddress.of(path);
            // The JDK's native code reads the name back into an array, and does not look whether it got one.
            Headroom.need();
            channel.bind(address, Transport.backlog(options));
            return IpcListener.of(channel, options, path, directory);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            channel.close();
            throw e;
        }
    }

    /** A socket that nobody listens on is left over from a process that died and is replaced; nothing else is. */
    private static void makeWayFor(IpcEndpoint endpoint, Path path) throws IOException {
        BasicFileAttributes file;
        try {
            file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return;
        }
        if (!file.isOther()) {
            String kind = file.isDirectory() ? "directory" : file.isSymbolicLink() ? "symbolic link" : "file";
            throw cannotBind(endpoint, "there is a " + kind + " that is not a socket: it is left alone", null);
        }
        String listening = whoListens(path);
        if (listening != null) {
            throw cannotBind(endpoint, listening, null);
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw cannotBind(
                    endpoint,
                    "nobody listens on the socket that is there, but it cannot be removed: " + PathTrouble.of(path, e),
                    e);
        }
    }

    /** In words; null if nobody does. */
    private static @Nullable String whoListens(Path path) {
        try (var probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.configureBlocking(false);
            probe.connect(UnixDomainSocketAddress.of(path));
            return "address already in use: " + listenerOf(probe) + " listens on it";
        } catch (ConnectException e) {
            return null;
        } catch (IOException e) {
            // A full backlog fails too, as "try again", and so does a file that this user may not write to.
            return "address already in use, as it seems: to connect to it fails with \"" + PathTrouble.reason(e) + "\"";
        }
    }

    private static String listenerOf(SocketChannel connected) {
        try {
            return "a process of user "
                    + connected
                            .getOption(ExtendedSocketOptions.SO_PEERCRED)
                            .user()
                            .getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "somebody";
        }
    }

    @Override
    public boolean looksUp(IpcEndpoint endpoint, OptionValues options) {
        return false;
    }

    @Override
    public List<SocketAddress> resolve(IpcEndpoint endpoint, OptionValues options) {
        return List.of(UnixDomainSocketAddress.of(pathOf(endpoint)));
    }

    @Override
    public Attempt connect(IpcEndpoint endpoint, SocketAddress address, OptionValues options) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            configure(channel, options);
            // As in bind.
            Headroom.need();
            channel.connect(address);
            return new ChannelAttempt(channel);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            channel.close();
            throw e;
        }
    }

    static void configure(SocketChannel channel, OptionValues options) throws IOException {
        if (options.get(SNDBUF) > 0) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, options.get(SNDBUF));
        } else if (channel.getOption(StandardSocketOptions.SO_SNDBUF) < LEAST_SEND_BUFFER) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, LEAST_SEND_BUFFER);
        }
        if (options.get(RCVBUF) > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, options.get(RCVBUF));
        }
    }

    /** The side that connects has no name. */
    @Override
    public String describe(SocketAddress address) {
        String path = ((UnixDomainSocketAddress) address).getPath().toString();
        return path.isEmpty() ? "local process" : path;
    }

    private static Path pathOf(IpcEndpoint endpoint) {
        if (endpoint.isAbstract()) {
            throw new EndpointException("Endpoint \"" + endpoint
                    + "\": abstract names are out of reach for this Java version: use a path such as ipc:///tmp/name");
        }
        try {
            return IpcPath.of(endpoint.path());
        } catch (InvalidPathException e) {
            throw new EndpointException(
                    "Endpoint \"" + endpoint + "\": no file can have this name here: " + e.getReason()
                            + " (file names are in " + System.getProperty("sun.jnu.encoding") + ")",
                    e);
        }
    }

    private static EndpointException cannotBind(IpcEndpoint endpoint, String why, @Nullable Throwable cause) {
        return new EndpointException("Endpoint \"" + endpoint + "\" cannot be bound: " + why, cause);
    }
}
