package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ZmqTest {
    private final StringWriter out = new StringWriter();

    @Test
    void versionIsTheBuilds() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).matches("zmq4j \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void helpNamesTheCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: zmq");
    }

    private int run(String... arguments) {
        return new CommandLine(new Zmq()).setOut(new PrintWriter(out)).execute(arguments);
    }
}
