package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    void aCommandThatTakesTooLongIsEndedWithAllItStartedAndGivesNothing() {
        var late = new ShellCommand("echo begun; sleep 607 | sleep 607");
        assertThatThrownBy(() -> late.run(Message.empty(), Duration.ofMillis(300)))
                .isInstanceOf(TimedOutException.class)
                .hasMessage("the command was not done within 0.3 s");
        var asleep = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep 607"));
        assertThat(asleep.map(ProcessHandle::onExit)).allSatisfy(end -> end.get(10, TimeUnit.SECONDS));
    }

    /** Whether its stdout ends with the shell or with the last that has it open, the JDK leaves to chance. */
    @Test
    void whatItLeavesBehindInTheBackgroundIsNotWaitedForBeyondTheTime() throws IOException {
        try {
            var output = new ShellCommand("sleep 60 & echo begun")
                    .run(Message.empty(), Duration.ofMillis(300))
                    .output();
            assertThat(output).asString(UTF_8).isEqualTo("begun\n");
        } catch (TimedOutException e) {
            assertThat(e).hasMessage("the command was not done within 0.3 s");
        }
    }

    @Test
    void whatACommandPrintedThatASignalEndedIsNoReply() {
        assertThatThrownBy(() -> run("echo begun; kill -9 $$", Message.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("signal 9");
    }

    @Test
    void whatAFailedCommandPrintedComesWithItsExitCode() throws IOException {
        var result = new ShellCommand("echo so far; exit 3").run(Message.empty(), null);
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).asString(UTF_8).isEqualTo("so far\n");
        assertThat(new ShellCommand("true").run(Message.empty(), null).exitCode())
                .isZero();
    }

    @Test
    void bytesOfTheCommandArriveWhateverTheLocale() throws IOException {
        var output = new ShellCommand("printf 'a%%'\\''\\\\gr\u00fc\udcff7'")
                .run(Message.empty(), null)
                .output();
        assertThat(new String(output, ISO_8859_1)).isEqualTo("a%'\\gr\u00c3\u00bc\u00ff7");
    }

    private static String run(String command, Message request) throws IOException {
        return new String(new ShellCommand(command).run(request, null).output(), UTF_8);
    }
}
