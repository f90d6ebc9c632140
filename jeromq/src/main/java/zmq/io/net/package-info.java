/** Addresses, and the choice of a selector provider, for the option that takes one: zmq4j makes its channels itself. */
package zmq.io.net;
