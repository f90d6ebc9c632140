package io.zmq4j.patterns.lastvalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.patterns.PageJava;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The Java of docs/patterns/last-value-cache.md. */
class LastValuePageTest {
    private final PageJava page = new PageJava("last-value-cache.md");

    @Test
    void whatWasPublishedBefore() throws Exception {
        try (var context = Context.create();
                var pub = context.pub();
                var sub = context.sub()) {
            try (var cache = LastValueCache.start(context)) {
                pub.connect(cache.bindFrontend("tcp://127.0.0.1:*"));
                pub.awaitPeer(Duration.ofSeconds(5));
                pub.send("usd", "1.09");
                pub.send("gbp", "0.85");
                sub.subscribe("usd");
                sub.connect(cache.bindBackend("tcp://127.0.0.1:*"));
                page.println(sub.receive().text(1)); // prints 1.09
            }
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(LastValuePageTest.class);
    }
}
