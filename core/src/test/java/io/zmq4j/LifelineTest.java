package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.EndpointException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LifelineTest {
    private static final long IN_TIME_NANOS = Duration.ofSeconds(30).toNanos();

    @Test
    @DisplayName("L9: a context that was dropped without close is closed, and its address free again")
    void whatNobodyCanCloseAnyMoreIsClosed() {
        awaitThatAnotherIsLost();
    }

    @Test
    void aContextIsNotLostAsLongAsOneOfItsSocketsIsHeld() {
        var pull = heldBySocketOnly();
        System.gc();
        System.gc();
        assertThat(pull.tryReceive()).isEmpty();
        assertThat(pull.isClosed()).isFalse();
        pull.close();
    }

    @Test
    void aContextIsNotLostAsLongAsOneOfItsFuturesIsPending() {
        var received = Context.create().pull().receiveAsync();
        awaitThatAnotherIsLost();
        assertThat(received).isNotDone();
        assertThat(received.cancel(false)).isTrue();
    }

    @Test
    void aContextIsNotLostAsLongAsOneOfItsPollersIsHeld() {
        var poller = pollerWithAMessage();
        awaitThatAnotherIsLost();
        assertThat(poller.poll(Duration.ZERO)).isTrue();
        poller.close();
    }

    private static Poller pollerWithAMessage() {
        var context = Context.create();
        var pull = context.pull();
        var push = context.push();
        push.connect(pull.bind("inproc://polled"));
        push.send("x");
        var poller = context.poller();
        poller.onReadable(pull);
        return poller;
    }

    /** One that became unreachable later: what was lost before it is closed as well. */
    private static void awaitThatAnotherIsLost() {
        String endpoint = dropped();
        try (var context = Context.create();
                var pull = context.pull()) {
            awaitFree(pull, endpoint);
        }
    }

    private static void awaitFree(PullSocket pull, String endpoint) {
        long deadline = System.nanoTime() + IN_TIME_NANOS;
        while (!canBind(pull, endpoint)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            System.gc();
        }
    }

    private static String dropped() {
        return Context.create().pull().bind("tcp://127.0.0.1:*").uri();
    }

    private static PullSocket heldBySocketOnly() {
        return Context.create().pull();
    }

    private static boolean canBind(PullSocket pull, String endpoint) {
        try {
            pull.bind(endpoint);
            return true;
        } catch (EndpointException e) {
            return false;
        }
    }
}
