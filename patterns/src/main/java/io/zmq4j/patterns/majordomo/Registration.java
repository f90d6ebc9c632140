package io.zmq4j.patterns.majordomo;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand;
import org.jspecify.annotations.Nullable;

/** A worker as its broker knows it, from READY until it leaves. Owned by the broker's rules. */
final class Registration {
    final Frame routingId;
    final MdpVersion version;
    final Service service;

    /** When something came from it last. */
    long heardNanos;

    /** What it works on; null if it is idle. */
    @Nullable
    Waiting request;

    Registration(Frame routingId, MdpVersion version, Service service, long now) {
        this.routingId = routingId;
        this.version = version;
        this.service = service;
        this.heardNanos = now;
    }

    Message addressed(WorkerCommand command) {
        return command.toMessage().prepend(Message.of(routingId));
    }
}
