package io.zmq4j.gssapi;

import java.util.Objects;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

/** A name that somebody is known by to a KDC, not looked up yet. */
record Principal(String text, GssapiNameType type) {
    Principal {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(type, "type");
    }

    GSSName name(GSSManager manager) throws GSSException {
        return manager.createName(text, type.oid());
    }

    @Override
    public String toString() {
        return type == GssapiNameType.HOST_BASED ? text : text + " (" + type.setting() + ")";
    }
}
