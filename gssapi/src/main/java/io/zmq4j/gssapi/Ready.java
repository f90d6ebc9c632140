package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;

/**
 * What each side tells of itself when both have proved who they are: the server first.
 *
 * <pre>
 *   without encryption    5 "READY" metadata
 *   with                  MESSAGE whose body is that, and whose flags are 0
 * </pre>
 *
 * See {@link MessageToken}. Who reads it takes it for a command as well, if its flags say so.
 */
final class Ready {
    private Ready() {}

    static Command command(SecurityContext context, boolean encrypts, Metadata own) throws ProtocolException {
        Command ready = Command.of(Command.READY, own.encode());
        if (!encrypts) {
            return ready;
        }
        byte[] token = MessageToken.wrapped(context, 0, ready.body());
        var body = new byte[MessageToken.FRAMING + token.length];
        MessageToken.put(token, body, 0);
        return new Command(MessageToken.NAME, body);
    }

    static Metadata metadata(SecurityContext context, boolean encrypts, Command command) throws ProtocolException {
        Command ready = encrypts ? unwrapped(context, command) : command;
        if (!ready.name().equals(Command.READY)) {
            throw Refusals.unexpected(ready, Command.READY);
        }
        return Metadata.parse(ready.body(), ready.dataOffset());
    }

    private static Command unwrapped(SecurityContext context, Command command) throws ProtocolException {
        if (!command.name().equals(MessageToken.NAME)) {
            throw Refusals.unexpected(command, MessageToken.NAME);
        }
        var opener = new MessageOpener(context);
        byte[] body = opener.open(command.body(), 0, command.body().length);
        return Command.parse(body);
    }

    /** The last step of either side. Where nothing is encrypted, the context has done what it was for. */
    static Mechanism.Step done(SecurityContext context, boolean encrypts, Metadata peer, Command... last)
            throws ProtocolException {
        if (encrypts) {
            var seal = new Mechanism.Seal(new MessageSealer(context), new MessageOpener(context));
            return Mechanism.Step.sealed(peer, seal, last);
        }
        context.dispose();
        return Mechanism.Step.done(peer, last);
    }
}
