package io.zmq4j.transport.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.ChannelAttempt;
import io.zmq4j.transport.Texts;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a directory of its own under /tmp, because a path may have 106 bytes and no more. */
class IpcTransportTest {
    private final IpcTransport transport = new IpcTransport();
    private final OptionValues options = new OptionValues(SocketType.DEALER);
    private Path directory;
    private Path path;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "ipc");
        path = directory.resolve("s");
    }

    @AfterEach
    void removeDirectory() throws IOException {
        try (var left = Files.list(directory)) {
            for (Path each : left.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(directory);
    }

    /** As where the folder may not be written to any more. */
    @Test
    void nobodyListensAnyMoreThoughTheFileCannotBeRemoved() throws IOException {
        Files.createDirectory(path);
        Path inside = Files.createFile(path.resolve("keeps it"));
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        var listener = IpcListener.of(channel, options, path, null);

        assertThatThrownBy(listener::close).isInstanceOf(IOException.class);

        assertThat(channel.isOpen()).isFalse();
        Files.delete(inside);
    }

    private IpcListener listen(String endpoint) {
        return transport.bound((IpcEndpoint) Texts.bound(endpoint), options);
    }

    private IpcListener listen(Path where) {
        return listen("ipc://" + where);
    }

    private SocketChannel connect(String endpoint) throws IOException {
        var parsed = (IpcEndpoint) Texts.connected(endpoint);
        return ((ChannelAttempt) transport.connect(
                        parsed, transport.resolve(parsed, options).get(0), options))
                .channel();
    }

    private static SocketChannel accept(IpcListener listener) throws IOException {
        try (Selector selector = Selector.open()) {
            listener.channel().register(selector, SelectionKey.OP_ACCEPT);
            assertThat(selector.select(5_000)).as("ready in time").isEqualTo(1);
        }
        SocketChannel accepted = listener.channel().accept();
        listener.configure(accepted);
        return accepted;
    }

    /** What a process that was killed leaves behind. */
    private void leaveStaleSocket() throws IOException {
        var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        dead.bind(UnixDomainSocketAddress.of(path));
        dead.close();
        assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void whatIsBoundCanBeConnected() throws IOException {
        IpcListener listener = listen(path);
        assertThat(listener.endpoint()).isEqualTo("ipc://" + path);
        assertThat(listener.channel().isBlocking()).isFalse();

        SocketChannel client = connect(listener.endpoint());
        SocketChannel accepted = accept(listener);

        assertThat(client.isBlocking()).isFalse();
        assertThat(accepted.isBlocking()).isFalse();
        assertThat(client.write(ByteBuffer.wrap(new byte[] {1}))).isEqualTo(1);
        assertThat(accepted.read(ByteBuffer.allocate(8))).isEqualTo(1);
        assertThat(transport.describe(accepted.getRemoteAddress())).isEqualTo("local process");
        assertThat(transport.describe(client.getRemoteAddress())).isEqualTo(path.toString());
        client.close();
        accepted.close();
        listener.close();
    }

    /** The kernel doubles what is asked for, and may have a limit. */
    @Test
    void theSendBufferIsLargerThanTheSystemsUnlessItIsSaid() throws IOException {
        int system;
        try (var plain = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            system = plain.getOption(StandardSocketOptions.SO_SNDBUF);
        }
        IpcListener listener = listen(path);
        try (SocketChannel client = connect(listener.endpoint());
                SocketChannel accepted = accept(listener)) {
            int least = Math.min(IpcTransport.LEAST_SEND_BUFFER, system + 1);
            assertThat(client.getOption(StandardSocketOptions.SO_SNDBUF)).isGreaterThanOrEqualTo(least);
            assertThat(accepted.getOption(StandardSocketOptions.SO_SNDBUF)).isGreaterThanOrEqualTo(least);
        }
        options.set(SocketOptions.SNDBUF, 20_000);
        try (SocketChannel client = connect(listener.endpoint())) {
            assertThat(client.getOption(StandardSocketOptions.SO_SNDBUF)).isBetween(20_000, 60_000);
        }
        listener.close();
    }

    @Test
    void bufferSizesAreHandedOnByBothSides() throws IOException {
        options.set(SocketOptions.SNDBUF, 20_000);
        options.set(SocketOptions.RCVBUF, 20_000);
        IpcListener listener = listen(path);
        try (SocketChannel client = connect(listener.endpoint());
                SocketChannel accepted = accept(listener)) {
            for (SocketChannel channel : List.of(client, accepted)) {
                assertThat(channel.getOption(StandardSocketOptions.SO_SNDBUF)).isBetween(20_000, 60_000);
                assertThat(channel.getOption(StandardSocketOptions.SO_RCVBUF)).isBetween(20_000, 60_000);
            }
        }
        listener.close();
    }

    @Test
    void theBacklogBoundsWhoWaitsToBeAccepted() throws IOException {
        assertThat(waiting(1)).isBetween(1, 3);
        assertThat(waiting(50)).isEqualTo(10);
    }

    /** How many of ten who connect get through although nobody accepts them. */
    private int waiting(int backlog) throws IOException {
        options.set(SocketOptions.BACKLOG, backlog);
        IpcListener listener = listen(path);
        var clients = new ArrayList<SocketChannel>();
        try {
            for (int i = 0; i < 10; i++) {
                clients.add(connect(listener.endpoint()));
            }
        } catch (IOException e) {
            // The queue is full.
        } finally {
            for (SocketChannel client : clients) {
                client.close();
            }
            listener.close();
        }
        return clients.size();
    }

    @Test
    void aWildcardBecomesAFileOfItsOwnThatGoesWithIt() throws IOException {
        IpcListener one = listen("ipc://*");
        IpcListener two = listen("ipc://*");
        assertThat(one.endpoint()).startsWith("ipc:///").isNotEqualTo(two.endpoint());
        connect(one.endpoint()).close();
        Path file = Path.of(one.endpoint().substring("ipc://".length()));

        one.close();
        two.close();

        assertThat(file).doesNotExist();
        assertThat(file.getParent()).doesNotExist();
    }

    /** J1 */
    @Test
    void aSocketFileNobodyListensOnIsReplaced() throws IOException {
        leaveStaleSocket();

        IpcListener listener = listen(path);

        connect(listener.endpoint()).close();
        listener.close();
    }

    /** J2 */
    @Test
    void aSocketSomebodyListensOnIsLeftToHim() throws IOException {
        IpcListener first = listen(path);

        assertThatThrownBy(() -> listen(path))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("ipc://" + path)
                .hasMessageContaining("in use: a process of user " + System.getProperty("user.name"));

        connect(first.endpoint()).close();
        first.close();
    }

    /** J2: who cannot take one more connection at the moment is there all the same. */
    @Test
    void aSocketWithAFullBacklogIsLeftToItsListener() throws IOException {
        try (var busy = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            busy.bind(UnixDomainSocketAddress.of(path), 1);
            var waiting = new ArrayList<SocketChannel>();
            try {
                while (waiting.size() < 100) {
                    waiting.add(connect("ipc://" + path));
                }
            } catch (IOException full) {
                assertThat(waiting).isNotEmpty();
            }

            assertThatThrownBy(() -> listen(path))
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining("already in use, as it seems");
            assertThat(path).exists();
            for (SocketChannel each : waiting) {
                each.close();
            }
        }
    }

    /** J3 */
    @Test
    void whatIsNotASocketIsLeftAlone() throws IOException {
        Files.writeString(path, "precious");
        assertThatThrownBy(() -> listen(path))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("a file that is not a socket");
        assertThat(path).hasContent("precious");
        Files.delete(path);

        Files.createDirectory(path);
        assertThatThrownBy(() -> listen(path))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("a directory that is not a socket");
        assertThat(path).isDirectory();
        Files.delete(path);

        Path target = Files.writeString(directory.resolve("target"), "precious");
        Files.createSymbolicLink(path, target);
        assertThatThrownBy(() -> listen(path))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("a symbolic link that is not a socket");
        assertThat(Files.isSymbolicLink(path)).isTrue();
        assertThat(target).hasContent("precious");
    }

    /** J4 */
    @Test
    void aPathThatIsTooLongIsAnErrorThatSaysHowLongItMayBe() {
        assertThatThrownBy(() -> listen("ipc:///tmp/" + "x".repeat(103)))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("106");
    }

    /** J4 */
    @Test
    void theLongestPathThatJavaTakesCanBeBound() throws IOException {
        Path longest = directory.resolve("x".repeat(106 - directory.toString().length() - 1));
        IpcListener listener = listen(longest);
        connect(listener.endpoint()).close();
        listener.close();
    }

    /** J4 */
    @Test
    void anAbstractNameIsRefusedClearly() {
        assertThatThrownBy(() -> listen("ipc://@name"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("ipc://@name")
                .hasMessageContaining("abstract");
        assertThatThrownBy(() -> connect("ipc://@name")).isInstanceOf(EndpointException.class);
    }

    @Test
    void aDirectoryThatIsNotThereIsAnErrorOfTheBind() {
        assertThatThrownBy(() -> listen(directory.resolve("missing").resolve("s")))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("cannot be bound: there is no directory " + directory.resolve("missing"));
    }

    @Test
    void aFileOnTheWayIsAnErrorThatNamesIt() throws IOException {
        Files.writeString(path, "");
        assertThatThrownBy(() -> listen(path.resolve("s")))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("cannot be bound: " + path + " is not a directory");
    }

    @Test
    void aWildcardWithoutItsDirectoryIsAnErrorThatNamesIt() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> listenAnywhere(missing))
                .isInstanceOf(EndpointException.class)
                .hasMessage("Endpoint \"ipc://*\" cannot be bound: there is no directory " + missing
                        + " (java.io.tmpdir is " + missing + ")");
    }

    @Test
    void aWildcardInADirectoryWithTooLongANameLeavesNothingBehind() throws IOException {
        Path deep = Files.createDirectory(directory.resolve("d".repeat(90)));
        assertThatThrownBy(() -> listenAnywhere(deep))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("bytes; allowed: 106 bytes in UTF-8")
                .hasMessageContaining("java.io.tmpdir is " + deep);
        assertThat(deep).isEmptyDirectory();
    }

    private IpcListener listenAnywhere(Path temporary) {
        return new IpcTransport(temporary).bound((IpcEndpoint) Texts.bound("ipc://*"), options);
    }

    /** A lone half of a surrogate pair has no bytes in any encoding. */
    @Test
    void charactersThatNoFileNameHasAreAnErrorOfBindAndConnect() {
        assertThatThrownBy(() -> listen("ipc:///tmp/\uD800"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("file names are in");
        assertThatThrownBy(() -> connect("ipc:///tmp/\uD800"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("file names are in");
    }

    /** J8 */
    @Test
    void closingRemovesTheFile() throws IOException {
        IpcListener listener = listen(path);
        listener.close();
        assertThat(path).doesNotExist();
    }

    /** J8 */
    @Test
    void closingLeavesASuccessorsFile() throws IOException {
        IpcListener first = listen(path);
        Files.move(path, directory.resolve("moved"));
        IpcListener successor = listen(path);

        first.close();

        connect(successor.endpoint()).close();
        successor.close();
    }

    /** J8 */
    @Test
    void closingAfterTheFileWasRemovedIsNoError() throws IOException {
        IpcListener listener = listen(path);
        Files.delete(path);

        listener.close();

        assertThat(listener.channel().isOpen()).isFalse();
    }
}
