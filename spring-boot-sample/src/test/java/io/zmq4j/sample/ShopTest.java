package io.zmq4j.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.PythonPeer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sample application is started, asked and stopped. */
@Timeout(120)
class ShopTest {
    private static final String CUSTOMER = """
            import sys, zmq
            req = zmq.Context.instance().socket(zmq.REQ)
            req.connect(sys.argv[1])
            req.send_json({"item": "tea", "count": 2})
            print(req.recv_json()["cents"])
            req.send_json({"item": "tea", "count": 0})
            print(req.recv_multipart())
            req.send(b"no JSON")
            print(req.recv_multipart())
            """;

    @Test
    void itAnswersCustomersInPythonAndJavaAndARequestThatIsUnderWayWhenItEnds() throws Exception {
        try (Shop shop = new Shop("--shop.packing=500ms");
                Context context = Context.create();
                var dealer = context.dealer();
                var watcher = context.sub();
                var aside = context.pull()) {
            String orders = shop.endpoint("orders");
            watcher.subscribe("tea").connect(shop.endpoint("sold"));
            aside.connect(shop.endpoint("aside"));
            dealer.connect(orders);
            assertThat(aside.awaitPeer(Shop.PATIENCE)).isTrue();

            try (PythonPeer customer = new PythonPeer(CUSTOMER, orders)) {
                customer.expectLine("500", Shop.PATIENCE);
                customer.expectLine("[b'', b'error']", Shop.PATIENCE);
                customer.expectLine("[b'', b'error']", Shop.PATIENCE);
                customer.expectExit(Shop.PATIENCE);
            }
            assertThat(aside.receive(Shop.PATIENCE))
                    .hasValue(Message.of(
                            "java.lang.IllegalArgumentException", "orders", "{\"item\": \"tea\", \"count\": 0}"));
            assertThat(aside.receive(Shop.PATIENCE))
                    .hasValueSatisfying(dead -> assertThat(dead.text(2)).isEqualTo("no JSON"));

            CompletableFuture<Message> reply = dealer.request("{\"item\":\"tea\",\"count\":4}", Shop.PATIENCE);
            assertThat(watcher.receive(Shop.PATIENCE)).isPresent();
            while (!watcher.receive(Shop.PATIENCE).orElseThrow().text(1).contains("4")) {
                assertThat(reply).isNotDone();
            }
            shop.terminate();

            assertThat(reply.get(50, TimeUnit.SECONDS).text()).isEqualTo("{\"item\":\"tea\",\"cents\":1000}");
            assertThat(shop.awaitEnd()).isEqualTo(143);
        }
    }
}
