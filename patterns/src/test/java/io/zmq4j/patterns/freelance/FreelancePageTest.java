package io.zmq4j.patterns.freelance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.PageJava;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/patterns/freelance.md. */
class FreelancePageTest {
    private final PageJava page = new PageJava("freelance.md");

    @Test
    @SuppressWarnings("try") // One of them is closed in the middle.
    void twoServers() throws Exception {
        try (var context = Context.create()) {
            var one = FreelanceServer.start(
                    context, "tcp://127.0.0.1:*", request -> Message.of("Hello, " + request.text()));
            try (var two = FreelanceServer.start(
                            context, "tcp://127.0.0.1:*", request -> Message.of("Hello, " + request.text()));
                    var client = FreelanceClient.start(context, List.of(one.endpoint(), two.endpoint()))) {
                page.println(client.request("World", Duration.ofSeconds(5)).text()); // prints Hello, World
                one.close();
                var later = client.requestAsync(Message.of("you"), Duration.ofSeconds(5));
                page.println(later.join().text()); // prints Hello, you
                page.println(client.statistics().answered()); // prints 2
            }
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(FreelancePageTest.class);
    }
}
