package io.zmq4j.test.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.RadioSocket;
import io.zmq4j.test.Peer;
import io.zmq4j.test.junit.ZmqTest;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ZmqTest
class WeatherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void isHeardByWhoJoined(RadioSocket radio, Peer dish) {
        dish.as(SocketType.DISH).join("weather");
        radio.connect(dish.uri());

        assertThat(radio.awaitPeer(PATIENCE)).isTrue();
        radio.send("weather", "sunny");
        dish.expect("weather", "sunny");
    }
}
