package io.zmq4j.zmtp.engine;

/**
 * How far a connection is.
 *
 * <pre>
 *   GREETING ---------&gt; HANDSHAKE ---------&gt; TRAFFIC
 *      |    greeting        |      peer         |
 *      |    complete        |      known        |
 *      +--------------------+-------------------+----&gt; CLOSED
 *                 protocol error, timer
 * </pre>
 */
enum EngineState {
    /** The peer's greeting is not complete. */
    GREETING,
    /** The mechanism, or an old peer's identity, is not complete. */
    HANDSHAKE,
    /** Messages and commands go both ways. */
    TRAFFIC,
    /** A reason to close was thrown. */
    CLOSED
}
