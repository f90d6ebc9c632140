package io.zmq4j.zap;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.wire.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What somebody is asked to decide (RFC 27, "Message Format").
 *
 * @param domain the domain of the socket that asks; empty for none
 * @param address the peer's numeric address without a port; empty where there is none, as over ipc
 * @param routingId of the socket that asks, as libzmq has it: what the peer is called is not known yet
 * @param mechanism the name of the security mechanism
 * @param credentials what the peer proves itself by, as the mechanism defines it; kept, not copied
 */
public record ZapRequest(String domain, String address, byte[] routingId, String mechanism, List<byte[]> credentials) {
    private static final int FIXED_FRAMES = 7;

    public ZapRequest {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(routingId, "routingId");
        Objects.requireNonNull(mechanism, "mechanism");
        credentials = List.copyOf(credentials);
    }

    /**
     * As a DEALER sends it.
     *
     * <pre>
     *  | (empty) | 1.0 | id | domain | address | routing id | mechanism | credentials ...
     * </pre>
     */
    public Message message(String id) {
        var frames = new ArrayList<byte[]>(FIXED_FRAMES + credentials.size());
        frames.add(new byte[0]);
        frames.add(Zap.ascii(Zap.VERSION));
        frames.add(Zap.ascii(id));
        frames.add(domain.getBytes(StandardCharsets.UTF_8));
        frames.add(Zap.ascii(address));
        frames.add(routingId);
        frames.add(Zap.ascii(mechanism));
        frames.addAll(credentials);
        return Message.wrap(frames.toArray(byte[][]::new));
    }

    /**
     * As a REP receives it: without the empty frame.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ZapRequest parse(Message request) {
        int fixed = FIXED_FRAMES - 1;
        if (request.frameCount() < fixed) {
            throw new IllegalArgumentException(
                    "%d frames, at least %d belong there".formatted(request.frameCount(), fixed));
        }
        if (!request.text(0).equals(Zap.VERSION)) {
            throw new IllegalArgumentException("version \"%s\"".formatted(Printable.text(request.array(0))));
        }
        var credentials = new ArrayList<byte[]>(request.frameCount() - fixed);
        for (int i = fixed; i < request.frameCount(); i++) {
            credentials.add(request.array(i));
        }
        return new ZapRequest(request.text(2), request.text(3), request.array(4), request.text(5), credentials);
    }

    /** Without the credentials, which are secrets. */
    @Override
    public String toString() {
        return "ZapRequest[%s of \"%s\", domain \"%s\"]".formatted(mechanism, address, domain);
    }
}
