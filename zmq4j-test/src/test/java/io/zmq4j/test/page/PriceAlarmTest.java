package io.zmq4j.test.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PushSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.test.FakeReceiver;
import io.zmq4j.test.FakeSender;
import io.zmq4j.test.Peer;
import io.zmq4j.test.junit.ZmqTest;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.Test;

@ZmqTest
class PriceAlarmTest {
    @Test
    void tellsWhatIsTooDear() {
        var prices = new FakeReceiver().give("tea", "3").give("coffee", "30");
        var alarms = new FakeSender();
        prices.end();

        new PriceAlarm(prices, alarms).watch(10);

        assertThat(alarms.sent()).containsExactly(Message.of("coffee", "30"));
    }

    @Test
    void tellsItOverSockets(SubSocket prices, PushSocket alarms, Peer exchange, Peer pager) throws Exception {
        exchange.as(SocketType.PUB);
        pager.as(SocketType.PULL);
        prices.subscribe("");
        prices.connect(exchange.uri());
        alarms.connect(pager.uri());

        var watch = new Thread(() -> new PriceAlarm(prices, alarms).watch(10));
        watch.start();
        exchange.send("coffee", "30");
        pager.expect("coffee", "30");

        prices.close();
        watch.join();
    }
}
