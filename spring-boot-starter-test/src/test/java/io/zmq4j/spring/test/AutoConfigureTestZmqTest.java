package io.zmq4j.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.DealerSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.spring.ZmqListener;
import io.zmq4j.spring.ZmqTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

/** A test of an application whose properties name hosts and ports that are not here. */
@SpringBootTest(
        properties = {
            "zmq4j.sockets.orders.type=router",
            "zmq4j.sockets.orders.bind=tcp://*:5555",
            "zmq4j.sockets.ask.type=dealer",
            "zmq4j.sockets.ask.connect=tcp://shop.invalid:5555",
            "zmq4j.sockets.other.type=router",
            "zmq4j.sockets.other.bind=tcp://192.0.2.1:*",
            "zmq4j.sockets.here.type=pull",
            "zmq4j.sockets.here.bind=inproc://here"
        })
@AutoConfigureTestZmq
class AutoConfigureTestZmqTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {
        @ZmqListener("orders")
        String take(String order) {
            return order + "!";
        }
    }

    private final ZmqTemplate zmq;
    private final RouterSocket orders;
    private final RouterSocket other;
    private final DealerSocket ask;

    @Autowired
    AutoConfigureTestZmqTest(ZmqTemplate zmq, RouterSocket orders, RouterSocket other, DealerSocket ask) {
        this.zmq = zmq;
        this.orders = orders;
        this.other = other;
        this.ask = ask;
    }

    @Test
    void whatIsBoundAndConnectedToOnePortMeetsOnLoopback() {
        assertThat(zmq.request("ask", "tea", String.class)).isEqualTo("tea!");
        assertThat(ask.lastEndpoint()).isEqualTo(orders.lastEndpoint());
    }

    @Test
    void noPortOfThePropertiesIsTakenAndNoOtherAddress() {
        assertThat(orders.lastEndpoint()).startsWith("tcp://127.0.0.1:").doesNotEndWith(":5555");
        assertThat(other.lastEndpoint()).startsWith("tcp://127.0.0.1:");
    }
}
