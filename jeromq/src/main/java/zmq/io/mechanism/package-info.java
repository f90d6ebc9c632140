/** The security mechanisms by name and number; they are carried out by {@code io.zmq4j.zmtp.mechanism}. */
package zmq.io.mechanism;
