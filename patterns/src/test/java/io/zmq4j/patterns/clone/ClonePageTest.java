package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.patterns.PageJava;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** The Java of docs/patterns/clone.md. */
class ClonePageTest {
    private final PageJava page = new PageJava("clone.md");

    @Test
    void aMapAndItsSubtree() throws Exception {
        try (var context = Context.create()) {
            try (var server = CloneServer.start(context, CloneEndpoints.of("tcp://127.0.0.1:*"));
                    var one = CloneClient.start(context, List.of(server.endpoints()));
                    var prices =
                            CloneClient.start(context, List.of(server.endpoints()), it -> it.subtree("/prices/"))) {
                one.awaitReady(Duration.ofSeconds(5));
                prices.awaitReady(Duration.ofSeconds(5));
                var changes = new LinkedBlockingQueue<String>();
                prices.onChange("/prices/", change -> changes.add(change.key()));
                one.put("/prices/tea", "42").join();
                one.put("/names/tea", "Tee").join();
                page.println(one.get("/prices/tea").orElseThrow().text()); // prints 42
                page.println(changes.take()); // prints /prices/tea
                page.println(prices.map().keySet()); // prints [/prices/tea]
            }
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(ClonePageTest.class);
    }
}
