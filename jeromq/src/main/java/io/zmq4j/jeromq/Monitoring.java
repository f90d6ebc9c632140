package io.zmq4j.jeromq;

import io.zmq4j.Context;
import io.zmq4j.PairSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.Registration;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zmq.ZError;
import zmq.ZMQ;
import zmq.ZMQ.Event;
import zmq.ZMQ.EventConsummer;

/**
 * The monitor of one socket: what happens to it goes to a reader, by a PAIR, or to a hook. There is one at a time. Events are
 * told by a thread of the core's that does nothing else: a reader that is slow, late or gone keeps nobody but that thread
 * waiting, and loses events when the core's queue of them is full. Safe for any thread.
 */
public final class Monitoring {
    private static final String INPROC = "inproc://";

    /** How long a stop waits until the last event has been told and the address is free. */
    private static final long STOP_SECONDS = 2;

    private final Context context;
    private final Socket watched;
    private @Nullable Watch current;

    /** {@code watched} is a socket of {@code context}. */
    public Monitoring(Context context, Socket watched) {
        this.context = context;
        this.watched = watched;
    }

    /**
     * Begins to send the wanted events to whoever connects a PAIR to {@code address}; with an address of null, ends it.
     *
     * @return 0, or the code of the error: EPROTONOSUPPORT if it is not inproc, EADDRINUSE, ETERM
     * @throws IllegalArgumentException if it is no endpoint
     * @throws IllegalStateException if there is a monitor already
     */
    public int start(@Nullable String address, int events) {
        if (address == null) {
            stop();
            return 0;
        }
        if (!address.startsWith(INPROC)) {
            if (!address.contains("://")) {
                throw new IllegalArgumentException(
                        "\"" + address + "\" is no endpoint: a monitor wants one such as inproc://monitor");
            }
            return ZError.EPROTONOSUPPORT;
        }
        if (address.length() == INPROC.length()) {
            throw new IllegalArgumentException("an inproc endpoint needs a name, such as inproc://monitor");
        }
        synchronized (this) {
            if (watched.isClosed()) {
                return ZError.ETERM;
            }
            refuseSecond();
            PairSocket pair;
            try {
                pair = bound(address);
            } catch (SocketClosedException e) {
                return ZError.ETERM;
            } catch (EndpointException e) {
                return ZError.EADDRINUSE;
            }
            begin(new Watch(new ToReader(pair), events));
            return 0;
        }
    }

    private PairSocket bound(String address) {
        PairSocket pair = context.pair();
        boolean done = false;
        try {
            pair.set(SocketOptions.LINGER, Duration.ZERO);
            pair.bind(address);
            done = true;
            return pair;
        } finally {
            if (!done) {
                pair.close();
            }
        }
    }

    /**
     * Begins to call {@code hook} with the wanted events; with a hook of null, ends the monitor. Calls come from one thread at a
     * time, which is not the socket's user's.
     *
     * @return 0, or the code of the error
     * @throws IllegalStateException if there is a monitor already
     */
    public int hook(@Nullable EventConsummer hook, int events) {
        if (hook == null) {
            stop();
            return 0;
        }
        synchronized (this) {
            if (watched.isClosed()) {
                return ZError.ETERM;
            }
            refuseSecond();
            begin(new Watch(new ToHook(hook), events));
            return 0;
        }
    }

    private void refuseSecond() {
        if (current != null) {
            throw new IllegalStateException(
                    "the socket has a monitor already: end that one first, with monitor(null, 0)");
        }
    }

    private void begin(Watch watch) {
        current = watch;
        watch.registration = watched.onEvent(watch);
    }

    /** Tells an event that did not come from the core. Does not wait for a reader. */
    public void tell(int event, String address, @Nullable Object argument) {
        tell(new Event(event, address, argument));
    }

    /** As above. */
    public void tell(Event event) {
        Watch watch;
        synchronized (this) {
            watch = current;
        }
        if (watch != null && watch.wants(event)) {
            watch.target.add(event);
        }
    }

    /** The watched socket has been closed: nobody waits for a reader any more. */
    public void watchedClosed() {
        Watch watch;
        synchronized (this) {
            watch = current;
        }
        if (watch != null) {
            watch.target.hurry();
        }
    }

    private void stop() {
        Watch watch;
        synchronized (this) {
            watch = current;
            current = null;
        }
        if (watch != null) {
            watch.stop();
        }
    }

    private synchronized void ended(Watch watch) {
        if (current == watch) {
            current = null;
        }
    }

    /** Where events go. */
    private sealed interface Target permits ToReader, ToHook {
        /** By the core's thread for events. */
        void tell(Event event);

        /** By any thread, which does not wait. */
        void add(Event event);

        /** From now on {@link #tell} does not wait either. */
        default void hurry() {}

        void close();
    }

    /** Whoever reads the other end of a PAIR. */
    private static final class ToReader implements Target {
        private final PairSocket pair;
        private volatile boolean hurries;

        /** What was told last, and may have to wait for a reader. */
        private volatile @Nullable CompletableFuture<Void> waiting;

        ToReader(PairSocket pair) {
            this.pair = pair;
        }

        /** Waits for a reader until the monitor is about to end; what cannot be told then is lost. */
        @Override
        public void tell(Event event) {
            try {
                await(pair.sendAsync(frame(event)));
            } catch (SocketClosedException e) {
                // The context has ended, and every reader with it.
            }
        }

        private void await(CompletableFuture<Void> told) {
            waiting = told;
            if (hurries) {
                told.cancel(false);
            }
            try {
                told.join();
            } catch (CancellationException | CompletionException e) {
                // Nobody reads any more: the monitor, the socket or the context has ended.
            }
        }

        @Override
        public void add(Event event) {
            try {
                // Who is told of it is the reader.
                var unused = pair.sendAsync(frame(event));
            } catch (SocketClosedException e) {
                // As above.
            }
        }

        /** One that begins to wait meanwhile looks at the word after it has left its future here. */
        @Override
        public void hurry() {
            hurries = true;
            CompletableFuture<Void> told = waiting;
            if (told != null) {
                told.cancel(false);
            }
        }

        private static Message frame(Event event) {
            return Message.wrap(new EventFrame(event.event, event.addr, event.arg).toBytes());
        }

        @Override
        public void close() {
            pair.close();
        }
    }

    private record ToHook(EventConsummer hook) implements Target {
        @Override
        public void tell(Event event) {
            hook.consume(event);
        }

        @Override
        public void add(Event event) {
            hook.consume(event);
        }

        @Override
        public void close() {
            hook.close();
        }
    }

    /** One monitor, from its start to its end. */
    private final class Watch implements Consumer<SocketEvent> {
        private final Target target;
        private final int wanted;
        private final EventTranslation translation = new EventTranslation(this::tell);
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Thread teller;
        private @Nullable Registration registration;

        Watch(Target target, int wanted) {
            this.target = target;
            this.wanted = wanted;
        }

        /** By the core's thread for this listener. */
        @Override
        public void accept(SocketEvent event) {
            teller = Thread.currentThread();
            if (event.type() != SocketEvent.Type.MONITOR_STOPPED) {
                translation.accept(event);
                return;
            }
            try {
                tell(new Event(ZMQ.ZMQ_EVENT_MONITOR_STOPPED, "", 0));
            } finally {
                target.close();
                ended(this);
                ended.countDown();
            }
        }

        void tell(Event event) {
            if (wants(event)) {
                target.tell(event);
            }
        }

        boolean wants(Event event) {
            return (event.event & wanted) != 0;
        }

        /** Returns when the last event has been told, but for a hook that ends its own monitor or does not return. */
        void stop() {
            target.hurry();
            // Made together with the watch, under the monitor's lock.
            Objects.requireNonNull(registration).close();
            if (Thread.currentThread() == teller) {
                return;
            }
            try {
                ended.await(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
