/**
 * An append-only log in a directory: records with checksums, in segments, and what is done with what cannot be read. Imports
 * {@code message}. One thread at a time, which nobody interrupts: an interrupt would close the file under it.
 */
@NullMarked
package io.zmq4j.patterns.titanic.log;

import org.jspecify.annotations.NullMarked;
