package io.zmq4j.patterns.majordomo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.PageJava;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The Java of docs/patterns/majordomo.md. */
class MajordomoPageTest {
    private final PageJava page = new PageJava("majordomo.md");

    @Test
    void requestsByName() {
        try (var context = Context.create()) {
            try (var broker = MajordomoBroker.start(context, "tcp://127.0.0.1:*");
                    var worker = MajordomoWorker.start(
                            context, broker.endpoint(), "greeting", request -> Message.of("Hello, " + request.text()));
                    var client = MajordomoClient.connect(context, broker.endpoint(), it -> it.tries(3))) {
                Message reply = client.request("greeting", Message.of("World"), Duration.ofSeconds(2));
                page.println(reply.text()); // prints Hello, World
                page.println(client.hasService("weather", Duration.ofSeconds(2))); // prints false
                page.println(worker.statistics().requests()); // prints 1
            }
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(MajordomoPageTest.class);
    }
}
