package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import zmq.ZError;

/** Threads with a pipe, and threads without. */
class ZThreadTest {
    private final ZContext context = new ZContext();
    private final BlockingQueue<Object> seen = new ArrayBlockingQueue<>(10);

    @AfterEach
    void close() {
        context.close();
    }

    private Object next() throws InterruptedException {
        return seen.poll(20, TimeUnit.SECONDS);
    }

    private static void awaitEnd(Object thread) throws InterruptedException {
        ((Thread) thread).join(20_000);
        assertThat(((Thread) thread).isAlive()).isFalse();
    }

    @Test
    void theThreadHasItsArgumentsAShadowAndAPipe() throws Exception {
        ZMQ.Socket pipe = ZThread.fork(
                context,
                (args, shadow, far) -> {
                    seen.add(List.of(args));
                    seen.add(shadow);
                    seen.add(Thread.currentThread().isDaemon());
                    far.send("re " + far.recvStr());
                },
                1,
                "b");
        pipe.setReceiveTimeOut(20_000);

        pipe.send("hi");

        assertThat(pipe.recvStr()).isEqualTo("re hi");
        assertThat(next()).isEqualTo(List.of(1, "b"));
        ZContext shadow = (ZContext) next();
        assertThat(shadow.isMain()).isFalse();
        assertThat(shadow.getContext()).isSameAs(context.getContext());
        assertThat(next()).isEqualTo(Thread.currentThread().isDaemon());
        assertThat(pipe.getSocketType()).isEqualTo(SocketType.PAIR);
        assertThat(context.getSockets()).containsExactly(pipe);
    }

    @Test
    void theContextsEndIsTheThreads() throws Exception {
        context.fork((args, shadow, pipe) -> {
            seen.add(Thread.currentThread());
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> seen.add(failure));
            pipe.recv();
        });
        Object thread = next();

        context.close();

        awaitEnd(thread);
        assertThat(seen).isEmpty();
    }

    @Test
    void aThreadThatMakesASocketAfterTheEndEndsSilently() throws Exception {
        context.fork((args, shadow, pipe) -> {
            seen.add(Thread.currentThread());
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> seen.add(failure));
            while (true) {
                shadow.createSocket(SocketType.PULL).close();
            }
        });
        Object thread = next();

        context.close();

        awaitEnd(thread);
        assertThat(seen).isEmpty();
    }

    @Test
    void anotherExceptionIsForTheThreadsHandlerAndThePipeIsClosed() throws Exception {
        ZMQ.Socket pipe = context.fork((args, shadow, far) -> {
            seen.add(shadow);
            seen.add(Thread.currentThread());
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> seen.add(failure));
            throw new ZMQException(ZError.EINTR);
        });
        ZContext shadow = (ZContext) next();
        Object thread = next();

        assertThat(next()).isInstanceOf(ZMQException.class);
        awaitEnd(thread);
        assertThat(shadow.isEmpty()).isTrue();
        assertThat(pipe.recv(ZMQ.DONTWAIT)).isNull();
    }

    @Test
    void aThreadForksAnother() throws Exception {
        context.fork((args, shadow, pipe) -> {
            ZMQ.Socket inner = shadow.fork((innerArgs, innerShadow, innerPipe) -> innerPipe.send("from within"));
            seen.add(inner.recvStr());
        });

        assertThat(next()).isEqualTo("from within");
    }

    @Test
    void aDetachedThreadIsADaemon() throws Exception {
        ZThread.start(
                args -> {
                    seen.add(List.of(args));
                    seen.add(Thread.currentThread().isDaemon());
                },
                "a",
                2);

        assertThat(next()).isEqualTo(List.of("a", 2));
        assertThat(next()).isEqualTo(true);
    }

    @Test
    void somethingIsToBeRun() {
        assertThatNullPointerException().isThrownBy(() -> ZThread.start(null)).withMessage("runnable");
        assertThatNullPointerException()
                .isThrownBy(() -> ZThread.fork(context, null))
                .withMessage("runnable");
        assertThat(context.isEmpty()).isTrue();
    }
}
