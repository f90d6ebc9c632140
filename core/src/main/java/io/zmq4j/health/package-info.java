/**
 * What is wrong with a context, in sentences: a {@link io.zmq4j.health.Diagnosis} compares its snapshots, wherever they come from,
 * and a {@link io.zmq4j.health.HealthCheck} does so for a context of this program. No thread, no clock, no I/O: time is what the
 * snapshots say. Imports {@code io.zmq4j}, {@code snapshot}, {@code event}, {@code notice} and {@code zmtp}.
 */
@NullMarked
package io.zmq4j.health;

import org.jspecify.annotations.NullMarked;
