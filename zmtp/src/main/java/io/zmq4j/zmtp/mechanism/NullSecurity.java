package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.Metadata;

/** NULL has no roles and nothing to set. */
enum NullSecurity implements Security {
    NULL;

    @Override
    public String mechanism() {
        return NullMechanism.NAME;
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public Mechanism create(Metadata own, boolean authenticates) {
        return new NullMechanism(own, authenticates);
    }
}
