package io.zmq4j.view.top;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.view.Observed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The verb as a process of its own, in a terminal and without, that looks at another one. */
class TopTest {
    /** Leaves the other screen and shows the cursor. */
    private static final String LEFT = "\\x1b[?25h\\x1b[?1049l";

    private static Observed jvm;

    @TempDir
    private static Path directory;

    /** What a process printed, and how it ended. */
    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void startJvm() throws Exception {
        jvm = Observed.withSockets();
        try (var script = TopTest.class.getResourceAsStream("terminal.py")) {
            Files.copy(Objects.requireNonNull(script), directory.resolve("terminal.py"));
        }
    }

    @AfterAll
    static void endJvm() {
        jvm.close();
    }

    /** The verb, as {@code zmq} runs it. */
    static final class Main {
        public static void main(String[] args) {
            System.exit(new CommandLine(new TopCommand())
                    .setExecutionExceptionHandler((e, command, parsed) -> {
                        System.err.println("zmq: " + e.getMessage());
                        return 1;
                    })
                    .execute(args));
        }
    }

    private static List<String> top(String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static Run run(List<String> command, String input) throws Exception {
        var out = Files.createTempFile(directory, "out", "");
        var err = Files.createTempFile(directory, "err", "");
        var in = Files.writeString(Files.createTempFile(directory, "in", ""), input);
        var builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Whoever runs these tests in the background has them ignore SIGINT, which children inherit.
        builder.command()
                .addAll(0, List.of("env", "--default-signal=INT", "LC_ALL=C.UTF-8", "NO_COLOR=1", "TERM=xterm"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(55, TimeUnit.SECONDS)).as("%s", command).isTrue();
            return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Run inTerminal(List<String> top, String... steps) throws Exception {
        var command = new ArrayList<>(
                List.of("python3", directory.resolve("terminal.py").toString(), "100", "30"));
        command.addAll(top);
        return run(command, String.join("\n", steps) + "\n");
    }

    private static String pid() {
        return String.valueOf(jvm.pid());
    }

    @Test
    void inATerminalTheSocketsAreSeenKeysAreObeyedAndQLeavesTheTerminalAsItWas() throws Exception {
        var run = inTerminal(
                top(pid()),
                "see zmq top  pid " + pid() + "  observed",
                "see PUB   ticker",
                "type s",
                "see by sent",
                "type \\r",
                "see PUB \"ticker\"  open for",
                "see 127.0.0.1:",
                "type e",
                "see handshake succeeded",
                "type \\x1b",
                "type /reader\\r",
                "see with 'reader'  q quit",
                "size 40 12",
                "see TYPE  NAME    SENT/S  RECV/S",
                "type q",
                "end");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("exit 0, modes as before\n").contains(LEFT + "'");
    }

    @Test
    void ctrlCLeavesTheTerminalAsItWas() throws Exception {
        var run = inTerminal(top(pid()), "see PUB   ticker", "type \\x03", "end");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("exit 130, modes as before\n").contains(LEFT + "'");
    }

    @Test
    void sigtermLeavesTheTerminalAsItWas() throws Exception {
        var run = inTerminal(top(pid()), "see PUB   ticker", "kill TERM", "end");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("exit 143, modes as before\n").contains(LEFT + "'");
    }

    @Test
    void aProcessThatEndsIsSaidToHaveEndedAndStaysOnTheScreen() throws Exception {
        try (var mortal = Observed.withSockets()) {
            var run = inTerminal(
                    top(String.valueOf(mortal.pid())),
                    "see PUB   ticker",
                    "kill KILL " + mortal.pid(),
                    "see ! process " + mortal.pid() + " has ended",
                    "see PUB   ticker",
                    "type q",
                    "end");

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("exit 0, modes as before\n").contains(LEFT + "'");
        }
    }

    @Test
    void withoutAnArgumentOneChoosesAmongTheJvms() throws Exception {
        var run = inTerminal(top(), "see Which process?", "see " + pid() + "  io.zmq4j.view.Observed", "type q", "end");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("exit 0, modes as before\n").contains(LEFT + "'");
    }

    @Test
    void whatCannotBeSeenLeavesTheTerminalAlone() throws Exception {
        var run = inTerminal(top("99999999"), "see zmq: there is no process 99999999", "end");

        assertThat(run.out()).startsWith("exit 1, modes as before\n").doesNotContain("1049");
    }

    @Test
    void onceIsOneScreenAsText() throws Exception {
        var run = run(top("--once", "--interval", "0.2", pid()), "");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("zmq top  pid " + pid() + "  observed  up ")
                .containsPattern("\nPUB +ticker +b tcp://127\\.0\\.0\\.1:[0-9]+ ")
                .doesNotContain("\u001b");
    }

    @Test
    void onceAsJsonIsALineForPrograms() throws Exception {
        var run = run(top("--once", "--json", "--interval", "0.5", pid()), "");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("}\n");
        var context = new JsonMapper().readTree(run.out()).get("contexts").get(0);
        assertThat(context.get("snapshot").get("name").stringValue()).isEqualTo("observed");
        assertThat(context.get("rates").get("messagesOut").doubleValue()).isPositive();
    }

    @Test
    void onceWithoutAnArgumentIsTheListOfJvms() throws Exception {
        assertThat(run(top("--once"), "").out()).contains(pid() + "  io.zmq4j.view.Observed ");
        var list = new JsonMapper().readTree(run(top("--once", "--json"), "").out());
        assertThat(list.values()).anySatisfy(each -> {
            assertThat(each.get("pid").longValue()).isEqualTo(jvm.pid());
            assertThat(each.get("loop").booleanValue()).isTrue();
        });
    }

    @Test
    void withoutATerminalTheErrorNamesOnce() throws Exception {
        var run = run(top(pid()), "");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("zmq: stdout is no terminal: --once prints one screen, --once --json a line for programs\n");
    }

    @Test
    void argumentsThatMakeNoSenseAreUsageErrors() throws Exception {
        assertThat(run(top("--interval", "0", pid()), "").err())
                .contains("from 0.1 to 3600 seconds are allowed, not 0.0");
        assertThat(run(top("--interval", "NaN", pid()), "").err()).contains("from 0.1 to 3600 seconds are allowed");
        assertThat(run(top("--json", pid()), "").err()).contains("--json goes with --once");
    }
}
