package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.SECURITY;
import static io.zmq4j.options.SocketOptions.ZAP_DOMAIN;
import static io.zmq4j.options.SocketOptions.ZAP_ENFORCE_DOMAIN;

import io.zmq4j.zmtp.mechanism.Security;

/**
 * What connections are secured with, and in whose name it is asked who may come in. For later endpoints.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface SecurityOptions<S> extends Options<S> {
    /** What connections are secured with; default {@link Security#none}. {@link SocketOptions#SECURITY}. */
    default S security(Security value) {
        return Chain.set(this, SECURITY, value);
    }

    default Security security() {
        return get(SECURITY);
    }

    /**
     * In whose name it is asked whether a peer may come in, at most 255 bytes in UTF-8; default empty: none.
     * {@link SocketOptions#ZAP_DOMAIN ZMQ_ZAP_DOMAIN}.
     */
    default S zapDomain(String value) {
        return Chain.set(this, ZAP_DOMAIN, value);
    }

    default String zapDomain() {
        return get(ZAP_DOMAIN);
    }

    /**
     * Whether a socket with a domain lets nobody in while nobody decides; default true.
     * {@link SocketOptions#ZAP_ENFORCE_DOMAIN ZMQ_ZAP_ENFORCE_DOMAIN}.
     */
    default S zapEnforceDomain(boolean value) {
        return Chain.set(this, ZAP_ENFORCE_DOMAIN, value);
    }

    default boolean zapEnforceDomain() {
        return get(ZAP_ENFORCE_DOMAIN);
    }
}
