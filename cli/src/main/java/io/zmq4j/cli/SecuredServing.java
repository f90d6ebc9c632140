package io.zmq4j.cli;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.services.broker.Guard;
import picocli.CommandLine;

/** Gives each subcommand whose sockets are guarded the options of security that a verb with a socket has. */
final class SecuredServing implements Guard {
    private final Securing securing = new Securing();

    private SecuredServing() {}

    static CommandLine addTo(CommandLine command) {
        for (var subcommand : command.getSubcommands().values()) {
            if (subcommand.getCommand() instanceof Guard.Command guarded) {
                var serving = new SecuredServing();
                subcommand.addMixin("securing", serving.securing);
                guarded.guardBy(serving);
            }
        }
        return command;
    }

    @Override
    public void check() {
        securing.check();
    }

    @Override
    public void startDeciding(Context context) {
        securing.startDeciding(context);
    }

    @Override
    public void apply(Socket socket) {
        securing.apply(socket);
    }

    @Override
    public boolean isNone() {
        return !securing.isChosen();
    }
}
