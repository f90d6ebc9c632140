package io.zmq4j.test.page;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.message.Message;

/** An application's own class, which takes what it needs of a socket and no more. */
final class PriceAlarm {
    private final Receiver prices;
    private final Sender alarms;

    PriceAlarm(Receiver prices, Sender alarms) {
        this.prices = prices;
        this.alarms = alarms;
    }

    void watch(int limit) {
        for (Message price : prices.messages()) {
            if (Integer.parseInt(price.text(1)) > limit) {
                alarms.send(price.text(0), price.text(1));
            }
        }
    }
}
