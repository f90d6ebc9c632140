package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.Metadata;

/**
 * What the connections of an endpoint are secured with: a mechanism, this side's role in it, and what it proves itself by.
 * Immutable, and shared by any number of connections and threads. Its text has no secrets in it.
 */
public interface Security {
    /** The name in the greeting: 1 to 20 characters of ASCII. */
    String mechanism();

    /**
     * Whether this side is the mechanism's server, which the greeting tells the peer. The peer's word is not asked for: common
     * implementations send 0 whatever they are.
     */
    boolean isServer();

    /**
     * One side's mechanism for one connection.
     *
     * @param own what is to be told to the peer
     * @param authenticates whether somebody decides about the peer (RFC 27), and is to be {@linkplain Ask.Authenticate asked}; a
     *     mechanism that lets in nobody without asking need not look, nor one in which this side decides about nobody
     */
    Mechanism create(Metadata own, boolean authenticates);

    /** No security: the default. */
    static Security none() {
        return NullSecurity.NULL;
    }
}
