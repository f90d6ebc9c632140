package io.zmq4j.socket;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Failure;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Carries events to one listener, on a thread of its own, so that a slow, blocking or failing one disturbs nobody. What
 * does not fit into the queue is left out and counted.
 */
final class EventFeed implements Runnable {
    private static final int CAPACITY = 10_000;
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ArrayBlockingQueue<SocketEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final Consumer<SocketEvent> listener;
    private final boolean traces;
    private final Consumer<Throwable> onFailure;
    private final Thread thread;

    /** {@code onFailure} takes what the listener throws, unless memory was short, which is logged. */
    EventFeed(ThreadFactory threads, Consumer<SocketEvent> listener, boolean traces, Consumer<Throwable> onFailure) {
        this.listener = listener;
        this.traces = traces;
        this.onFailure = onFailure;
        this.thread = threads.newThread(this);
        thread.start();
    }

    boolean traces() {
        return traces;
    }

    /** Never blocks. Any thread. */
    void offer(SocketEvent event) {
        if (event.type() == SocketEvent.Type.TRACE && !traces) {
            return;
        }
        if (queue.offer(event)) {
            LockSupport.unpark(thread);
        } else {
            lost.incrementAndGet();
        }
    }

    /** An event could not even be made. Any thread. */
    void leftOut() {
        lost.incrementAndGet();
    }

    /** Tells what is queued, then ends. */
    void stop() {
        while (!queue.offer(END)) {
            if (queue.poll() != null) {
                lost.incrementAndGet();
            }
        }
        LockSupport.unpark(thread);
    }

    private static final SocketEvent END = new SocketEvent(SocketEvent.Type.MONITOR_STOPPED, "", null, null, "", 0);

    /** Nothing that happens in here may leave the listener without its thread. */
    @Override
    public void run() {
        boolean ended = false;
        while (!ended) {
            try {
                SocketEvent event = next();
                ended = event == END;
                if (!ended) {
                    tell(event);
                }
                tellLost();
            } catch (Throwable e) {
                // No memory even to wait for the next one.
                Failure.LISTENER.log(e);
                LockSupport.parkNanos(this, REST_NANOS);
            }
        }
        tell(END);
    }

    /**
     * Waits beside the queue, not in it: where memory runs out while a queue's condition is signalled, the JDK's leaves the
     * waiting thread between its two lists, where it turns for ever.
     */
    private SocketEvent next() {
        for (SocketEvent event = queue.poll(); ; event = queue.poll()) {
            if (event != null) {
                return event;
            }
            LockSupport.park(this);
            // A listener may interrupt its own thread; that is no reason to stop telling it.
            if (Thread.interrupted()) {
                Failure.LISTENER_INTERRUPT.log(new InterruptedException());
            }
        }
    }

    private void tellLost() {
        long missed = lost.get();
        if (missed > 0) {
            tell(new SocketEvent(SocketEvent.Type.EVENTS_LOST, "", null, null, missed + " events left out", missed));
            lost.addAndGet(-missed);
        }
    }

    private void tell(SocketEvent event) {
        try {
            listener.accept(event);
        } catch (OutOfMemoryError e) {
            Failure.LISTENER.log(e);
        } catch (Throwable e) {
            onFailure.accept(e);
        }
    }
}
