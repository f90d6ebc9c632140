package io.zmq4j.examples.eight;

import io.zmq4j.Context;
import io.zmq4j.jackson.JsonCodec;

/**
 * Orders and bills are JSON on the wire and records in the program.
 * Arguments: server ENDPOINT, or client ENDPOINT.
 */
public final class JsonOrders {
    record Order(String item, int count) {}

    record Bill(String item, int cents) {}

    public static void main(String[] args) {
        try (var context = Context.create()) {
            if (args[0].equals("server")) {
                var rep = context.rep();
                rep.bind(args[1]);
                for (Order order : rep.receiving(JsonCodec.of(Order.class))) {
                    rep.send(new Bill(order.item(), order.count() * 250), JsonCodec.of(Bill.class));
                }
            } else {
                var req = context.req();
                req.connect(args[1]);
                req.send(new Order("tea", 3), JsonCodec.of(Order.class));
                System.out.println(req.receive(JsonCodec.of(Bill.class)).cents());
            }
        }
    }
}
