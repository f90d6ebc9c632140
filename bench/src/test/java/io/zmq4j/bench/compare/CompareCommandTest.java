package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {
    @CommandLine.Command(name = "bench")
    private static final class Parent {}

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    /** With real processes: needs gcc and libzmq, as the other tests against it. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void oneRowIsPlayedByAllOfThem() {
        int status = new CommandLine(new Parent())
                .addSubcommand(new CompareCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("compare", "--quick", "--only", "^lat tcp 10 B, one core$", "--out", directory.toString());

        assertThat(status).as(err + "\n" + out).isZero();
        assertThat(out.toString().lines())
                .anyMatch(
                        line -> line.matches(
                                "\\| lat tcp 10 B, one core, µs (\\| [\\d.]+ +){4}\\| \\d+\\.\\d\\d× +\\| \\d+\\.\\d\\d× +\\|"));
        assertThat(directory.resolve("performance.md"))
                .content()
                .contains("./zmq bench compare --quick --only '^lat tcp 10 B, one core$' --out " + directory + "\n");
        assertThat(directory.resolve("performance/ratios.svg")).isRegularFile();
        assertThat(err.toString()).contains("lat tcp 10 B, one core");
    }

    @Test
    void aPatternThatMatchesNothingIsRefused() {
        assertThat(execute("--only", "nonsense")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--only nonsense matches none of").contains("thr tcp 10 B");
    }

    @Test
    void noRoundsAreRefused() {
        assertThat(execute("--quick", "--rounds", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--rounds 0: must be at least 1");
    }

    @Test
    void aDirectoryWithoutJdkIsRefused() {
        assertThat(execute("--quick", "--java-home", directory.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("no JDK in " + directory);
    }

    private int execute(String... arguments) {
        return new CommandLine(new CompareCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
