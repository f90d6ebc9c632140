package org.zeromq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZProxy.Command;
import org.zeromq.ZProxy.Plug;
import org.zeromq.ZProxy.State;

/**
 * The thread of a {@link ZProxy}: obeys, answers each command with the mark and the state after it, and moves messages while STARTED. A
 * life of the actor is one set of sockets.
 */
final class ProxyActor extends ZActor.SimpleActor {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String name;
    private final ZProxy.Proxy proxy;
    private final ZProxy.Pump pump;
    private final String mark;
    private final Object[] args;

    private State state = State.ALIVE;

    /** Whether the sockets are, or in the next life are to be, configured. */
    private boolean configured;

    /** Whether this life makes way for another one, which answers the command. */
    private boolean renewing;

    private Socket front;
    private Socket back;
    private Socket capture;
    private List<ProxyDirection> directions = List.of();

    /** The sockets that are polled, and for which events. */
    private final Map<Socket, Integer> watched = new IdentityHashMap<>();

    ProxyActor(String name, ZProxy.Proxy proxy, ZProxy.Pump pump, String mark, Object... args) {
        this.name = name == null ? "ZProxy-" + NUMBERS.incrementAndGet() : name;
        this.proxy = proxy;
        this.pump = pump;
        this.mark = mark;
        this.args = args;
    }

    @Override
    public String premiere(Socket pipe) {
        return name;
    }

    @Override
    public List<Socket> createSockets(ZContext context, Object... given) {
        front = proxy.create(context, Plug.FRONT, args);
        capture = proxy.create(context, Plug.CAPTURE, args);
        back = proxy.create(context, Plug.BACK, args);
        directions = directions();
        watched.clear();
        state = state == State.ALIVE ? State.STOPPED : state;
        return List.copyOf(sockets());
    }

    private List<ProxyDirection> directions() {
        if (front == null || back == null) {
            return List.of();
        }
        var there = new ProxyDirection(pump, Plug.FRONT, front, capture, Plug.BACK, back);
        return front == back
                ? List.of(there)
                : List.of(there, new ProxyDirection(pump, Plug.BACK, back, capture, Plug.FRONT, front));
    }

    private Set<Socket> sockets() {
        Set<Socket> sockets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Socket socket : new Socket[] {front, back, capture}) {
            if (socket != null) {
                sockets.add(socket);
            }
        }
        return sockets;
    }

    @Override
    public void start(Socket pipe, List<Socket> sockets, ZPoller poller) {
        if (!renewing) {
            return;
        }
        renewing = false;
        if (configured && !configure()) {
            state = State.EXITED;
        }
        answer(pipe);
    }

    private boolean configure() {
        try {
            boolean isFrontReady = proxy.configure(front, Plug.FRONT, args);
            boolean isBackReady = proxy.configure(back, Plug.BACK, args);
            proxy.configure(capture, Plug.CAPTURE, args);
            configured = true;
            return isFrontReady && isBackReady;
        } catch (IOException e) {
            throw new UncheckedIOException("a socket of " + name + " could not be configured", e);
        }
    }

    private boolean answer(Socket pipe) {
        return new ZMsg().append(mark).append(state.name()).send(pipe);
    }

    // ---- commands

    @Override
    public boolean backstage(Socket pipe, ZPoller poller, int events) {
        ZMsg message = ZMsg.recvMsg(pipe, ZMQ.DONTWAIT);
        if (message == null) {
            return true;
        }
        obey(message, pipe);
        if (!renewing) {
            answer(pipe);
        }
        return !renewing && state != State.EXITED;
    }

    private void obey(ZMsg message, Socket pipe) {
        String word = message.popString();
        Command command = Command.of(word);
        if (command == null) {
            goOnIf(proxy.custom(pipe, word, front, back, capture, args));
            return;
        }
        switch (command) {
            case START -> state = configured || configure() ? State.STARTED : State.EXITED;
            case PAUSE -> state = State.PAUSED;
            case STOP -> {
                state = State.STOPPED;
                configured = false;
                renewing = true;
            }
            case RESTART -> renewing = message.isEmpty() || isToBeRenewed(message);
            case CONFIG -> goOnIf(proxy.configure(pipe, message, front, back, capture, args));
            case EXIT -> state = State.EXITED;
            case STATUS -> {}
        }
    }

    private void goOnIf(boolean yes) {
        state = yes ? state : State.EXITED;
    }

    /** Asks for each socket, whatever the one before it came to. The mark is in front of the message. */
    private boolean isToBeRenewed(ZMsg message) {
        message.pop();
        try {
            boolean isFrontOld = proxy.restart(message, front, Plug.FRONT, args);
            boolean isBackOld = proxy.restart(message, back, Plug.BACK, args);
            boolean isCaptureOld = proxy.restart(message, capture, Plug.CAPTURE, args);
            return isFrontOld || isBackOld || isCaptureOld;
        } catch (IOException e) {
            throw new UncheckedIOException("a socket of " + name + " could not be restarted", e);
        }
    }

    @Override
    public boolean destroyed(ZContext context, Socket pipe, ZPoller poller) {
        return renewing;
    }

    // ---- messages

    @Override
    public long looping(Socket pipe, ZPoller poller) {
        for (Socket socket : sockets()) {
            watch(socket, state == State.STARTED ? awaitedOf(socket) : 0, poller);
        }
        return state == State.EXITED ? 0 : -1;
    }

    private int awaitedOf(Socket socket) {
        int events = 0;
        for (ProxyDirection direction : directions) {
            events |= direction.awaitedOf(socket);
        }
        return events;
    }

    private void watch(Socket socket, int events, ZPoller poller) {
        Integer before = watched.put(socket, events);
        if (Objects.equals(before, events)) {
            return;
        }
        poller.unregister(socket);
        if (events != 0) {
            poller.register(socket, events);
        }
    }

    @Override
    public boolean stage(Socket socket, Socket pipe, ZPoller poller, int events) {
        for (ProxyDirection direction : directions) {
            if (state == State.STARTED && (direction.awaitedOf(socket) & events) != 0 && !direction.move()) {
                state = State.EXITED;
            }
        }
        return state != State.EXITED;
    }

    @Override
    public boolean looped(Socket pipe, ZPoller poller) {
        return state != State.EXITED;
    }
}
