/**
 * What the tests of an application need: {@link io.zmq4j.test.Peer} in the place of the other side, {@link
 * io.zmq4j.test.FaultProxy} in the place of the network, {@link io.zmq4j.test.FakeSender} and {@link io.zmq4j.test.FakeReceiver} in
 * the place of a socket, and {@link io.zmq4j.test.TestBed} for what all of it happens in.
 *
 * <p>Every wait ends after 5 seconds at the latest, with an error that says what did come. Needs no framework of tests; imports what
 * {@code core} exports.
 */
@NullMarked
package io.zmq4j.test;

import org.jspecify.annotations.NullMarked;
