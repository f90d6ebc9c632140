package io.zmq4j.gssapi;

import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.jspecify.annotations.Nullable;

/** Where a side's credential comes from: it was given one, or one is acquired for each handshake. */
final class Credentials {
    private final @Nullable Principal own;
    private final @Nullable GSSCredential given;

    Credentials(@Nullable Principal own, @Nullable GSSCredential given) {
        this.own = own;
        this.given = given;
    }

    /** {@code usage} is of {@link GSSCredential}. May read files and talk to a KDC. */
    GSSCredential acquire(GSSManager manager, int usage) throws GSSException {
        return given != null
                ? given
                : manager.createCredential(
                        own == null ? null : own.name(manager),
                        GSSCredential.DEFAULT_LIFETIME,
                        Kerberos.MECHANISM,
                        usage);
    }

    /** What was acquired is of no use when its context is complete, or given up. */
    void release(GSSCredential acquired) {
        if (given != null) {
            return;
        }
        try {
            acquired.dispose();
        } catch (GSSException e) {
            // It is given up, and that is all that was wanted.
        }
    }
}
