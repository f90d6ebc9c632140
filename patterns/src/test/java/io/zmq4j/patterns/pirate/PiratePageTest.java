package io.zmq4j.patterns.pirate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.PageJava;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The Java of docs/patterns/pirate.md. */
class PiratePageTest {
    private final PageJava page = new PageJava("pirate.md");

    @Test
    void requestsThatAreAskedAgain() throws Exception {
        try (var context = Context.create();
                var req = context.req();
                var dealer = context.dealer()) {
            try (var queue = PirateQueue.start(context, "tcp://127.0.0.1:*", "tcp://127.0.0.1:*");
                    var worker = PirateWorker.start(
                            context, queue.workerEndpoint(), request -> Message.of("Hello, " + request.text()))) {
                req.connect(queue.clientEndpoint());
                page.println(req.request("World", Duration.ofSeconds(2), 3).text()); // prints Hello, World

                dealer.connect(queue.clientEndpoint());
                var reply = LazyPirate.request(dealer, Message.of("you"), Duration.ofSeconds(2), 3);
                page.println(reply.join().text()); // prints Hello, you
                page.println(worker.statistics().failed()); // prints 0
            }
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(PiratePageTest.class);
    }
}
