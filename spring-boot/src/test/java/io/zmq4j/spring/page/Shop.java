package io.zmq4j.spring.page;

import io.zmq4j.spring.ZmqListener;
import io.zmq4j.spring.ZmqTemplate;
import org.springframework.stereotype.Component;

/** The application of the page. An interface, as the classes in it are as they are on the page. */
interface Shop {
    record Order(String item, int count) {}

    record Receipt(String item, int cents) {}

    @Component
    class OrderDesk {
        private final ZmqTemplate zmq;

        OrderDesk(ZmqTemplate zmq) {
            this.zmq = zmq;
        }

        @ZmqListener(socket = "orders", concurrency = "200", deadLetters = "dead")
        Receipt take(Order order) {
            zmq.send("sold", order.item(), order);
            return new Receipt(order.item(), 250 * order.count());
        }
    }
}
