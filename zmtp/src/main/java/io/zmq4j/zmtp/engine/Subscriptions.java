package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.wire.Command;

/**
 * The two forms of a subscription: the commands of ZMTP 3.1 and the messages of all versions before (RFC 37 and 23,
 * "The Publish-Subscribe Pattern"). Inside the library there is only the message.
 *
 * <pre>
 *   SUBSCRIBE topic   &lt;--&gt;   0x01 topic
 *   CANCEL    topic   &lt;--&gt;   0x00 topic
 * </pre>
 */
final class Subscriptions {
    static final byte SUBSCRIBE = 1;
    static final byte CANCEL = 0;

    private Subscriptions() {}

    static Command toCommand(byte[] message) {
        return Command.of(message[0] == SUBSCRIBE ? Command.SUBSCRIBE : Command.CANCEL, message, 1);
    }

    static Message toMessage(Command command) {
        var message = new byte[1 + command.dataSize()];
        message[0] = command.name().equals(Command.SUBSCRIBE) ? SUBSCRIBE : CANCEL;
        System.arraycopy(command.body(), command.dataOffset(), message, 1, command.dataSize());
        return Message.wrap(message);
    }

    /** What a subscriber that sends no subscriptions is taken to want. */
    static Message toEverything() {
        return Message.wrap(new byte[] {SUBSCRIBE});
    }
}
