/**
 * What tests put at the other end of a connection: a scripted raw peer, a Python child process, a broker of Kafka or NATS in a
 * process. Written from the RFCs and imports nothing of the project, so that no mistake can agree with itself. Every
 * wait has a deadline; what goes wrong is an {@link java.lang.AssertionError} that says what was seen instead. An object
 * belongs to the test's thread unless it says otherwise.
 */
@NullMarked
package io.zmq4j.testkit;

import org.jspecify.annotations.NullMarked;
