package io.zmq4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The {@code zmq} command: finds the verb, runs it, and makes an exit code of how it ends. */
public final class Zmq {
    private static final String INTRODUCTION = """
            Usage: zmq VERB [OPTION]... [ARGUMENT]...
            ZeroMQ sockets in the shell: data on stdin and stdout, talk on stderr.

            """;

    private static final String CONCLUSION = """
            'zmq VERB --help' explains a verb, 'zmq --version' prints the version.
            Exit code: 0 done, 1 error, 2 timed out, 64 wrong arguments, 130 interrupted, 141 stdout closed.
            """;

    private Zmq() {}

    /** Ends the virtual machine with the verb's exit code. */
    public static void main(String[] args) {
        System.exit(run(Streams.standard(), args));
    }

    /** Runs a verb and gives its exit code. */
    static int run(Streams streams, String... args) {
        var errors = new ErrorReport(streams.err());
        var out = new PrintStream(streams.out(), false, StandardCharsets.UTF_8);
        try {
            int code = run(args.length == 0 ? "" : args[0], args, streams, out, errors);
            out.flush();
            return code;
        } catch (IOException | RuntimeException e) {
            return errors.report(e);
        }
    }

    private static int run(String word, String[] args, Streams streams, PrintStream out, ErrorReport errors)
            throws IOException {
        switch (word) {
            case "" -> {
                streams.err().print(help());
                return Exit.USAGE;
            }
            case "-h", "--help", "help" -> {
                if (args.length > 1) {
                    return run(streams, args[1], "--help");
                }
                out.print(help());
                return Exit.DONE;
            }
            case "-V", "--version" -> {
                out.println("zmq4j " + version());
                return Exit.DONE;
            }
            default -> {
                return Verb.named(word)
                        .commandLine(streams)
                        // A frame or an endpoint may begin with @.
                        .setExpandAtFiles(false)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpAutoWidth(true)
                        .setOut(new PrintWriter(out, false, StandardCharsets.UTF_8))
                        .setParameterExceptionHandler(errors)
                        .setExecutionExceptionHandler(errors)
                        .execute(Arrays.copyOfRange(args, 1, args.length));
            }
        }
    }

    private static String help() {
        var help = new StringBuilder(INTRODUCTION);
        for (var verb : Verb.all()) {
            help.append(String.format("  %-8s %s\n           %s\n\n", verb.word(), verb.summary(), verb.example()));
        }
        return help.append(CONCLUSION).toString();
    }

    private static String version() throws IOException {
        try (InputStream in = Zmq.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
