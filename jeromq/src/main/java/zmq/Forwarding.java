package zmq;

import io.zmq4j.Proxy;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.SendingSocket;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.zmtp.SocketType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proxy between two sockets, in the calling thread. Which is the frontend makes no difference: if messages can only go from
 * the backend to the frontend, that way they go.
 */
final class Forwarding {
    private final SocketBase frontend;
    private final SocketBase backend;
    private final @Nullable SocketBase capture;
    private final @Nullable SocketBase control;

    Forwarding(SocketBase frontend, SocketBase backend, @Nullable SocketBase capture, @Nullable SocketBase control) {
        this.frontend = frontend;
        this.backend = backend;
        this.capture = capture;
        this.control = control;
    }

    /**
     * Until it is told to end, or one of its sockets or the context is closed, or the thread interrupted.
     *
     * @return true if it was told to end
     * @throws IllegalArgumentException if no messages can go between the two, or capture cannot send, or control not receive
     */
    boolean run() {
        if (takesTurns(frontend) || takesTurns(backend)) {
            return new TurnForwarding(frontend, backend, capture, control).run();
        }
        Proxy proxy = receives(frontend) && sends(backend)
                ? Proxy.between(frontend.socket(), backend.socket())
                : Proxy.between(backend.socket(), frontend.socket());
        if (capture != null) {
            if (!(capture.socket() instanceof SendingSocket copies)) {
                throw new IllegalArgumentException("the capture socket of a proxy sends, which " + capture + " cannot");
            }
            proxy.capture(copies);
        }
        if (control != null) {
            if (!(control.socket() instanceof ReceivingSocket commands)) {
                throw new IllegalArgumentException(
                        "the control socket of a proxy receives, which " + control + " cannot");
            }
            proxy.control(commands);
        }
        try {
            proxy.run();
        } catch (WaitInterruptedException e) {
            return failed(ZError.EINTR);
        }
        return !isEnded() || failed(ZError.ETERM);
    }

    private static boolean takesTurns(SocketBase socket) {
        SocketType type = socket.socket().type();
        return type == SocketType.REQ || type == SocketType.REP;
    }

    private static boolean receives(SocketBase socket) {
        return socket.socket() instanceof ReceivingSocket;
    }

    private static boolean sends(SocketBase socket) {
        return socket.socket() instanceof SendingSocket;
    }

    /** The sockets may be of different contexts. */
    private boolean isEnded() {
        return Stream.of(frontend, backend, capture, control)
                .anyMatch(each -> each != null
                        && (each.getCtx().isTerminating() || each.socket().isClosed()));
    }

    private boolean failed(int code) {
        frontend.getCtx().errno().set(code);
        return false;
    }
}
