/** Bytes as text, digests, and metadata of a peer. Imports {@code org.zeromq} and {@code zmq}; without threads. */
package org.zeromq.util;
