package io.zmq4j.connection;

import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Metadata;
import java.util.function.Function;

/** Security of another maker. */
public record OtherSecurity(Function<Metadata, Mechanism> maker) implements Security {
    @Override
    public String mechanism() {
        return maker.apply(new Metadata()).name();
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public Mechanism create(Metadata own, boolean authenticates) {
        return maker.apply(own);
    }
}
