package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion.Side;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Disconnect;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Heartbeat;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Ready;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Reply;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Request;
import org.jspecify.annotations.Nullable;

/** The numbers of MDP/Worker's commands: 0.2 put PARTIAL among them, and those behind it moved by one. */
final class WorkerCodes {
    static final int READY = 0x01;
    static final int REQUEST = 0x02;

    /** REPLY in 0.1. */
    private static final int FIRST_REPLY = 0x03;

    private WorkerCodes() {}

    private static int shift(MdpVersion version) {
        return version == MdpVersion.V0_1 ? 0 : 1;
    }

    static int reply(MdpVersion version, ReplyPart part) {
        return FIRST_REPLY + (part == ReplyPart.PARTIAL ? 0 : shift(version));
    }

    static int heartbeat(MdpVersion version) {
        return 0x04 + shift(version);
    }

    static int disconnect(MdpVersion version) {
        return 0x05 + shift(version);
    }

    static Message addressed(MdpVersion version, int code, Frame address, Message body) {
        byte[] client = Message.of(address).array(0);
        return Wire.command(version, Side.WORKER, body, Wire.code(code), client, Wire.EMPTY);
    }

    static @Nullable WorkerCommand parse(MdpVersion version, Message message) {
        int at = version.headerFrame + 1;
        int code = Wire.code(message, at);
        int fields = message.frameCount() - at - 1;
        if (code == READY) {
            String service = fields == 1 ? ServiceName.in(message, at + 1) : null;
            return service == null ? null : new Ready(version, service);
        }
        if (code == heartbeat(version)) {
            return fields == 0 ? new Heartbeat(version) : null;
        }
        if (code == disconnect(version)) {
            return fields == 0 ? new Disconnect(version) : null;
        }
        if (fields < 3 || message.size(at + 1) == 0 || message.size(at + 2) != 0) {
            return null;
        }
        Frame address = message.frame(at + 1);
        Message body = message.from(at + 3);
        if (code == REQUEST) {
            return new Request(version, address, body);
        }
        if (code == reply(version, ReplyPart.FINAL)) {
            return new Reply(version, ReplyPart.FINAL, address, body);
        }
        return code == FIRST_REPLY ? new Reply(version, ReplyPart.PARTIAL, address, body) : null;
    }
}
