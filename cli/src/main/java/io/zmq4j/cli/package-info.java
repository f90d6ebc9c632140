/**
 * The {@code zmq} command: verbs that open a socket from the shell, built on picocli. Imports the public API only.
 *
 * <p>{@link io.zmq4j.cli.Zmq} finds the verb and loads nothing else, for a verb has to start at once. What several verbs
 * share is a picocli mixin: {@link io.zmq4j.cli.Endpoints}, {@link io.zmq4j.cli.Patience}, {@link io.zmq4j.cli.Sending},
 * {@link io.zmq4j.cli.Receiving}, {@link io.zmq4j.cli.Verbosity}. Data goes to stdout, talk to stderr.
 *
 * <p>One thread works; a verb that goes both ways has a second one that sends.
 */
@NullMarked
package io.zmq4j.cli;

import org.jspecify.annotations.NullMarked;
