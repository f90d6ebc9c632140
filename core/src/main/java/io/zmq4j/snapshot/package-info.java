/**
 * What a context looks like at a moment, as plain values: for whoever watches a program, from inside or from another process, to
 * which it goes as JSON. Nothing here looks at a context; the context fills it in. Imports {@code event}, {@code message} and
 * {@code zmtp}.
 */
@NullMarked
package io.zmq4j.snapshot;

import org.jspecify.annotations.NullMarked;
