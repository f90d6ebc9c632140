/**
 * The differential run: random scenarios, each made of one seed, which libzmq and zmq4j play step by step, and in which both
 * must give the same answers.
 *
 * <p>{@code Generator} makes a {@link io.zmq4j.interop.differential.Scenario} without knowing what will happen, and leaves out by
 * construction what no answer depends on but the moment. A {@code Player} makes the calls and is at rest after each of them.
 * {@code Duel} compares. What differs on purpose is in {@code Intended}.
 *
 * <p>Everything belongs to the thread that plays.
 */
@NullMarked
package io.zmq4j.interop.differential;

import org.jspecify.annotations.NullMarked;
