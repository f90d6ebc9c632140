package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a broker and a worker send to each other. In 0.1 an empty frame stands before all of these:
 *
 * <pre>
 *                           0.1           0.2
 *   READY        "MDPW0x"   0x01          0x01   service
 *   REQUEST      "MDPW0x"   0x02          0x02   address  ""  body…
 *   PARTIAL      "MDPW02"                 0x03   address  ""  body…
 *   FINAL        "MDPW0x"   0x03 (REPLY)  0x04   address  ""  body…
 *   HEARTBEAT    "MDPW0x"   0x04          0x05
 *   DISCONNECT   "MDPW0x"   0x05          0x06
 * </pre>
 *
 * The address is the client's, one frame (RFC 7, "Request and Reply Processing"); a worker sends it back as it came.
 */
public sealed interface WorkerCommand {
    MdpVersion version();

    /** The frames, without a routing id. */
    Message toMessage();

    /** A worker offers a service. */
    record Ready(MdpVersion version, String service) implements WorkerCommand {
        public Ready {
            Objects.requireNonNull(version, "version");
            ServiceName.check(service);
        }

        @Override
        public Message toMessage() {
            return Wire.command(version, Side.WORKER, null, Wire.code(WorkerCodes.READY), ServiceName.bytes(service));
        }
    }

    /** A broker has work. */
    record Request(MdpVersion version, Frame address, Message body) implements WorkerCommand {
        public Request {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(body, "body");
        }

        @Override
        public Message toMessage() {
            return WorkerCodes.addressed(version, WorkerCodes.REQUEST, address, body);
        }
    }

    /** A worker has done it, or, PARTIAL, a part of it. */
    record Reply(MdpVersion version, ReplyPart part, Frame address, Message body) implements WorkerCommand {
        public Reply {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(body, "body");
            if (version == MdpVersion.V0_1 && part == ReplyPart.PARTIAL) {
                throw new IllegalArgumentException("part is PARTIAL: version 0.1 has whole replies only, FINAL");
            }
        }

        @Override
        public Message toMessage() {
            return WorkerCodes.addressed(version, WorkerCodes.reply(version, part), address, body);
        }
    }

    /** The sender is alive. */
    record Heartbeat(MdpVersion version) implements WorkerCommand {
        public Heartbeat {
            Objects.requireNonNull(version, "version");
        }

        @Override
        public Message toMessage() {
            return Wire.command(version, Side.WORKER, null, Wire.code(WorkerCodes.heartbeat(version)));
        }
    }

    /** The sender wants nothing more to do with the other. */
    record Disconnect(MdpVersion version) implements WorkerCommand {
        public Disconnect {
            Objects.requireNonNull(version, "version");
        }

        @Override
        public Message toMessage() {
            return Wire.command(version, Side.WORKER, null, Wire.code(WorkerCodes.disconnect(version)));
        }
    }

    /** The command that these frames are, without a routing id; null if they are none. */
    static @Nullable WorkerCommand parse(Message message) {
        MdpVersion version = MdpVersion.of(message, Side.WORKER);
        return version == null ? null : WorkerCodes.parse(version, message);
    }
}
