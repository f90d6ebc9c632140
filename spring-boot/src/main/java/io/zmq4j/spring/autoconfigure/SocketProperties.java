package io.zmq4j.spring.autoconfigure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the properties under {@code zmq4j.sockets.NAME} say.
 *
 * @param type Type of the socket: pair, req, rep, dealer, router, pub, sub, xpub, xsub, push or pull.
 * @param bind Endpoints to bind, such as tcp://*:5555.
 * @param connect Endpoints to connect to, such as tcp://server:5555.
 * @param subscribe Topics that a SUB or XSUB subscribes to; an empty one is everything.
 * @param options Options by libzmq's names, such as RCVHWM.
 * @param security Mechanism and its settings: mechanism, and for PLAIN role or username and password, for CURVE role, certificate,
 *     server-key, secret-key.
 * @param health What findings about the socket come to in the health of the application.
 */
public record SocketProperties(
        @Nullable String type,
        @DefaultValue List<String> bind,
        @DefaultValue List<String> connect,
        @Nullable List<String> subscribe,
        @DefaultValue Map<String, String> options,
        @DefaultValue Map<String, String> security,
        @DefaultValue("reported") HealthRole health) {

    /** What findings about a socket come to in the health of the application. */
    public enum HealthRole {
        /** An error about this socket makes the application DOWN. */
        REQUIRED,
        /** Findings are details; the application stays UP. */
        REPORTED,
        /** The socket is not in the health of the application. */
        IGNORED
    }
}
