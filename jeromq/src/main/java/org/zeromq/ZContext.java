package org.zeromq;

import java.io.Closeable;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import zmq.ZError;
import zmq.util.function.BiFunction;

/**
 * A context that closes what it has made: its sockets, which it gives a linger time and high-water marks, and its selectors. Safe for
 * any thread; so is closing it, which ends every call that waits in one of its sockets with ETERM.
 *
 * <p>A {@linkplain #shadow() shadow} is a view of the same context with sockets of its own, for a thread or a component: closing it
 * closes these and nothing else. Closing the context closes those of all its shadows.
 */
@SuppressWarnings({"InlineMeSuggester", "AmbiguousMethodReference"}) // JeroMQ's names, and no annotation library
public class ZContext implements Closeable {
    private final ZMQ.Context context;

    /** The context that this is a shadow of; this one if it is none. */
    private final ZContext main;

    private final int ioThreads;
    private final Set<ZMQ.Socket> sockets = new LinkedHashSet<>();
    private final Set<Selector> selectors = ConcurrentHashMap.newKeySet();

    /** Of the main one: those that may have sockets. */
    private final Set<ZContext> shadows = ConcurrentHashMap.newKeySet();

    /** Of the main one: how many threads were forked. */
    private final AtomicLong forks = new AtomicLong();

    /** Of the main one: from now on, what is made is closed at once. */
    private volatile boolean ends;

    private volatile int linger;
    private volatile int sendHwm = zmq.ZMQ.DEFAULT_SEND_HWM;
    private volatile int receiveHwm = zmq.ZMQ.DEFAULT_RECV_HWM;

    /** A context with one I/O thread. */
    public ZContext() {
        this(1);
    }

    /**
     * A context.
     *
     * @throws IllegalArgumentException if the number of I/O threads is below 0
     */
    public ZContext(int ioThreads) {
        this.ioThreads = ioThreads;
        context = ZMQ.context(ioThreads);
        main = this;
    }

    private ZContext(ZContext main, ZContext model) {
        this.main = main;
        ioThreads = main.ioThreads;
        context = main.context;
        linger = model.linger;
        sendHwm = model.sendHwm;
        receiveHwm = model.receiveHwm;
    }

    // ---- the end

    /**
     * Closes the sockets and the selectors, and those of all shadows, and then ends the context, which waits for what lingers. A
     * shadow's sockets and selectors alone are closed if this is one. Does not hang: see {@link zmq.Ctx#terminate()}. An interrupt
     * shortens the waiting, and the thread's flag stays set. Nothing happens a second time.
     */
    @Override
    public void close() {
        if (!isMain()) {
            closeOwn();
            main.shadows.remove(this);
            return;
        }
        ends = true;
        closeOwn();
        shadows.forEach(ZContext::closeOwn);
        shadows.clear();
        context.term();
    }

    /** Does what {@link #close()} does. */
    public void destroy() {
        close();
    }

    private void closeOwn() {
        getSockets().forEach(ZMQ.Socket::close);
        for (Selector selector : selectors) {
            closeOwn(selector);
        }
    }

    /** Closes one of {@link #selector}; nothing if it is closed. */
    final void closeOwn(Selector selector) {
        if (selectors.remove(selector)) {
            context.close(selector);
        }
    }

    /** If the context was closed; a shadow says what its context would. */
    public boolean isClosed() {
        return context.isClosed();
    }

    /** If {@link #close()} was called, which may still be waiting. */
    final boolean isEnding() {
        return main.ends || isClosed();
    }

    // ---- sockets

    /**
     * A socket, with this context's linger time and high-water marks.
     *
     * @throws ZError.CtxTerminatedException if the context was closed
     */
    public ZMQ.Socket createSocket(SocketType type) {
        ZMQ.Socket socket = new ZMQ.Socket(this, type);
        socket.setLinger(linger);
        socket.setSndHWM(sendHwm);
        socket.setRcvHWM(receiveHwm);
        if (!isMain()) {
            main.shadows.add(this);
        }
        synchronized (sockets) {
            sockets.add(socket);
        }
        if (isEnding()) {
            socket.close();
            throw new ZError.CtxTerminatedException();
        }
        return socket;
    }

    /** @deprecated use {@link #createSocket(SocketType)} */
    @Deprecated
    public ZMQ.Socket createSocket(int type) {
        return createSocket(SocketType.type(type));
    }

    /**
     * Closes a socket, of this context or not; nothing for null.
     *
     * @deprecated close the socket
     */
    @Deprecated
    public void destroySocket(ZMQ.Socket socket) {
        if (socket != null) {
            // The close of a subclass may have called this.
            socket.end();
        }
    }

    /** One of the sockets has closed. */
    final void forget(ZMQ.Socket socket) {
        synchronized (sockets) {
            sockets.remove(socket);
        }
    }

    /** The sockets that this context has made and that are open, the oldest first: a list of the caller's own. */
    public List<ZMQ.Socket> getSockets() {
        synchronized (sockets) {
            return new ArrayList<>(sockets);
        }
    }

    /** If {@link #getSockets()} is empty. */
    public boolean isEmpty() {
        synchronized (sockets) {
            return sockets.isEmpty();
        }
    }

    /** The linger time of new sockets. */
    public int getLinger() {
        return linger;
    }

    /** Sets the linger time of new sockets, in milliseconds: 0 unless set, -1 for ever. */
    public void setLinger(int linger) {
        this.linger = linger;
    }

    /** Sets the high-water mark of new sockets for what is received, in messages: 1000 unless set, 0 for none. */
    public void setRcvHWM(int receiveHwm) {
        this.receiveHwm = receiveHwm;
    }

    /** Sets the high-water mark of new sockets for what is sent, in messages: 1000 unless set, 0 for none. */
    public void setSndHWM(int sendHwm) {
        this.sendHwm = sendHwm;
    }

    // ---- polling

    /** A poller without items, with room for some to begin with. */
    public ZMQ.Poller createPoller(int size) {
        return context.poller(size);
    }

    /**
     * A selector to poll with, closed at the latest with this context.
     *
     * @deprecated a poller has its own; otherwise open one with {@link Selector#open()}
     */
    @Deprecated
    public Selector createSelector() {
        return selector();
    }

    /** A selector that is closed at the latest with this context, or this shadow. */
    final Selector selector() {
        Selector selector = context.selector();
        selectors.add(selector);
        return selector;
    }

    /**
     * Closes a selector that {@link #createSelector()} has made.
     *
     * @deprecated as {@link #createSelector()} is
     */
    @Deprecated
    public void closeSelector(Selector selector) {
        closeOwn(selector);
    }

    // ---- threads and shadows

    /**
     * Runs a task in a thread of its own, which has a shadow of this context and one end of a pipe: see {@link ZThread#fork}.
     *
     * @return the pipe's other end
     */
    public ZMQ.Socket fork(ZThread.IAttachedRunnable runnable, Object... args) {
        return ZThread.fork(this, runnable, args);
    }

    final long nextFork() {
        return main.forks.incrementAndGet();
    }

    /** A view of this context with sockets of its own, which begins with this one's linger time and high-water marks. */
    @SuppressWarnings("AmbiguousMethodReference") // JeroMQ's names
    public ZContext shadow() {
        return new ZContext(main, this);
    }

    /** @deprecated use {@link #shadow()} */
    @Deprecated
    public static ZContext shadow(ZContext context) {
        return context.shadow();
    }

    /** If this is no shadow. */
    public boolean isMain() {
        return main == this;
    }

    /** Does nothing. @deprecated a context is main or a shadow from the beginning */
    @Deprecated
    public void setMain(boolean main) {}

    // ---- the context underneath

    /** The context that the sockets are of; its shadows have the same. */
    public ZMQ.Context getContext() {
        return context;
    }

    /** Does nothing. @deprecated a context has the same one underneath from the beginning */
    @Deprecated
    public void setContext(ZMQ.Context context) {}

    /** How many threads do input and output. */
    public int getIoThreads() {
        return ioThreads;
    }

    /** Does nothing. @deprecated give the number to {@link #ZContext(int)} */
    @Deprecated
    public void setIoThreads(int ioThreads) {}

    /** What is told of an error that ends a thread of the context; null if nobody is. */
    public Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
        return context.getUncaughtExceptionHandler();
    }

    /**
     * Sets what is told of an error that ends a thread of the context.
     *
     * @throws IllegalStateException if a socket was made already
     */
    public void setUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        context.setUncaughtExceptionHandler(handler);
    }

    /** What is told of an error that ends no thread. */
    public Thread.UncaughtExceptionHandler getNotificationExceptionHandler() {
        return context.getNotificationExceptionHandler();
    }

    /**
     * Sets what is told of an error that ends no thread.
     *
     * @throws IllegalStateException if a socket was made already
     */
    public void setNotificationExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        context.setNotificationExceptionHandler(handler);
    }

    /** What makes the threads of the context, of a task and a name. */
    public BiFunction<Runnable, String, Thread> getThreadFactory() {
        return context.getThreadFactory();
    }

    /**
     * Sets what makes the threads of the context, of a task and a name.
     *
     * @throws IllegalStateException if a socket was made already
     */
    public void setThreadFactor(BiFunction<Runnable, String, Thread> threadFactory) {
        context.setThreadFactor(threadFactory);
    }
}
