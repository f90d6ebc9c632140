package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ShellCommandTest {
    @Test
    void theRequestIsItsStdinAndStdoutIsTheReply() throws IOException {
        assertThat(run("tr a-z A-Z", Message.of("hello ", "world"))).isEqualTo("HELLO WORLD");
    }

    @Test
    void aCommandNeedNotReadItsStdin() throws IOException {
        assertThat(run("echo done", Message.of(new byte[1 << 20]))).isEqualTo("done\n");
    }

    @Test
    void aLargeRequestIsFedWhileTheReplyIsRead() throws IOException {
        var large = "x".repeat(1 << 20);
        assertThat(run("cat", Message.of(large))).isEqualTo(large);
    }

    @Test
    void aCommandThatTakesTooLongIsEndedWithAllItStarted() throws IOException {
        var output = new ShellCommand("echo begun; sleep 600 | sleep 600").run(Message.empty(), Duration.ofMillis(300));
        assertThat(new String(output, UTF_8)).isEqualTo("begun\n");
    }

    private static String run(String command, Message request) throws IOException {
        return new String(new ShellCommand(command).run(request, null), UTF_8);
    }
}
