/**
 * One side of a connection, or of a handshake alone, in memory: for tests of mechanisms, which stand in modules of their own. Imports
 * the module {@code zmtp}. A class is used by the thread that made it.
 */
@NullMarked
package io.zmq4j.talk;

import org.jspecify.annotations.NullMarked;
