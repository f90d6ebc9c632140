/**
 * Peers that move: zmq4j connects to names, lists, files and gossip, and follows them.
 */
@NullMarked
package io.zmq4j.discovery;

import org.jspecify.annotations.NullMarked;
