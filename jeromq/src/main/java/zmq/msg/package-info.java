/** How memory of received messages was allocated, for the option that takes an allocator: zmq4j allocates itself. */
package zmq.msg;
