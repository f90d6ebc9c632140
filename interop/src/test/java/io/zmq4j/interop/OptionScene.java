package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVBUF;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.SNDBUF;
import static io.zmq4j.options.SocketOptions.SNDHWM;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOption;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Two sockets, of which the subject has an option set at some moment, and meets the other one over some transport.
 * A probe then looks whether the option has an effect.
 */
final class OptionScene {
    /** What the subject does with the endpoint. */
    enum Side {
        BINDS,
        CONNECTS
    }

    /** When the option is set. */
    enum Moment {
        /** Not at all: what the probe looks for is not there then, or it would prove nothing. */
        NEVER,
        /** Before the subject's bind or connect. */
        BEFORE,
        /** After that, and before the other socket's. */
        BETWEEN,
        /** When the two are connected. */
        CONNECTED
    }

    /** Fewer than the default high-water marks allow, more than the kernel's buffers do when they are {@link #narrow}. */
    static final int FLOOD = 100;

    /** For what must not happen; there are many of these. */
    private static final Duration MOMENT_OF_QUIET = Duration.ofMillis(30);

    private final Rig rig;
    private final Runnable set;
    final Transport transport;
    final Side side;
    final Moment moment;
    final boolean expected;
    final String endpoint;
    final Socket subject;
    final Socket other;
    /** Everything that happens to the subject. */
    final EventLog events;

    <T> OptionScene(
            Rig rig,
            SocketType subject,
            SocketType other,
            SocketOption<T> option,
            T value,
            Transport transport,
            Side side,
            Moment moment,
            boolean expected) {
        this.rig = rig;
        this.transport = transport;
        this.side = side;
        this.moment = moment;
        this.expected = expected;
        this.endpoint = transport.freshEndpoint();
        this.subject = open(subject);
        this.other = open(other);
        this.events = EventLog.of(this.subject);
        this.set = () -> this.subject.set(option, value);
    }

    Socket open(SocketType type) {
        Socket socket = rig.context().socket(type);
        socket.set(LINGER, Duration.ZERO);
        socket.set(RECONNECT_IVL, Duration.ofMillis(10));
        return socket;
    }

    /** Binds or connects the subject; the option is set by then or directly afterwards, if it is not for later. */
    OptionScene begin() {
        return begin(endpoint);
    }

    /** The same with another endpoint. */
    OptionScene begin(String at) {
        if (moment == Moment.BEFORE) {
            set.run();
        }
        if (side == Side.BINDS) {
            subject.bind(at);
        } else {
            subject.connect(at);
        }
        if (moment == Moment.BETWEEN) {
            set.run();
        }
        return this;
    }

    /** Binds or connects another socket at the other end. */
    void join(Socket socket) {
        if (side == Side.BINDS) {
            socket.connect(endpoint);
        } else {
            socket.bind(endpoint);
        }
    }

    /** The two are connected, and the option is set. */
    OptionScene meet() {
        begin();
        join(other);
        Rig.awaitPeers(subject, 1);
        Rig.awaitPeers(other, 1);
        late();
        return this;
    }

    /** Where there is nobody to meet: the option is set, whenever that is to be. */
    void late() {
        if (moment == Moment.CONNECTED) {
            set.run();
        }
    }

    <T> OptionScene with(SocketOption<T> option, T value) {
        subject.set(option, value);
        return this;
    }

    <T> OptionScene otherWith(SocketOption<T> option, T value) {
        other.set(option, value);
        return this;
    }

    OptionScene subscribed(String topic) {
        ((SubSocket) other).subscribe(topic);
        return this;
    }

    Sender sender() {
        return (Sender) subject;
    }

    Receiver receiver() {
        return (Receiver) subject;
    }

    Sender otherSender() {
        return (Sender) other;
    }

    Receiver otherReceiver() {
        return (Receiver) other;
    }

    /** Whether it comes: what is expected is waited for, what is not gets a moment. */
    boolean comes(BooleanSupplier effect) {
        Duration patience = expected ? Rig.PATIENCE : MOMENT_OF_QUIET;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!effect.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(500_000);
        }
        return true;
    }

    /** Whether such an event comes. */
    boolean tells(SocketEvent.Type type) {
        return comes(() -> events.types().contains(type));
    }

    /** Sends until nothing more is taken, as nobody receives; gives how many were, at most {@link #FLOOD}. */
    static int fill(Sender sender) {
        Message large = Message.wrap(new byte[32 << 10]);
        int sent = 0;
        while (sent < FLOOD && sender.send(large, Rig.MOMENT)) {
            sent++;
        }
        return sent;
    }

    /** The kernel keeps little, and so does the other socket. */
    OptionScene narrow() {
        for (Socket socket : new Socket[] {subject, other}) {
            socket.set(SNDBUF, 64 << 10);
            socket.set(RCVBUF, 64 << 10);
        }
        return otherWith(SNDHWM, 1).otherWith(RCVHWM, 1);
    }

    /** Runs what may wait for ever, and ends with the test. */
    Future<?> start(Runnable task) {
        return rig.start(task);
    }
}
