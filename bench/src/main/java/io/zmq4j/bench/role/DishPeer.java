package io.zmq4j.bench.role;

import io.zmq4j.DishSocket;

/** A DISH in the group of a {@link RadioPeer}. */
final class DishPeer extends SocketPeer {
    private final DishSocket dish;

    DishPeer(DishSocket dish) {
        super(dish);
        this.dish = dish;
    }

    /** Waits until the RADIO knows that it has joined. */
    @Override
    public void connect(String endpoint) {
        dish.join(RadioPeer.GROUP).join(RadioPeer.JOINED);
        super.connect(endpoint);
        dish.receive();
        // What else comes to that group is dropped.
        dish.leave(RadioPeer.JOINED);
    }
}
