package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files behind ipc endpoints. */
class IpcFaultsTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private final Path path = Ports.ipcPath();
    private final String endpoint = "ipc://" + path;

    private void expectPassage(PullSocket pull) {
        PushSocket push = rig.newContext().push();
        push.set(LINGER, Duration.ZERO);
        push.connect(endpoint);
        Rig.send(push, "passage");
        assertThat(Rig.receiveText(pull)).isEqualTo("passage");
    }

    private void expectRefused() {
        PullSocket pull = rig.context().pull();
        assertThatThrownBy(() -> pull.bind(endpoint))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(path.toString());
    }

    @Test
    @DisplayName("J1: a stale socket file is replaced")
    void aStaleFileIsReplaced() throws IOException {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();
        PullSocket pull = rig.context().pull();
        pull.bind(endpoint);
        expectPassage(pull);
    }

    @Test
    @DisplayName("J2: a path with a live listener is refused, and the listener goes on")
    void aLiveListenerIsNotRobbed() {
        PullSocket pull = rig.newContext().pull();
        pull.bind(endpoint);
        expectRefused();
        expectPassage(pull);
    }

    @Test
    @DisplayName("J3: a regular file is refused and stays")
    void aRegularFileStays() throws IOException {
        Files.writeString(path, "precious");
        expectRefused();
        assertThat(path).hasContent("precious");
    }

    @Test
    @DisplayName("J3: a directory is refused and stays")
    void aDirectoryStays() throws IOException {
        Files.createDirectory(path);
        expectRefused();
        assertThat(path).isDirectory();
    }

    @Test
    @DisplayName("J3: a symbolic link is refused, and what it leads to stays")
    void aLinkStays() throws IOException {
        Path target = Ports.ipcPath();
        Files.writeString(target, "precious");
        Files.createSymbolicLink(path, target);
        expectRefused();
        assertThat(path).isSymbolicLink();
        assertThat(target).hasContent("precious");
    }

    @Test
    @DisplayName("J4: a path that is too long is refused clearly")
    void aLongPathIsRefused() {
        PullSocket pull = rig.context().pull();
        assertThatThrownBy(() -> pull.bind("ipc:///tmp/" + "x".repeat(120)))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("xxx");
    }

    @Test
    @DisplayName("J5: a socket file has no wider mode than the umask allows")
    void theFileHasTheUsersMode() throws IOException {
        Path ordinary = Ports.ipcPath();
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(ordinary));
        }
        PullSocket pull = rig.context().pull();
        pull.bind(endpoint);
        assertThat(Files.getPosixFilePermissions(ordinary))
                .containsAll(Files.getPosixFilePermissions(path))
                .contains(PosixFilePermission.OWNER_WRITE);
    }

    @Test
    @DisplayName("J7: after the file was deleted the path can be bound again, and the deaf socket closes")
    void aDeletedFileFreesThePath() throws IOException {
        PullSocket deaf = rig.context().pull();
        deaf.bind(endpoint);
        Files.delete(path);
        PullSocket pull = rig.context().pull();
        pull.bind(endpoint);
        expectPassage(pull);
    }

    @Test
    @DisplayName("J8: close deletes its own file")
    void closeDeletesItsFile() {
        PullSocket pull = rig.newContext().pull();
        pull.bind(endpoint);
        assertThat(path).exists();
        pull.close();
        Rig.await("the file is deleted", () -> Files.notExists(path));
    }

    @Test
    @DisplayName("J8: close deletes the file it created and no other at its path")
    void closeDeletesNoOtherFile() throws IOException {
        var context = rig.newContext();
        PullSocket robbed = context.pull();
        robbed.bind(endpoint);
        Files.delete(path);
        PullSocket pull = rig.context().pull();
        pull.bind(endpoint);
        context.close(Rig.PATIENCE);
        assertThat(path).exists();
        expectPassage(pull);
    }
}
