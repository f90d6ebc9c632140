/** What is polled: a socket or a channel, and for which events. Imports {@code zmq}; the polling thread's. */
package zmq.poll;
