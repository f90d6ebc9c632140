package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.zmq4j.event.DropReason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The account of what all sockets of a context dropped. */
class ContextDropsTest {
    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    @Test
    void thoseOfSocketsThatAreOpenAndOfThoseThatAreClosedAreCountedOnce() {
        assertThat(context.drops()).isEmpty();

        try (var router = context.router()) {
            router.send("nobody", "first");
            assertThat(context.drops()).containsExactly(entry(DropReason.UNROUTABLE, 1L));
        }
        assertThat(context.drops()).containsExactly(entry(DropReason.UNROUTABLE, 1L));

        context.router().send("nobody", "second");
        assertThat(context.drops()).containsExactly(entry(DropReason.UNROUTABLE, 2L));
    }

    @Test
    void whatIsDroppedByTheClosingIsThereAfterIt() {
        var push = context.push();
        push.connect("tcp://127.0.0.1:1");
        push.send("waits");

        context.close(Duration.ZERO);
        assertThat(context.drops()).containsExactly(entry(DropReason.LINGER_EXPIRED, 1L));
    }
}
