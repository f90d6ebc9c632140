/** Keys of CURVE and its boxes, as JeroMQ has them. Imports {@code io.zmq4j.curve}; safe for any thread. */
package zmq.io.mechanism.curve;
