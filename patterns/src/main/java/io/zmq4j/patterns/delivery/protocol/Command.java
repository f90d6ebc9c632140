package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.nio.ByteBuffer;

/**
 * What one side says to the other: a message whose first frame is a header, numbers big-endian. No delimiter stands before it; a
 * ROUTER puts the routing id in front, as always.
 *
 * <pre>{@code
 *  0         1           5
 * +---------+-----------+----------------------------
 * | command |  session  |  by command
 * +---------+-----------+----------------------------
 *   1 octet   4
 *
 *  1 HELLO      from the side that has connected: who it is           Introduction
 *  2 READY      the answer of the side that is bound                  Introduction
 *  3 MESSAGES   a run of messages, in the frames behind the header    Messages
 *  4 ACK        which messages need not be sent again                 Acknowledgement
 *  5 HEARTBEAT  nothing, but in time
 *  6 BYE        the session is over, for a reason in UTF-8
 * }</pre>
 *
 * <p>The side that has connected chooses a number for each session, another one whenever it begins anew. What has another number than
 * the session under way is of one that has ended, and is not read.
 */
public sealed interface Command permits Hello, Ready, Messages, Acknowledgement, Heartbeat, Bye {
    byte HELLO = 1;
    byte READY = 2;
    byte MESSAGES = 3;
    byte ACK = 4;
    byte HEARTBEAT = 5;
    byte BYE = 6;

    /** The octets that every header has. */
    int PREFIX = 5;

    int session();

    /** As it is sent. */
    Message encode();

    /** A command that a peer sent. */
    static Command read(Message message) throws MalformedCommandException {
        var header = ByteBuffer.wrap(message.array(0));
        if (header.remaining() < PREFIX) {
            throw new MalformedCommandException("a header has " + PREFIX + " octets at least");
        }
        byte command = header.get();
        int session = header.getInt();
        return switch (command) {
            case HELLO -> new Hello(session, Introduction.decode(header));
            case READY -> new Ready(session, Introduction.decode(header));
            case MESSAGES -> Messages.decode(session, header, message);
            case ACK -> Acknowledgement.decode(session, header);
            case HEARTBEAT -> new Heartbeat(session);
            case BYE -> Bye.decode(session, header);
            default -> throw new MalformedCommandException("there is no command " + command);
        };
    }
}
