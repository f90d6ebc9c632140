package io.zmq4j.bridge.sockets;

import io.zmq4j.bridge.spi.Origin;
import io.zmq4j.patterns.delivery.Delivery;

/** A message that its sender keeps until it is acknowledged. The same message has the same id however often it comes. */
record DeliveryOrigin(Delivery delivery) implements Origin {
    @Override
    public String id() {
        return delivery.senderId() + "-" + delivery.sequence();
    }
}
