/** The protocol's public values: socket types and the reasons a connection ends. Imports nothing of the project. */
@NullMarked
package io.zmq4j.zmtp;

import org.jspecify.annotations.NullMarked;
