/**
 * An application with every pattern under load, in which one fault after the other happens, and what each of the tools that look into a
 * program shows of it. Tests only.
 */
@NullMarked
package io.zmq4j.observed;

import org.jspecify.annotations.NullMarked;
