package io.zmq4j.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Modifier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutOfLineTest {
    @Test
    void runsWhatItIsGiven() {
        var runs = new AtomicInteger();
        OutOfLine.run(runs::incrementAndGet);
        OutOfLine.run(runs::incrementAndGet);
        assertEquals(2, runs.get());
    }

    @Test
    void whatIsThrownComesThroughAsItIs() {
        var exception = new IllegalArgumentException("mine");
        assertSame(
                exception,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> OutOfLine.run(() -> {
                            throw exception;
                        })));
        var error = new StackOverflowError();
        assertSame(
                error,
                assertThrows(
                        StackOverflowError.class,
                        () -> OutOfLine.run(() -> {
                            throw error;
                        })));
    }

    /** A constant would be inlined, and nothing but the throughput would tell. */
    @Test
    void theHandleIsNoConstant() throws NoSuchFieldException {
        assertFalse(Modifier.isFinal(OutOfLine.class.getDeclaredField("run").getModifiers()));
    }
}
