/**
 * Our jar in conversation with others: a side on it, in classes of its own, and another on JeroMQ's jar, in classes of its own as well, or in
 * Python, in a process, on libzmq.
 */
package peers;
