package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion.Side;
import org.jspecify.annotations.Nullable;

/**
 * A broker tells a client that the parts of a reply that it got so far are void, as their worker was lost: another one begins anew. It is
 * no command of RFC 18, but a PARTIAL without a body, which a worker cannot send:
 *
 * <pre>
 *   0.2:      "MDPC02"  0x02 (PARTIAL)    service
 * </pre>
 *
 * It is sent to nobody but clients that say in their connection's metadata, by {@link #PROPERTY}, that they understand it.
 *
 * @param service of whom it was asked
 */
public record ClientRestart(String service) {
    /** The name of the connection's property. Its value does not matter. */
    public static final String PROPERTY = "X-Majordomo-Restart";

    /** The property with a value, as the option METADATA takes it. */
    public static final String METADATA = PROPERTY + ":1";

    public ClientRestart {
        ServiceName.check(service);
    }

    /** The frames, without a routing id. */
    public Message toMessage() {
        return Wire.command(
                MdpVersion.V0_2, Side.CLIENT, null, Wire.code(ClientReply.PARTIAL), ServiceName.bytes(service));
    }

    /** What these frames say, as a client receives them; null if they say something else. */
    public static @Nullable ClientRestart parse(Message message) {
        boolean isRestart = message.frameCount() == 3
                && MdpVersion.of(message, Side.CLIENT) == MdpVersion.V0_2
                && Wire.code(message, 1) == ClientReply.PARTIAL;
        String service = isRestart ? ServiceName.in(message, 2) : null;
        return service == null ? null : new ClientRestart(service);
    }
}
