package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.loop.Failure;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.Row;
import io.zmq4j.pattern.Rows;
import io.zmq4j.pattern.Shape;
import io.zmq4j.pattern.Traits;
import io.zmq4j.zmtp.SocketType.Topics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Passes messages between two sockets. It waits in one place only, for everything at once, and has no message in its hand
 * then: one that its target does not take, because the last peer has left between the look and the send, goes back to where
 * it came from. So commands are heard, and every way out is open, in every state. Owned by the thread that runs it.
 */
public final class ProxyCore {
    /** How many messages pass in one direction before the other one, and the control socket, get their turn. */
    private static final int TURN = 1000;

    /** The same in bytes: a sender of large messages also helps to write them, for some milliseconds each time. */
    private static final long TURN_BYTES = 8 << 20;

    /** How many commands are heard before messages get their turn. */
    private static final int MOST_COMMANDS = 100;

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** The longest command has ten letters. */
    private static final int LONGEST_COMMAND = 16;

    private enum State {
        ACTIVE,
        PAUSED,
        TERMINATED
    }

    private final @Nullable Capture capture;
    private final @Nullable SocketCore control;
    private final Direction forth;
    private final Direction back;
    private final PollSet waiting;
    private State state = State.ACTIVE;

    public ProxyCore(
            SocketCore frontend, SocketCore backend, @Nullable SocketCore capture, @Nullable SocketCore control) {
        this.capture = capture == null ? null : new Capture(capture);
        this.control = control;
        this.forth = new Direction(frontend, backend, true);
        this.back = new Direction(backend, frontend, frontend != backend && canPass(backend.row(), frontend.row()));
        this.waiting = new PollSet(frontend.context());
        for (SocketCore each : new @Nullable SocketCore[] {frontend, backend, capture, control}) {
            if (each != null) {
                waiting.addWatched(each);
            }
        }
        waiting.addCheck(this::canGoOn);
    }

    // ---- what goes together

    /**
     * Checks whether a proxy can pass messages from the one to the other.
     *
     * @throws IllegalArgumentException if not
     */
    public static void checkSides(SocketCore frontend, SocketCore backend) {
        Row from = frontend.row();
        Row to = backend.row();
        if (from.traits().takesTurns() || to.traits().takesTurns()) {
            throw new IllegalArgumentException(
                    from.type() + " and " + to.type() + " make no proxy: REQ and REP take turns, and "
                            + "one lost reply would stop it; ROUTER and DEALER pass on what REQ and REP say");
        }
        if (from.traits().receives() && to.traits().sends() && !fits(from, to)) {
            throw misfit(from, to);
        }
        if (frontend != backend && from.traits().sends() && to.traits().receives() && !fits(to, from)) {
            throw misfit(to, from);
        }
        if (!canPass(from, to)) {
            throw new IllegalArgumentException("a proxy receives at its frontend and sends at its backend, which "
                    + from.type() + " and " + to.type() + " cannot" + (canPass(to, from) ? ": exchange them" : ""));
        }
    }

    private static boolean fits(Row from, Row to) {
        return to.traits().shape().takes(from.traits().shape());
    }

    private static IllegalArgumentException misfit(Row from, Row to) {
        return new IllegalArgumentException(from.type() + " and " + to.type() + " make no proxy: what " + from.type()
                + " receives has not always the frames that " + to.type() + " sends");
    }

    private static boolean canPass(Row from, Row to) {
        return from.traits().receives() && to.traits().sends();
    }

    /**
     * Checks whether it can take copies.
     *
     * @throws IllegalArgumentException if not
     */
    public static void checkCapture(SocketCore socket) {
        check(socket, "capture", ProxyCore::takesCopies);
    }

    /**
     * Checks whether it can take commands.
     *
     * @throws IllegalArgumentException if not
     */
    public static void checkControl(SocketCore socket) {
        check(socket, "control", ProxyCore::takesCommands);
    }

    private static void check(SocketCore socket, String part, Predicate<Row> fits) {
        if (!fits.test(socket.row())) {
            throw new IllegalArgumentException("a " + part + " socket is one of "
                    + Rows.all().stream().filter(fits).map(Row::type).toList() + ", not " + socket.type());
        }
    }

    /** Any message at any time, for whoever is there: nobody is to be named, and none means a subscription. */
    private static boolean takesCopies(Row row) {
        Traits traits = row.traits();
        return traits.sends()
                && traits.shape() == Shape.ANY
                && !traits.takesTurns()
                && !traits.addresses()
                && row.type().topics() != Topics.SUBSCRIBES;
    }

    /** A command comes unasked and is the whole message; if the socket sends, an answer goes back to who asked. */
    private static boolean takesCommands(Row row) {
        Traits traits = row.traits();
        boolean isUnasked = traits.receives() && (!traits.takesTurns() || traits.answers());
        boolean isWhole = !traits.addresses() && row.type().topics() != Topics.PUBLISHES;
        boolean answersGoBack = !traits.sends() || row.type().topics() != Topics.SUBSCRIBES;
        return traits.shape() == Shape.ANY && isUnasked && isWhole && answersGoBack;
    }

    // ---- running

    /** Until TERMINATE comes or a socket is closed. */
    public void run() {
        try {
            while (state != State.TERMINATED) {
                Waiting.checkInterrupt();
                try {
                    turn();
                } catch (OutOfMemoryError e) {
                    // For want of memory or of a thread, which is a state to come back from.
                    Failure.PROXY.log(e);
                    LockSupport.parkNanos(this, REST_NANOS);
                }
            }
        } catch (SocketClosedException e) {
            // The way a proxy ends that nobody controls.
        } finally {
            if (capture != null) {
                capture.end();
            }
        }
    }

    private void turn() {
        boolean isMore = state == State.ACTIVE && pass();
        isMore |= obey();
        if (!isMore && state != State.TERMINATED) {
            waiting.poll(capture == null ? Long.MAX_VALUE : capture.nanosLeft());
        }
    }

    /** True if there may be more. */
    private boolean pass() {
        boolean isMore = forth.pass();
        isMore |= back.pass();
        return isMore;
    }

    private boolean canGoOn() {
        if (control != null && control.pattern().canReceive()) {
            return true;
        }
        return state == State.ACTIVE && mayPass() && (forth.canPass() || back.canPass());
    }

    /** Whether the last copy is out of the way. */
    private boolean mayPass() {
        return capture == null || capture.isReady();
    }

    /** One way through the proxy, with what passed. */
    private final class Direction {
        final SocketCore from;
        final SocketCore to;
        final boolean isOpen;
        final boolean addresses;
        /** Who sent what is in hand. */
        final @Nullable Peer[] sender = new @Nullable Peer[1];

        long messages;
        long bytes;

        Direction(SocketCore from, SocketCore to, boolean isOpen) {
            this.from = from;
            this.to = to;
            this.isOpen = isOpen;
            this.addresses = to.row().traits().addresses();
        }

        /** In this order, as in {@link #passOne}: while the target is full, nobody need tell what comes to the source. */
        boolean canPass() {
            return isOpen && to.pattern().canSend() && from.pattern().canReceive();
        }

        /** Passes on what can be passed on now; true if there may be more. */
        boolean pass() {
            if (!isOpen) {
                return false;
            }
            long mostBytes = bytes + TURN_BYTES;
            try {
                for (int passed = 0; passed < TURN && bytes < mostBytes; passed++) {
                    if (!passOne()) {
                        return false;
                    }
                }
                return true;
            } finally {
                to.pattern().flushHeldBack();
                if (capture != null) {
                    capture.flush();
                }
            }
        }

        private boolean passOne() {
            Message message =
                    mayPass() && to.pattern().canSend() ? from.pattern().tryReceiveNoting(sender) : null;
            if (message == null || !handOver(message)) {
                return false;
            }
            messages++;
            bytes += message.size();
            if (capture != null) {
                capture.take(message);
            }
            return true;
        }

        /** False if nobody takes it now: then it is where it came from, and the next to come from there. */
        private boolean handOver(Message message) {
            boolean isDone = false;
            try {
                isDone = to.trySendWithMore(message) || leaveOut();
            } catch (UnroutableException e) {
                // ROUTER_MANDATORY, and the one who is meant has left: nobody is here to be told.
                to.drops().add(DropReason.UNROUTABLE, 1);
                isDone = true;
            } finally {
                if (!isDone) {
                    from.pattern().putBack(new Received(message, Objects.requireNonNull(sender[0], "sender")));
                }
            }
            return isDone;
        }

        /** With ROUTER_MANDATORY as without: a peer that does not read is no reason to keep the others waiting. */
        private boolean leaveOut() {
            if (!addresses) {
                return false;
            }
            to.drops().add(DropReason.QUEUE_FULL, 1);
            return true;
        }
    }

    // ---- commands

    /** Does as it is told; true if there may be more to be told. */
    private boolean obey() {
        if (control == null) {
            return false;
        }
        for (int i = 0; i < MOST_COMMANDS; i++) {
            Message command = control.pattern().tryReceive();
            if (command == null) {
                return false;
            }
            obey(
                    control,
                    command.size(0) > LONGEST_COMMAND ? "" : command.text().toUpperCase(Locale.ROOT));
            if (state == State.TERMINATED) {
                return false;
            }
        }
        return true;
    }

    private void obey(SocketCore asker, String command) {
        Message answer = null;
        switch (command) {
            case "PAUSE" -> state = State.PAUSED;
            case "RESUME" -> state = State.ACTIVE;
            case "TERMINATE" -> state = State.TERMINATED;
            case "STATISTICS" -> answer = asker.sends() ? statistics() : null;
            default -> {}
        }
        if (answer == null && asker.row().traits().takesTurns()) {
            answer = Message.empty();
        }
        // Who asks and does not read is not waited for.
        if (answer != null && !asker.trySend(answer)) {
            asker.drops().add(DropReason.QUEUE_FULL, 1);
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
