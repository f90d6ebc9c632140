/**
 * Two ways to try what is shared between threads: a scheduler of one's own, which plays seeded schedules over the real
 * classes one step at a time ({@link io.zmq4j.stress.Explorer}), or whole conversations in virtual time
 * ({@link io.zmq4j.stress.Conversation}), and jcstress, which lets the real memory of the machine
 * loose on small pieces ({@link io.zmq4j.stress.Litmus}). What is tried lies in the packages of what it tries.
 */
package io.zmq4j.stress;
