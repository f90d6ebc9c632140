package io.zmq4j.dashboard;

import picocli.CommandLine;

/** The command without the others. */
final class Command {
    private Command() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DashboardCommand()).execute(arguments));
    }
}
