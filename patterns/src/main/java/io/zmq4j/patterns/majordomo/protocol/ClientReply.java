package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a broker sends to a client:
 *
 * <pre>
 *   0.1:  ""  "MDPC01"                    service  body…
 *   0.2:      "MDPC02"  0x02 (PARTIAL)    service  body…
 *   0.2:      "MDPC02"  0x03 (FINAL)      service  body…
 * </pre>
 *
 * @param part always FINAL in 0.1
 * @param service of whom it was asked
 * @param body at least one frame
 */
public record ClientReply(MdpVersion version, ReplyPart part, String service, Message body) {
    static final int PARTIAL = 0x02;
    private static final int FINAL = 0x03;

    public ClientReply {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(part, "part");
        ServiceName.check(service);
        Objects.requireNonNull(body, "body");
        if (version == MdpVersion.V0_1 && part == ReplyPart.PARTIAL) {
            throw new IllegalArgumentException("part is PARTIAL: version 0.1 has whole replies only, FINAL");
        }
    }

    /** The frames, without a routing id. */
    public Message toMessage() {
        byte[] name = ServiceName.bytes(service);
        return switch (version) {
            case V0_1 -> Wire.command(version, Side.CLIENT, body, name);
            case V0_2 ->
                Wire.command(version, Side.CLIENT, body, Wire.code(part == ReplyPart.PARTIAL ? PARTIAL : FINAL), name);
        };
    }

    /** The reply that these frames are, as a client receives them; null if they are none. */
    public static @Nullable ClientReply parse(Message message) {
        MdpVersion version = MdpVersion.of(message, Side.CLIENT);
        if (version == null) {
            return null;
        }
        ReplyPart part = part(version, message);
        String service = message.frameCount() > 3 ? ServiceName.in(message, 2) : null;
        return part == null || service == null ? null : new ClientReply(version, part, service, message.from(3));
    }

    private static @Nullable ReplyPart part(MdpVersion version, Message message) {
        if (version == MdpVersion.V0_1) {
            return ReplyPart.FINAL;
        }
        return switch (Wire.code(message, 1)) {
            case PARTIAL -> ReplyPart.PARTIAL;
            case FINAL -> ReplyPart.FINAL;
            default -> null;
        };
    }
}
