package io.zmq4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
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
            Exit code: 0 done, 1 error, 2 timed out, 3 published to nobody, 64 wrong arguments, 130 interrupted,
            141 stdout closed.
            """;

    private Zmq() {}

    /** Ends the virtual machine with the verb's exit code. */
    public static void main(String[] args) {
        // What a context would say by itself in the log: each verb says it in its own words.
        System.getProperties().putIfAbsent("io.zmq4j.warnings", "false");
        var streams = Streams.standard();
        var errors = new ErrorReport(streams.err());
        Thread.setDefaultUncaughtExceptionHandler(new Crash(errors));
        int code = run(streams, ArgumentBytes.asTyped(args));
        // demo and bench print there, and it keeps errors to itself.
        if (code == Exit.DONE && System.out.checkError()) {
            code = errors.report(StandardOutput.failed(new IOException("not all of it was taken")));
        }
        System.exit(code);
    }

    /** Runs a verb and gives its exit code. What the command says of itself, such as help, is printed when it is whole. */
    static int run(Streams streams, String... args) {
        var errors = new ErrorReport(streams.err());
        var text = new StringWriter();
        try {
            int code = run(args.length == 0 ? "" : args[0], args, streams, text, errors);
            if (text.getBuffer().length() > 0) {
                streams.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            return code;
        } catch (Throwable e) {
            return errors.report(e);
        }
    }

    private static int run(String word, String[] args, Streams streams, StringWriter text, ErrorReport errors)
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
                text.write(help());
                return Exit.DONE;
            }
            case "-V", "--version" -> {
                text.write("zmq4j " + version() + "\n");
                return Exit.DONE;
            }
            default -> {
                return Verb.named(word)
                        .commandLine(streams)
                        // A frame or an endpoint may begin with @.
                        .setExpandAtFiles(false)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpAutoWidth(true)
                        .setOut(new PrintWriter(text))
                        .setExecutionStrategy(new DashedArguments())
                        .setParameterExceptionHandler(errors)
                        .setExecutionExceptionHandler(errors)
                        .execute(Arrays.copyOfRange(args, 1, args.length));
            }
        }
    }

    private static String help() {
        var help = new StringBuilder(INTRODUCTION);
        for (var verb : Verb.all()) {
            help.append(String.format("  %-9s %s\n            %s\n\n", verb.word(), verb.summary(), verb.example()));
        }
        return help.append(CONCLUSION).toString();
    }

    private static String version() throws IOException {
        try (InputStream in = Zmq.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
