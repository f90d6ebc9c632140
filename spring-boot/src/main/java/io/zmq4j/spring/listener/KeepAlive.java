package io.zmq4j.spring.listener;

import java.util.concurrent.CountDownLatch;

/** Keeps the JVM from ending while listeners run: all threads of a context are daemons. */
final class KeepAlive {
    private final CountDownLatch end = new CountDownLatch(1);

    /** From now on. */
    void begin() {
        new Thread(this::await, "zmq4j-keep-alive").start();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            // Somebody wants every thread to end.
        }
    }

    /** No longer. */
    void end() {
        end.countDown();
    }
}
