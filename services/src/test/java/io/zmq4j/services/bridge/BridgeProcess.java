package io.zmq4j.services.bridge;

import picocli.CommandLine;

/** The verb {@code bridge} as a program. */
public final class BridgeProcess {
    private BridgeProcess() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BridgeCommand()).execute(arguments));
    }
}
