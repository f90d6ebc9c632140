package io.zmq4j.cli;

import io.zmq4j.ReqSocket;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.view.Asking;
import io.zmq4j.zmtp.mechanism.Security;
import picocli.CommandLine;

/** Gives a command that asks endpoints the options with which it comes in where not everybody may ask. */
final class SecuredAsking implements Asking {
    private final ClientSecuring securing;

    private SecuredAsking(ClientSecuring securing) {
        this.securing = securing;
    }

    static CommandLine addTo(CommandLine command) {
        if (command.getCommand() instanceof Asking.Command asks) {
            var securing = new ClientSecuring();
            command.addMixin("securing", securing);
            asks.askBy(new SecuredAsking(securing));
        }
        return command;
    }

    @Override
    public void check() {
        securing.check();
    }

    @Override
    public void apply(ReqSocket socket) {
        Security chosen = securing.chosen();
        if (chosen != null) {
            socket.set(SocketOptions.SECURITY, chosen);
        }
    }
}
