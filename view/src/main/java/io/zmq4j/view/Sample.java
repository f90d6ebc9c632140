package io.zmq4j.view;

import java.time.Instant;

/**
 * A point of a history.
 *
 * @param at when the snapshot was taken, by the observed process's wall clock
 * @param rates what passed in a second since the snapshot before
 * @param queuedIn messages that were received and waited for the application
 * @param queuedOut messages that waited to be sent
 * @param drops messages that had been dropped up to then
 */
public record Sample(Instant at, Rates rates, long queuedIn, long queuedOut, long drops) {}
