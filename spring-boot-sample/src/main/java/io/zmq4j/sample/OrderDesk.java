package io.zmq4j.sample;

import io.zmq4j.spring.ZmqListener;
import io.zmq4j.spring.ZmqTemplate;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes orders from a ROUTER, many at a time, and publishes what was sold. */
@Component
class OrderDesk {
    private static final int PRICE_CENTS = 250;

    private final ZmqTemplate zmq;
    private final Duration packing;

    OrderDesk(ZmqTemplate zmq, @Value("${shop.packing:0}") Duration packing) {
        this.zmq = zmq;
        this.packing = packing;
    }

    @ZmqListener(socket = "orders", deadLetters = "aside")
    Receipt take(Order order) throws InterruptedException {
        if (order.count() < 1) {
            throw new IllegalArgumentException("an order of " + order.count());
        }
        zmq.send("sold", order.item(), order);
        Thread.sleep(packing.toMillis());
        return new Receipt(order.item(), PRICE_CENTS * order.count());
    }
}
