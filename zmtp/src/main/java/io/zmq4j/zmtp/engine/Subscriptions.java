package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.ZmtpVersion;

/**
 * The forms that a subscription takes on the wire: a command of ZMTP 3.1, a message in all versions before (RFC 37 and 23,
 * "The Publish-Subscribe Pattern"), and, where topics are groups, a command of its own (RFC 37, "The Radio-Dish Pattern"). Inside
 * the library there is only the message.
 *
 * <pre>
 *   SUBSCRIBE topic   &lt;--&gt;   0x01 topic   &lt;--&gt;   JOIN  group
 *   CANCEL    topic   &lt;--&gt;   0x00 topic   &lt;--&gt;   LEAVE group
 * </pre>
 */
enum Subscriptions {
    MESSAGES("", ""),
    TOPICS(Command.SUBSCRIBE, Command.CANCEL),
    GROUPS(Command.JOIN, Command.LEAVE);

    private static final byte BEGIN = 1;
    private static final byte END = 0;

    private final String begin;
    private final String end;

    Subscriptions(String begin, String end) {
        this.begin = begin;
        this.end = end;
    }

    /** What a socket of this type sends over such a connection. */
    static Subscriptions of(SocketType type, ZmtpVersion version) {
        if (type.topics() != SocketType.Topics.SUBSCRIBES) {
            return MESSAGES;
        }
        // JOIN came after ZMTP 3.0, but whoever calls itself a RADIO knows it: libzmq 4.2 spoke 3.0.
        return type.hasGroups() ? GROUPS : version.hasTrafficCommands() ? TOPICS : MESSAGES;
    }

    boolean areCommands() {
        return this != MESSAGES;
    }

    /** Whether this message goes out as a command. */
    boolean isCommand(Message message) {
        return this != MESSAGES && Subscription.is(message);
    }

    Command toCommand(byte[] message) {
        return Command.of(message[0] == BEGIN ? begin : end, message, 1);
    }

    Message toMessage(Command command) {
        var message = new byte[1 + command.dataSize()];
        message[0] = command.name().equals(begin) ? BEGIN : END;
        System.arraycopy(command.body(), command.dataOffset(), message, 1, command.dataSize());
        return Message.wrap(message);
    }

    /** What a subscriber that sends no subscriptions is taken to want. */
    static Message toEverything() {
        return Message.wrap(new byte[] {BEGIN});
    }
}
