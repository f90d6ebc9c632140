/**
 * The sweep of shortages: traffic over every transport in a JVM that runs out of memory, threads, descriptors or disk again
 * and again, and must be as before two seconds after the last time.
 *
 * <p>{@link io.zmq4j.interop.shortage.Sweep} runs rounds, each in a child JVM ({@code Round}), whose connections go through
 * proxies of the parent, which resets some.
 */
@NullMarked
package io.zmq4j.interop.shortage;

import org.jspecify.annotations.NullMarked;
