package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;

/**
 * The client's side of RFC 24.
 *
 * <pre>
 *   HELLO sent ──WELCOME──► INITIATE sent ──READY──► done
 * </pre>
 */
final class PlainClient implements Mechanism {
    private enum Sent {
        HELLO,
        INITIATE
    }

    private final byte[] username;
    private final byte[] password;
    private final Metadata own;
    private Sent sent = Sent.HELLO;

    PlainClient(byte[] username, byte[] password, Metadata own) {
        this.username = username;
        this.password = password;
        this.own = own;
    }

    @Override
    public String name() {
        return Plain.NAME;
    }

    @Override
    public Step start() {
        return Step.sending(Command.of(PlainCommands.HELLO, credentials()));
    }

    private byte[] credentials() {
        var data = new byte[2 + username.length + password.length];
        int passwordAt = 1 + username.length;
        data[0] = (byte) username.length;
        System.arraycopy(username, 0, data, 1, username.length);
        data[passwordAt] = (byte) password.length;
        System.arraycopy(password, 0, data, passwordAt + 1, password.length);
        return data;
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        if (sent == Sent.INITIATE) {
            PlainCommands.expect(Command.READY, command);
            return Step.done(Metadata.parse(command.body(), command.dataOffset()));
        }
        PlainCommands.expect(PlainCommands.WELCOME, command);
        if (command.dataSize() > 0) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_COMMAND,
                    "a WELCOME with %d bytes where none belong".formatted(command.dataSize()));
        }
        sent = Sent.INITIATE;
        return Step.sending(Command.of(PlainCommands.INITIATE, own.encode()));
    }
}
