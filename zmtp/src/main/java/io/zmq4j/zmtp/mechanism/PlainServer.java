package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import java.util.Arrays;
import java.util.List;

/**
 * The server's side of RFC 24.
 *
 * <pre>
 *   waits for HELLO ──► asks ──let in: WELCOME sent──► waits for INITIATE ──► READY sent, done
 *                        └──not let in: refused
 * </pre>
 */
final class PlainServer implements Mechanism {
    private enum WaitsFor {
        HELLO,
        INITIATE
    }

    private final Metadata own;
    private WaitsFor waitsFor = WaitsFor.HELLO;

    PlainServer(Metadata own) {
        this.own = own;
    }

    @Override
    public String name() {
        return Plain.NAME;
    }

    @Override
    public Step start() {
        return Step.sending();
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        if (waitsFor == WaitsFor.INITIATE) {
            PlainCommands.expect(PlainCommands.INITIATE, command);
            Metadata peer = Metadata.parse(command.body(), command.dataOffset());
            return Step.done(peer, Command.of(Command.READY, own.encode()));
        }
        PlainCommands.expect(PlainCommands.HELLO, command);
        return Step.authenticating(new Admission(credentials(command), this::welcome));
    }

    private Step welcome() {
        waitsFor = WaitsFor.INITIATE;
        return Step.sending(Command.of(PlainCommands.WELCOME, new byte[0]));
    }

    /** User name and password, which fill the command to its last byte. Whatever octets they are, somebody else decides. */
    private static List<byte[]> credentials(Command hello) throws ProtocolException {
        byte[] body = hello.body();
        byte[] username = text("user name", body, hello.dataOffset());
        int passwordAt = hello.dataOffset() + 1 + username.length;
        byte[] password = text("password", body, passwordAt);
        int end = passwordAt + 1 + password.length;
        if (end != body.length) {
            throw malformed("a HELLO with %d bytes behind the password".formatted(body.length - end));
        }
        return List.of(username, password);
    }

    private static byte[] text(String what, byte[] body, int at) throws ProtocolException {
        if (at >= body.length) {
            throw malformed("a HELLO without a " + what);
        }
        int size = Unsigned.uint8(body, at);
        int left = body.length - at - 1;
        if (size > left) {
            throw malformed("a HELLO declares a %s of %d bytes where %d are left".formatted(what, size, left));
        }
        return Arrays.copyOfRange(body, at + 1, at + 1 + size);
    }

    private static ProtocolException malformed(String detail) {
        return new ProtocolException(CloseReason.MALFORMED_COMMAND, detail);
    }
}
