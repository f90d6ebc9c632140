package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to a broker:
 *
 * <pre>
 *   0.1:  ""  "MDPC01"        service  body…
 *   0.2:      "MDPC02"  0x01  service  body…
 * </pre>
 *
 * @param service its name, see {@link ServiceName}
 * @param body at least one frame
 */
public record ClientRequest(MdpVersion version, String service, Message body) {
    private static final int REQUEST = 0x01;

    public ClientRequest {
        Objects.requireNonNull(version, "version");
        ServiceName.check(service);
        Objects.requireNonNull(body, "body");
    }

    /** The frames, without a routing id. */
    public Message toMessage() {
        byte[] name = ServiceName.bytes(service);
        return switch (version) {
            case V0_1 -> Wire.command(version, Side.CLIENT, body, name);
            case V0_2 -> Wire.command(version, Side.CLIENT, body, Wire.code(REQUEST), name);
        };
    }

    /** The request that these frames are, without a routing id; null if they are none. */
    public static @Nullable ClientRequest parse(Message message) {
        MdpVersion version = MdpVersion.of(message, Side.CLIENT);
        if (version == null || (version == MdpVersion.V0_2 && Wire.code(message, 1) != REQUEST)) {
            return null;
        }
        // In both versions the name is the third frame.
        String service = message.frameCount() > 3 ? ServiceName.in(message, 2) : null;
        return service == null ? null : new ClientRequest(version, service, message.from(3));
    }
}
