package io.zmq4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code zmq} command. */
@Command(
        name = "zmq",
        description = "ZeroMQ from the command line.",
        mixinStandardHelpOptions = true,
        versionProvider = Zmq.Version.class)
public final class Zmq implements Runnable {
    @Spec
    private CommandSpec spec;

    Zmq() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Zmq()).execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            try (InputStream version = Zmq.class.getResourceAsStream("version.txt")) {
                return new String[] {"zmq4j " + new String(version.readAllBytes(), StandardCharsets.UTF_8).strip()};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
