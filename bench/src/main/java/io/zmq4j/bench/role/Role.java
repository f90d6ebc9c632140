package io.zmq4j.bench.role;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What one process of a benchmark does, as a command: exit code 0 if all came, in order and once; else 1. */
@Command(mixinStandardHelpOptions = true)
abstract class Role implements Callable<Integer> {
    @ParentCommand
    private Roles roles;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--option"},
            paramLabel = "NAME=VALUE",
            description = "Set an option of every socket, such as SNDHWM=5000. Repeatable.")
    private List<String> options = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "Fail if it takes longer. Default: ${DEFAULT-VALUE}.")
    private long timeoutSeconds;

    /** Plays, and prints what it measured. What it wants handed over it waits for: {@link Library#finish}. */
    abstract void play(Library library);

    /** What its sockets prove themselves by; known when {@link #check} is over. */
    Credentials credentials() {
        return new Credentials.None();
    }

    /** Refuses arguments that cannot be what was meant, before anything is opened. */
    void check() {}

    @Override
    public final Integer call() {
        try {
            check();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        var err = spec.commandLine().getErr();
        var limit = new TimeLimit(timeoutSeconds, err);
        try (var library = roles.library(options, credentials())) {
            play(library);
            return 0;
        } catch (RuntimeException e) {
            err.println("bench: " + (e.getMessage() == null ? e : e.getMessage()));
            err.flush();
            return 1;
        } finally {
            limit.over();
        }
    }

    /** Prints a figure, with so many digits behind the point. */
    final void print(String name, int digits, double value) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(name + " "
                + BigDecimal.valueOf(value)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString());
        out.flush();
    }
}
