package io.zmq4j.spring.page;

import io.zmq4j.message.Message;
import io.zmq4j.spring.ZmqListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A listener that hands on. */
class Gateway {
    final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final Consumer<String> gateway = taken::add;

    @ZmqListener("prices")
    void price(Message message) {
        gateway.accept(message.text(1));
    }
}
