/**
 * TCP: its endpoints, and how their names become addresses. Imports {@code transport}, {@code address}, {@code options} and
 * {@code error}. Safe for any thread; {@code AddressResolver} blocks and belongs on a thread that
 * may wait.
 */
@NullMarked
package io.zmq4j.transport.tcp;

import org.jspecify.annotations.NullMarked;
