package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.PageJava;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The Java of docs/patterns/delivery.md. */
class DeliveryPageTest {
    private final PageJava page = new PageJava("delivery.md");
    private final List<String> done = new ArrayList<>();

    @Test
    void distributing() {
        try (var context = Context.create()) {
            try (var sender = DeliverySender.open(context);
                    var worker = DeliveryReceiver.open(context, it -> it.window(10, 1 << 20))) {
                worker.connect(sender.bind("tcp://127.0.0.1:*").uri());
                sender.send("paint the fence");
                CompletableFuture<Void> mown = sender.sendAsync("mow the lawn");
                for (int i = 0; i < 2; i++) {
                    Delivery job = worker.receive();
                    work(job.message());
                    job.acknowledge();
                }
                mown.join();
                page.println(sender.flush(Duration.ofSeconds(20))); // prints true
            }
        }
        assertThat(done).containsExactly("paint the fence", "mow the lawn");
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void collecting() {
        try (var context = Context.create()) {
            var seen = new DeduplicationWindow(65_536, 1_000);
            try (var collector = DeliveryReceiver.open(context);
                    var sender = DeliverySender.open(context)) {
                sender.connect(collector.bind("tcp://127.0.0.1:*").uri());
                sender.send("temperature 21");
                Delivery delivery = collector.receive(Duration.ofSeconds(20)).orElseThrow();
                if (!seen.contains(delivery)) {
                    store(delivery.message());
                    seen.add(delivery);
                }
                delivery.acknowledge();
            }
        }
        assertThat(done).containsExactly("temperature 21");
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(DeliveryPageTest.class);
    }

    private void work(Message job) {
        done.add(job.text());
    }

    private void store(Message message) {
        done.add(message.text());
    }
}
