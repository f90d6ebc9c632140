package io.zmq4j.test.page;

import io.zmq4j.Context;
import io.zmq4j.ReqSocket;
import io.zmq4j.message.Message;
import java.time.Duration;

/** An application's own class, which asks a server, and asks again. */
final class OrderService implements AutoCloseable {
    private final ReqSocket orders;
    private final Duration patience;

    OrderService(Context context, String server, Duration patience) {
        this.patience = patience;
        orders = context.req();
        orders.connect(server);
    }

    String buy() {
        return orders.request(Message.of("buy"), patience, 3).text();
    }

    @Override
    public void close() {
        orders.close();
    }
}
