package io.zmq4j.patterns.binarystar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.patterns.PageJava;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The Java of docs/patterns/binary-star.md. */
class BinaryStarPageTest {
    private final PageJava page = new PageJava("binary-star.md");

    @Test
    void whichOfTheTwo() throws Exception {
        try (var context = Context.create()) {
            try (var primary = BinaryStar.start(
                            context, Role.PRIMARY, "ipc:///tmp/zmq4j-docs-a", "ipc:///tmp/zmq4j-docs-b");
                    var backup = BinaryStar.start(
                            context, Role.BACKUP, "ipc:///tmp/zmq4j-docs-b", "ipc:///tmp/zmq4j-docs-a")) {
                page.println(primary.awaitState(StarState.ACTIVE, Duration.ofSeconds(20))); // prints true
                page.println(primary.mayServe()); // prints true
                page.println(backup.mayServe()); // prints false
            }
        }
        assertThat(page.printed()).containsExactlyElementsOf(page.promised());
    }

    @Test
    void allOfItStandsHere() {
        page.requireIn(BinaryStarPageTest.class);
    }
}
