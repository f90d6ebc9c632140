/**
 * Answers who comes late and asks for what an engine keeps. Imports {@code sockets}, {@code spi}, {@code io.zmq4j}, {@code event} and
 * {@code error}. A thread receives the requests; each replay has a thread of its own, which owns the history that it reads.
 */
@NullMarked
package io.zmq4j.bridge.replay;

import org.jspecify.annotations.NullMarked;
