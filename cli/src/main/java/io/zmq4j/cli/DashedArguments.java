package io.zmq4j.cli;

import java.util.List;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Refuses an argument that begins with a dash, unless {@code --} stands before it: it would be sent where an option was
 * meant. picocli takes such an argument for an option only if it is no number. A dash alone is an argument.
 */
final class DashedArguments implements IExecutionStrategy {
    private static final String END_OF_OPTIONS = "--";

    @Override
    public int execute(ParseResult parsed) {
        var arguments = parsed.commandSpec().positionalParameters().stream()
                .flatMap(positional -> positional.originalStringValues().stream())
                .toList();
        var typed = parsed.originalArgs();
        int end = typed.indexOf(END_OF_OPTIONS);
        int afterEnd = end < 0 ? 0 : typed.size() - end - 1;
        arguments.stream()
                .limit(Math.max(0, arguments.size() - afterEnd))
                .filter(argument -> argument.length() > 1 && argument.startsWith("-"))
                .findFirst()
                .ifPresent(argument -> {
                    throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), List.of(argument));
                });
        return new RunLast().execute(parsed);
    }
}
