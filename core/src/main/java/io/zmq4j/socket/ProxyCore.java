package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Passes messages between two sockets. Owned by the thread that runs it. */
public final class ProxyCore {
    /** How many messages pass in one direction before the other one, and the control socket, get their turn. */
    private static final int TURN = 1000;

    private enum State {
        ACTIVE,
        PAUSED,
        TERMINATED
    }

    private final SocketCore frontend;
    private final SocketCore backend;
    private final @Nullable SocketCore capture;
    private final @Nullable SocketCore control;
    private final Direction forth;
    private final Direction back;
    private State state = State.ACTIVE;

    public ProxyCore(
            SocketCore frontend, SocketCore backend, @Nullable SocketCore capture, @Nullable SocketCore control) {
        this.frontend = frontend;
        this.backend = backend;
        this.capture = capture;
        this.control = control;
        this.forth = new Direction(frontend, backend);
        this.back = new Direction(backend, frontend);
    }

    /** One way through the proxy, with what passed. */
    private final class Direction {
        final SocketCore from;
        final SocketCore to;
        final boolean isOpen;
        long messages;
        long bytes;

        Direction(SocketCore from, SocketCore to) {
            this.from = from;
            this.to = to;
            isOpen = receives(from.type()) && sends(to.type());
        }

        /** Passes on what can be passed on now; true if there may be more. */
        boolean pass() {
            try {
                for (int passed = 0; passed < TURN; passed++) {
                    if (!passOne()) {
                        return false;
                    }
                }
                return true;
            } finally {
                to.pattern().flushHeldBack();
            }
        }

        private boolean passOne() {
            Message message = to.pattern().canSend() ? from.pattern().tryReceive() : null;
            if (message == null) {
                return false;
            }
            if (capture == null) {
                to.sendWithMore(message);
            } else {
                // It may wait, and then nothing may be left lying.
                capture.send(message);
                to.send(message);
            }
            messages++;
            bytes += message.size();
            return true;
        }
    }

    private static boolean receives(SocketType type) {
        return type != SocketType.PUB && type != SocketType.PUSH;
    }

    private static boolean sends(SocketType type) {
        return type != SocketType.SUB && type != SocketType.PULL;
    }

    /** Until TERMINATE comes or a socket is closed. */
    public void run() {
        try {
            var waiting = new ProxyWait(frontend.context());
            while (state != State.TERMINATED) {
                boolean more = false;
                if (state == State.ACTIVE) {
                    more = forth.isOpen && forth.pass();
                    more |= back.isOpen && frontend != backend && back.pass();
                }
                obey();
                if (!more && state != State.TERMINATED) {
                    waiting.await();
                }
            }
        } catch (SocketClosedException e) {
            // The way a proxy ends that nobody controls.
        }
    }

    /**
     * Waits for something to do: a message that can be passed on, or a command. A direction whose target is full waits
     * for the target, one whose source is empty for the source; waiting for both at once would spin on the half that
     * is ready.
     */
    private final class ProxyWait {
        private final ContextCore context;

        ProxyWait(ContextCore context) {
            this.context = context;
        }

        void await() {
            var set = new PollSet(context);
            if (state == State.ACTIVE) {
                addWhatLacks(set, forth);
                if (frontend != backend) {
                    addWhatLacks(set, back);
                }
            }
            if (control != null) {
                set.addReadable(control);
            }
            set.poll(Long.MAX_VALUE);
        }

        private void addWhatLacks(PollSet set, Direction direction) {
            if (!direction.isOpen) {
                return;
            }
            if (direction.to.pattern().canSend()) {
                set.addReadable(direction.from);
            } else {
                set.addWritable(direction.to);
            }
        }
    }

    private void obey() {
        if (control == null) {
            return;
        }
        for (Message command = control.pattern().tryReceive();
                command != null;
                command = control.pattern().tryReceive()) {
            Message answer = Message.empty();
            switch (command.text().toUpperCase(Locale.ROOT)) {
                case "PAUSE" -> state = State.PAUSED;
                case "RESUME" -> state = State.ACTIVE;
                case "TERMINATE" -> state = State.TERMINATED;
                case "STATISTICS" -> answer = statistics();
                default -> {}
            }
            boolean asks = command.text().equalsIgnoreCase("STATISTICS");
            if (control.type() == SocketType.REP || (asks && sends(control.type()))) {
                control.send(answer);
            }
            if (state == State.TERMINATED) {
                return;
            }
        }
    }

    /** What the frontend received and sent, then the backend: messages and bytes each. */
    private Message statistics() {
        return Message.wrap(new byte[][] {
            number(forth.messages),
            number(forth.bytes),
            number(back.messages),
            number(back.bytes),
            number(back.messages),
            number(back.bytes),
            number(forth.messages),
            number(forth.bytes)
        });
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(value)
                .array();
    }
}
