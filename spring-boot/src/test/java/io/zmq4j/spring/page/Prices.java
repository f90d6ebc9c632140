package io.zmq4j.spring.page;

import io.zmq4j.spring.ZmqListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A listener of frames. */
class Prices {
    record Price(int cents) {}

    final Map<String, Price> board = new ConcurrentHashMap<>();

    @ZmqListener("prices")
    void price(String symbol, Price price) {
        board.put(symbol, price);
    }
}
