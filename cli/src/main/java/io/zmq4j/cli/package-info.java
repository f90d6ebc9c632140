/**
 * The {@code zmq} command: verbs that open a socket from the shell, built on picocli. Imports the public API only.
 *
 * <p>{@link io.zmq4j.cli.Zmq} finds the verb and loads nothing else, for a verb has to start at once. What several verbs
 * share is a picocli mixin: {@link io.zmq4j.cli.Endpoints}, {@link io.zmq4j.cli.Patience}, {@link io.zmq4j.cli.Sending},
 * {@link io.zmq4j.cli.Receiving}, {@link io.zmq4j.cli.Verbosity}. Data goes to stdout, talk to stderr.
 *
 * <p>One thread works; a verb that goes both ways has a second one that sends. What a thread ends with, errors included,
 * ends the verb ({@link io.zmq4j.cli.Background}) or, in a thread of somebody else's, the command
 * ({@link io.zmq4j.cli.Crash}).
 *
 * <p>The script {@code zmq} starts it, and sees to what Java cannot: that no file takes a closed stream's place, that the JVM
 * keeps its own words away from stdout, and that its locale has all characters. Arguments are read as bytes
 * ({@link io.zmq4j.cli.ArgumentBytes}).
 */
@NullMarked
package io.zmq4j.cli;

import org.jspecify.annotations.NullMarked;
