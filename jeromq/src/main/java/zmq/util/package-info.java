/** Error numbers, Z85, numbers in network order and timers, as programs for JeroMQ use them. Without threads. */
package zmq.util;
