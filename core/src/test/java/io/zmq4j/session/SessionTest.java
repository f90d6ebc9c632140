package io.zmq4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.outbox.FlushPace;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Pipes;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session before its first connection, which no loop makes here. The caretaker is a real one. */
class SessionTest {
    private static final long IN_TIME_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final FlushPace pace = new FlushPace(() -> 0);
    private final Loop loop = new Loop(new Daemons("session-under-test"));
    private final Session session = new Session(
            nothingBut(SessionHost.class, this::host),
            nothingBut(Session.Keeper.class, (method, arguments) -> null),
            "tcp://127.0.0.1:1",
            new OptionValues(SocketType.PUSH),
            ZmtpEngine::with,
            null);
    private @Nullable PipeEnd pipe;

    @AfterEach
    void close() {
        loop.close();
    }

    @FunctionalInterface
    private interface Answers {
        @Nullable
        Object answer(String method, Object[] arguments);
    }

    private static <T> T nothingBut(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.answer(method.getName(), arguments);
                    if (answer == null) {
                        throw new AssertionError(method);
                    }
                    return answer;
                }));
    }

    private @Nullable Object host(String method, Object[] arguments) {
        return switch (method) {
            case "type" -> SocketType.PUSH;
            case "answers" -> false;
            case "pace" -> pace;
            case "loop" -> loop;
            case "tryLocked" -> ((BooleanSupplier) arguments[0]).getAsBoolean();
            case "newPipe" -> newPipe((Far) arguments[0]);
            default -> null;
        };
    }

    private PipeEnd newPipe(Far far) {
        var drops = new DropCounters();
        var made =
                new PipeEnd(new Pipes.Nobody(), new PipeQueue(0, false, drops), new PipeQueue(0, false, drops), null);
        made.far(far);
        pipe = made;
        return made;
    }

    private PipeEnd openPipe() {
        session.openPipe();
        return Objects.requireNonNull(pipe);
    }

    /** Without this, whoever is told of a pause between two messages would not hear of those in a run. */
    @Test
    void thePaceHearsOfMessagesInARun() {
        assertThat(pace.isDue()).isFalse();
        session.onGrown(1);
        assertThat(pace.isDue()).isTrue();
    }

    /** Nobody would come for what it got after that. */
    @Test
    void aRunDoesNotGrowAnyMoreWhenTheCaretakerHasLeft() {
        PipeEnd written = openPipe();
        for (int i = 0; i < 6; i++) {
            assertThat(written.tryWrite(Message.of("x"))).isTrue();
        }
        assertThat(written.outbound().size())
                .as("a message, and a run that counts as one until it ends")
                .isEqualTo(2);

        written.keep();

        long deadline = System.nanoTime() + IN_TIME_NANOS;
        while (written.outbound().size() != 6) {
            assertThat(System.nanoTime()).as("the run ends in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
