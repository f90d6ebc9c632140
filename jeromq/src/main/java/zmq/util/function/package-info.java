/** Functional interfaces under the names that signatures of {@code org.zeromq} show. */
package zmq.util.function;
