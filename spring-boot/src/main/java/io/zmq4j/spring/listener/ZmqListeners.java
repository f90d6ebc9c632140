package io.zmq4j.spring.listener;

import io.zmq4j.spring.Codecs;
import io.zmq4j.spring.Sockets;
import io.zmq4j.spring.ZmqListener;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The listeners of an application: found while its beans are made, checked when all are there, begun and stopped with it, early in its
 * shutdown, before what their methods use.
 *
 * <pre>
 *   COLLECTING ── all beans are there ──▶ STOPPED ◀── start, stop ──▶ RUNNING
 * </pre>
 */
public final class ZmqListeners implements SmartLifecycle, SmartInitializingSingleton {
    /** Listeners stop before web servers do, as those of other brokers. */
    public static final int PHASE = Integer.MAX_VALUE - 100;

    private enum State {
        COLLECTING,
        STOPPED,
        RUNNING
    }

    private record Found(Object bean, Method method, ZmqListener annotation) {}

    private final ListenerFactory factory;
    private final ListenerSettings settings;

    // ---- guarded by this

    private final List<Found> found = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private @Nullable KeepAlive keepAlive;
    private State state = State.COLLECTING;

    /** None yet. */
    public ZmqListeners(
            ConfigurableListableBeanFactory beans, Sockets sockets, Codecs codecs, ListenerSettings settings) {
        this.factory = new ListenerFactory(beans, sockets, codecs, settings);
        this.settings = settings;
    }

    /** Of a bean that is made later than the others, such as a lazy one, the listener begins at once if the others run. */
    synchronized void add(Object bean, Method method, ZmqListener annotation) {
        found.add(new Found(bean, method, annotation));
        if (state != State.COLLECTING) {
            makeThoseFound();
        }
        if (state == State.RUNNING) {
            begin();
        }
    }

    @Override
    public synchronized void afterSingletonsInstantiated() {
        makeThoseFound();
        state = State.STOPPED;
    }

    private void makeThoseFound() {
        for (Found each : List.copyOf(found)) {
            found.remove(each);
            Listener listener = factory.listener(each.bean, each.method, each.annotation);
            for (Listener other : listeners) {
                if (other.socket() == listener.socket()) {
                    throw new InvalidListenerException(
                            listener.toString(),
                            other + " listens to the same socket: each message would come to one of them alone",
                            null);
                }
            }
            listeners.add(listener);
        }
    }

    private void begin() {
        listeners.forEach(Listener::start);
        if (keepAlive == null && !listeners.isEmpty()) {
            keepAlive = new KeepAlive();
            keepAlive.begin();
        }
    }

    @Override
    public synchronized void start() {
        state = State.RUNNING;
        begin();
    }

    @Override
    public void stop() {
        stopped().join();
    }

    /** All stop at the same time, within the grace that the settings give them. */
    @Override
    public void stop(Runnable callback) {
        var unused = stopped().whenComplete((done, failure) -> callback.run());
    }

    private synchronized CompletableFuture<Void> stopped() {
        state = State.STOPPED;
        Duration grace = settings.grace();
        CompletableFuture<?>[] ends = listeners.stream()
                .map(each -> CompletableFuture.runAsync(
                        () -> each.stop(grace), stop -> new Thread(stop, "zmq4j-listener-stop").start()))
                .toArray(CompletableFuture<?>[]::new);
        KeepAlive ending = keepAlive;
        keepAlive = null;
        return CompletableFuture.allOf(ends).whenComplete((done, failure) -> {
            if (ending != null) {
                ending.end();
            }
        });
    }

    @Override
    public synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.autoStartup();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** How many messages the listeners could not deal with, all together. */
    public synchronized long failed() {
        return listeners.stream().mapToLong(Listener::failed).sum();
    }
}
