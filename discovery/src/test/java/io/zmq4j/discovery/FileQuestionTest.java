package io.zmq4j.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileQuestionTest {
    @TempDir
    Path directory;

    private Path file;
    private FileQuestion question;

    @BeforeEach
    void make() {
        file = directory.resolve("peers");
        question = new FileQuestion(file);
    }

    private List<String> ask() throws IOException {
        return question.ask().endpoints();
    }

    @Test
    void linesAreEndpointsAndMayHaveComments() throws IOException {
        Files.writeString(file, "# who works\n\n  tcp://b:1  # the second\r\ntcp://a:1\ntcp://a:1\nipc:///tmp/a#b\n");
        assertThat(ask()).containsExactly("ipc:///tmp/a#b", "tcp://a:1", "tcp://b:1");
    }

    @Test
    void aChangeCountsWhenItReadsTheSameTwice() throws IOException {
        Files.writeString(file, "tcp://a:1\ntcp://b:1\n");
        assertThat(ask()).containsExactly("tcp://a:1", "tcp://b:1");
        Files.writeString(file, "tcp://a:1\ntcp://");
        assertThat(ask()).containsExactly("tcp://a:1", "tcp://b:1");
        Files.writeString(file, "tcp://a:1\ntcp://c:1\n");
        assertThat(ask()).containsExactly("tcp://a:1", "tcp://b:1");
        assertThat(ask()).containsExactly("tcp://a:1", "tcp://c:1");
        Files.writeString(file, "");
        assertThat(ask()).containsExactly("tcp://a:1", "tcp://c:1");
        assertThat(ask()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class).hasMessage("there is no file " + file);
        Files.createDirectory(file);
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class).hasMessage(file + " is no file");
        Files.delete(file);
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class).hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void aFileThatIsBackReadsAsBefore() throws IOException {
        Files.writeString(file, "tcp://a:1\n");
        assertThat(ask()).containsExactly("tcp://a:1");
        Files.delete(file);
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        Files.writeString(file, "tcp://a:1\n");
        assertThat(ask()).containsExactly("tcp://a:1");
    }
}
