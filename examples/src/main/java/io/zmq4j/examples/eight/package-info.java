/** Eight programs for the first hour, each one file with all its roles: the first argument says which. */
@NullMarked
package io.zmq4j.examples.eight;

import org.jspecify.annotations.NullMarked;
