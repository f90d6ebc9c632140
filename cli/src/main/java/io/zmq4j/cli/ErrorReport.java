package io.zmq4j.cli;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.error.ZmqException;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes one line on stderr and an exit code of whatever a verb ends with. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;

    ErrorReport(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        var verb = e.getCommandLine().getCommandName();
        return tell(
                Exit.USAGE,
                (e instanceof UnmatchedArgumentException u ? unknown(u) : firstLine(e)) + "; see '" + verb
                        + " --help'");
    }

    private static String unknown(UnmatchedArgumentException e) {
        var argument = e.getUnmatched().get(0);
        if (!argument.startsWith("-")) {
            return firstLine(e);
        }
        var command = e.getCommandLine().getCommandSpec();
        var name = argument.replaceFirst("=.*", "");
        var hint = Nearest.question(name, command.optionsMap().keySet());
        if (hint.isEmpty() && !command.positionalParameters().isEmpty()) {
            hint = "; what begins with a dash and is no option comes after --";
        }
        return "Unknown option: '" + name + "'" + hint;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        return report(e);
    }

    int report(Throwable e) {
        if (e instanceof OutputClosedException) {
            return Exit.OUTPUT_CLOSED;
        }
        if (e instanceof SocketClosedException || e instanceof WaitInterruptedException) {
            // Nobody but the signal's hook closes a socket under a verb.
            return Exit.INTERRUPTED;
        }
        if (e instanceof UsageException) {
            return tell(Exit.USAGE, firstLine(e));
        }
        if (e instanceof TimedOutException || e instanceof WaitTimeoutException) {
            return tell(Exit.TIMED_OUT, "timed out: " + firstLine(e));
        }
        if (e instanceof NobodyListensException) {
            return tell(Exit.NOBODY_LISTENS, firstLine(e));
        }
        if (e instanceof ZmqException || e instanceof IOException) {
            return tell(Exit.ERROR, firstLine(e));
        }
        if (e instanceof OutOfMemoryError) {
            return tell(Exit.ERROR, "out of memory: " + firstLine(e));
        }
        return tell(Exit.ERROR, "unexpected: " + e + " at " + origin(e));
    }

    private int tell(int code, String line) {
        err.println("zmq: " + line);
        return code;
    }

    private static String firstLine(Throwable e) {
        var message = e.getMessage();
        return message == null ? e.toString() : message.lines().findFirst().orElse("");
    }

    private static String origin(Throwable e) {
        var trace = e.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
