/**
 * Delivery with acknowledgement: what a {@link io.zmq4j.patterns.delivery.DeliverySender} has accepted it keeps until a {@link
 * io.zmq4j.patterns.delivery.DeliveryReceiver} says that it need not be kept any more, and gives it to another one if the first dies.
 * At least once, with ids by which a receiver can tell what it has seen.
 *
 * <p>Imports {@code io.zmq4j} and what it exports, and {@code delivery.protocol}, which has everything that needs neither socket nor
 * thread. Each side has one lock, which guards its protocol state, and one thread, its {@code Pump}, which alone uses its sockets.
 * Nothing is called of the application, and no socket, while the lock is held.
 */
@NullMarked
package io.zmq4j.patterns.delivery;

import org.jspecify.annotations.NullMarked;
