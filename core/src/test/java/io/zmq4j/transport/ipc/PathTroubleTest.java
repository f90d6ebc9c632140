package io.zmq4j.transport.ipc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With refusals handed in: to whom may do everything, as tests may run, the system refuses little. */
class PathTroubleTest {
    @TempDir
    Path directory;

    private String trouble(IOException refusal) {
        return PathTrouble.of(directory.resolve("s"), refusal);
    }

    @Test
    void aDirectoryOneMayNotWriteToIsNamed() {
        assertThat(trouble(new AccessDeniedException("s")))
                .isEqualTo("permission denied: this user may not make or remove files in " + directory);
    }

    @Test
    void theSystemsWordIsGivenWhereNothingElseIsWrong() {
        assertThat(trouble(new SocketException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(trouble(new FileSystemException("s", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
    }

    @Test
    void anExceptionWithoutAWordIsNamed() {
        assertThat(trouble(new FileSystemException("s"))).isEqualTo("FileSystemException");
        assertThat(trouble(new IOException())).isEqualTo("IOException");
        assertThat(trouble(new NoSuchFileException("s"))).isEqualTo("no such file or directory");
    }

    @Test
    void theFirstDirectoryThatIsMissingIsNamed() {
        Path missing = directory.resolve("a").resolve("b").resolve("s");
        assertThat(PathTrouble.of(missing, new NoSuchFileException("s")))
                .isEqualTo("there is no directory " + directory.resolve("a"));
    }

    @Test
    void aRelativePathIsUnderTheWorkingDirectory() {
        assertThat(PathTrouble.of(Path.of("no-such-directory", "s"), new SocketException("?")))
                .isEqualTo(
                        "there is no directory " + Path.of("no-such-directory").toAbsolutePath());
    }
}
