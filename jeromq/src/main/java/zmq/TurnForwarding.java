package zmq;

import io.zmq4j.message.Message;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zmq.poll.PollItem;

/**
 * A proxy of which a side is a REQ or REP socket, so that one exchange passes at a time. Each direction waits for a message
 * first and then for room, so that neither turns the loop while it can do nothing.
 */
final class TurnForwarding {
    private enum State {
        ACTIVE,
        PAUSED,
        TERMINATED,
        FAILED
    }

    private final SocketBase frontend;
    private final @Nullable SocketBase capture;
    private final @Nullable SocketBase control;
    private final List<Direction> directions;
    private State state = State.ACTIVE;

    TurnForwarding(
            SocketBase frontend, SocketBase backend, @Nullable SocketBase capture, @Nullable SocketBase control) {
        this.frontend = frontend;
        this.capture = capture;
        this.control = control;
        directions = List.of(new Direction(frontend, backend), new Direction(backend, frontend));
    }

    /** Until it is told to end, which gives true, or a wait fails. */
    boolean run() {
        Selector selector = frontend.getCtx().createSelector();
        try {
            while (state == State.ACTIVE || state == State.PAUSED) {
                turn(selector);
            }
        } finally {
            frontend.getCtx().closeSelector(selector);
        }
        return state == State.TERMINATED;
    }

    private void turn(Selector selector) {
        List<Direction> moving = state == State.ACTIVE ? directions : List.of();
        List<PollItem> items = new ArrayList<>();
        moving.forEach(direction -> items.add(direction.next()));
        if (control != null) {
            items.add(new PollItem(control, ZMQ.ZMQ_POLLIN));
        }
        if (ZMQ.poll(selector, items.toArray(PollItem[]::new), -1) < 0) {
            state = State.FAILED;
            return;
        }
        for (int i = 0; i < moving.size() && state == State.ACTIVE; i++) {
            if (!moving.get(i).move(items.get(i))) {
                state = State.FAILED;
            }
        }
        if (control != null && items.get(items.size() - 1).isReadable()) {
            obey(control);
        }
    }

    private void obey(SocketBase asker) {
        Msg command = asker.recv(ZMQ.ZMQ_DONTWAIT);
        if (command == null) {
            return;
        }
        byte[] name = command.data();
        if (Arrays.equals(name, ZMQ.PROXY_PAUSE)) {
            state = State.PAUSED;
        } else if (Arrays.equals(name, ZMQ.PROXY_RESUME)) {
            state = State.ACTIVE;
        } else if (Arrays.equals(name, ZMQ.PROXY_TERMINATE)) {
            state = State.TERMINATED;
        }
    }

    private final class Direction {
        private final SocketBase from;
        private final SocketBase to;
        private boolean hasMessage;
        private @Nullable Message held;

        Direction(SocketBase from, SocketBase to) {
            this.from = from;
            this.to = to;
        }

        PollItem next() {
            return hasMessage ? new PollItem(to, ZMQ.ZMQ_POLLOUT) : new PollItem(from, ZMQ.ZMQ_POLLIN);
        }

        /** False if it cannot go on. */
        boolean move(PollItem found) {
            if (found.isReadable()) {
                hasMessage = true;
                return true;
            }
            return !found.isWritable() || pass();
        }

        private boolean pass() {
            if (held == null) {
                held = from.recvMessage(ZMQ.ZMQ_DONTWAIT);
            }
            if (held == null) {
                hasMessage = false;
                return from.errno() == ZError.EAGAIN;
            }
            if (!to.send(held, ZMQ.ZMQ_DONTWAIT)) {
                // The last peer has left since the look: the next to come gets it.
                return to.errno() == ZError.EAGAIN;
            }
            if (capture != null) {
                capture.send(held, ZMQ.ZMQ_DONTWAIT);
            }
            held = null;
            hasMessage = false;
            return true;
        }
    }
}
