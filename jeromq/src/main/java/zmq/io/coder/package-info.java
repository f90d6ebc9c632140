/** Names of JeroMQ's coders, for the options that take one. Nothing of zmq4j calls them. */
package zmq.io.coder;
