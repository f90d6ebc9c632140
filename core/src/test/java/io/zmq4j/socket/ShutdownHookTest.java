package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the JVM holds of a context that is to be closed with it. */
class ShutdownHookTest {
    @Test
    void aContextThatWasClosedBeforeIsNotHeld() {
        var lost = closed();
        Sockets.awaitUntil("the context is collected", () -> {
            System.gc();
            return lost.get() == null;
        });
    }

    private static WeakReference<ContextCore> closed() {
        var context = new ContextCore(ContextSettings.standard());
        context.closeOnShutdown(Duration.ofSeconds(1));
        context.closeOnShutdown(Duration.ofSeconds(2));
        context.close(Duration.ofSeconds(1));
        assertThatThrownBy(() -> context.closeOnShutdown(Duration.ofSeconds(1)))
                .isInstanceOf(SocketClosedException.class);
        assertThat(context.isClosed()).isTrue();
        return new WeakReference<>(context);
    }
}
