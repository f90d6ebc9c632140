/**
 * The socket types: small objects that decide where a message goes and where the next one comes from. They see pipes
 * and nothing else. Called with the socket's lock held, from any thread; never block. Imports {@code pipe},
 * {@code options}, {@code event}, {@code error}, {@code message} and the close reasons of {@code zmtp}.
 */
@NullMarked
package io.zmq4j.pattern;

import org.jspecify.annotations.NullMarked;
