package io.zmq4j.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The demo as a command. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays the scenarios with real processes, some of which get killed, and judges by what it sees. "
                + "Prints a line for each, and in the end what was expected and what was seen; of one that failed, also what "
                + "its processes said.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was seen", "1:something was not seen", "64:there is no such scenario"})
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--list", description = "List the scenarios and what must be seen in each.")
    private boolean list;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print what the processes say, as they say it.")
    private boolean verbose;

    @Parameters(paramLabel = "SCENARIO", arity = "0..*", description = "Such as S8; all of them if none is named.")
    private List<String> scenarios = List.of();

    @Override
    public Integer call() {
        var arguments = new ArrayList<>(scenarios);
        if (list) {
            arguments.add(Demo.LIST);
        }
        if (verbose) {
            arguments.add(Demo.VERBOSE);
        }
        return Demo.run(arguments.toArray(String[]::new));
    }
}
