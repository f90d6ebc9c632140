package io.zmq4j.patterns.majordomo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.PageJava;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import java.time.Duration;
import java.util.ArrayList;
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
            repliesInParts(context);
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    private void repliesInParts(Context context) {
        try (var broker = MajordomoBroker.start(context, "tcp://127.0.0.1:*")) {
            try (var counter = MajordomoWorker.startStreaming(
                            context,
                            broker.endpoint(),
                            "count",
                            (request, parts) -> {
                                for (int i = 1; i < Integer.parseInt(request.text()); i++) {
                                    parts.accept(Message.of("" + i));
                                }
                                return request;
                            },
                            it -> {});
                    var client =
                            MajordomoClient.connect(context, broker.endpoint(), it -> it.version(MdpVersion.V0_2))) {
                var soFar = new ArrayList<String>();
                Message last = client.requestAsync("count", Message.of("3"), Duration.ofSeconds(2), new ReplyParts() {
                            @Override
                            public void part(Message body) {
                                soFar.add(body.text());
                            }

                            @Override
                            public void restart() {
                                soFar.clear();
                            }
                        })
                        .join();
                page.println(soFar + " " + last.text()); // prints [1, 2] 3
                page.println(counter.statistics().requests()); // prints 1
            }
        }
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(MajordomoPageTest.class);
    }
}
