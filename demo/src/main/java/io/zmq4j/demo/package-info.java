/**
 * Plays the scenarios with real processes, killed and restarted where a scenario says so, and judges by what it saw. Imports
 * the examples, which it starts as child processes; the library itself is at work in those only. One thread directs; each
 * child process has a thread that reads its lines.
 */
@NullMarked
package io.zmq4j.demo;

import org.jspecify.annotations.NullMarked;
