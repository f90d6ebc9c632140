package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A context, the sockets that a test has made in it, and threads; all are ended with it. */
final class Stage implements AutoCloseable {
    static final int IN_TIME_MILLIS = 20_000;

    final ZMQ.Context context = ZMQ.context(1);
    private final List<ZMQ.Socket> sockets = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** A socket whose calls fail after 20 seconds. */
    ZMQ.Socket open(SocketType type) {
        return add(context.socket(type));
    }

    <S extends ZMQ.Socket> S add(S socket) {
        socket.setReceiveTimeOut(IN_TIME_MILLIS);
        socket.setSendTimeOut(IN_TIME_MILLIS);
        socket.setLinger(0);
        sockets.add(socket);
        return socket;
    }

    ZMQ.Socket bound(SocketType type, String endpoint) {
        ZMQ.Socket socket = open(type);
        socket.bind(endpoint);
        return socket;
    }

    ZMQ.Socket connected(SocketType type, String endpoint) {
        ZMQ.Socket socket = open(type);
        socket.connect(endpoint);
        return socket;
    }

    /** Two sockets that are connected to each other. */
    ZMQ.Socket[] pair() {
        String endpoint = "inproc://pair" + sockets.size();
        return new ZMQ.Socket[] {bound(SocketType.PAIR, endpoint), connected(SocketType.PAIR, endpoint)};
    }

    <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    static <T> T await(Future<T> task) throws Exception {
        return task.get(IN_TIME_MILLIS, TimeUnit.MILLISECONDS);
    }

    static void await(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(IN_TIME_MILLIS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as(what).isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sockets.forEach(ZMQ.Socket::close);
        context.term();
    }
}
