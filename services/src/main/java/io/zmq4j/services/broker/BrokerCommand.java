package io.zmq4j.services.broker;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs somebody in the middle, one pattern a subcommand. */
@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description = {"Run the part of a reliable pattern that stands in the middle, until it is ended.", ""},
        subcommands = {
            MajordomoCommand.class,
            MajordomoRequestCommand.class,
            PirateCommand.class,
            CloneCommand.class,
            LastValueCommand.class,
            FreelanceCommand.class,
            FreelanceRequestCommand.class
        })
public final class BrokerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "name a pattern: " + String.join(", ", spec.subcommands().keySet()));
    }
}
