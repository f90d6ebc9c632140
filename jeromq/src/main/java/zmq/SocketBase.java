package zmq;

import io.zmq4j.DishSocket;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.SendingSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.event.Registration;
import io.zmq4j.jeromq.Bell;
import io.zmq4j.jeromq.ChosenSecurity;
import io.zmq4j.jeromq.Codes;
import io.zmq4j.jeromq.Monitoring;
import io.zmq4j.jeromq.OptionTable;
import io.zmq4j.jeromq.ReadyChannel;
import io.zmq4j.jeromq.Senders;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Security;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQException;
import zmq.ZMQ.Event;
import zmq.ZMQ.EventConsummer;

/**
 * A handle over a socket of zmq4j, with frames one by one and error codes instead of exceptions: what fails gives false, null or
 * -1, and its code is in {@link #errno}. Safe for any thread; but the frames of one message are sent, or received, by one thread.
 */
public abstract class SocketBase {
    /** Whose turn it is, where sending and receiving take turns. */
    private enum Turn {
        ANY,
        SEND,
        RECEIVE
    }

    private static final byte[] NO_BYTES = {};

    /** Besides JeroMQ's flags: a last frame that cannot be sent yet is tried again, and so what is half sent is kept. */
    private static final int TRIES_AGAIN = 1 << 30;

    /** Where a message that nobody can take waits. */
    private static final Set<SocketType> WAITING = Set.of(
            SocketType.PUSH,
            SocketType.DEALER,
            SocketType.REQ,
            SocketType.PAIR,
            SocketType.SCATTER,
            SocketType.CLIENT,
            SocketType.CHANNEL);

    /** The routing id for the next connect, as text; null if none was set. */
    protected @Nullable String connectRid;

    private final Ctx ctx;
    private final Options options;
    private final Socket socket;
    private final Beside beside;
    private final Monitoring monitoring;
    private final @Nullable SendingSocket sender;
    private final @Nullable ReceivingSocket receiver;

    /** Null for no limit; so is the other. Read by each call, so that none looks an option up. */
    private volatile @Nullable Duration sendTimeout;

    private volatile @Nullable Duration receiveTimeout;

    /** Guards what is half sent or half received; those who find none need not ask. */
    private final Object halves = new Object();

    private volatile @Nullable HalfSent halfSent;
    private volatile @Nullable HalfReceived halfReceived;
    private volatile Turn turn;

    private final Senders senders = new Senders();

    /** Those who wait with a flag that {@link #cancel} may set. */
    private final Set<Bell> bells = ConcurrentHashMap.newKeySet();

    /** Null until somebody asks for it. Made with the lock of {@code halves}. */
    private volatile @Nullable ReadyChannel readyChannel;

    private volatile @Nullable Throwable lastFailure;
    private Security security = Security.none();

    /**
     * A socket of no type that there is.
     *
     * @throws ZMQException with ENOTSUP always: sockets come from {@link Ctx#createSocket}
     */
    protected SocketBase(Ctx parent, int tid, int sid) {
        throw new ZMQException(
                getClass().getSimpleName() + " sockets cannot be made: what stands for JeroMQ has the types of zmq4j",
                ZError.ENOTSUP);
    }

    /** As {@link #SocketBase(Ctx, int, int)}. */
    protected SocketBase(Ctx parent, int tid, int sid, boolean threadSafe) {
        this(parent, tid, sid);
    }

    /**
     * A socket of this type.
     *
     * @throws ZMQException with EMFILE if the context has as many as it may have
     * @throws ZError.CtxTerminatedException if the context is terminated
     */
    protected SocketBase(Ctx parent, SocketType type) {
        ctx = parent;
        socket = parent.open(type);
        beside = Beside.messagesOf(type);
        options = parent.optionsOf(type);
        monitoring = new Monitoring(parent.core(), socket);
        sender = socket instanceof SendingSocket sends ? sends : null;
        receiver = socket instanceof ReceivingSocket receives ? receives : null;
        turn = type == SocketType.REQ ? Turn.SEND : type == SocketType.REP ? Turn.RECEIVE : Turn.ANY;
        OptionTable.set(options, socket, ZMQ.ZMQ_LINGER, options.linger);
        OptionTable.set(options, socket, ZMQ.ZMQ_IPV6, options.ipv6);
    }

    /** The socket of zmq4j under this handle; closed by {@link #close} alone. */
    public final Socket socket() {
        return socket;
    }

    /** The context that has made it. */
    public final Ctx getCtx() {
        return ctx;
    }

    // ---- errors

    /** The code of the last failure in this thread, of whatever socket; see {@link ZError}. */
    public final int errno() {
        return ctx.errno().get();
    }

    /** An exception with this code, and with the words and the cause of this socket's last failure if it had the same code. */
    public final ZMQException failure(int code) {
        Throwable last = lastFailure;
        String words = last == null ? null : last.getMessage();
        return words != null && codeOf(last) == code ? new ZMQException(words, code, last) : new ZMQException(code);
    }

    private static int codeOf(Throwable failure) {
        return failure instanceof ZMQException coded ? coded.getErrorCode() : Codes.of(failure);
    }

    private boolean fail(int code) {
        ctx.errno().set(code);
        return false;
    }

    private boolean fail(int code, Throwable failure) {
        lastFailure = failure;
        return fail(code);
    }

    /** Fails for a reason that all sockets of the type have. */
    private boolean failFor(int code, String reason) {
        return fail(code, new ZMQException(typeString() + " sockets " + reason, code));
    }

    private boolean fail(RuntimeException failure) {
        return fail(Codes.of(failure), failure);
    }

    private boolean succeed() {
        ctx.errno().set(0);
        return true;
    }

    private boolean isEnded() {
        return socket.isClosed() || ctx.isTerminating();
    }

    // ---- endpoints

    /**
     * Listens on an endpoint.
     *
     * @return true; or false with EADDRINUSE, EADDRNOTAVAIL, EACCESS, EPROTONOSUPPORT or ETERM
     * @throws IllegalArgumentException if the text is no endpoint
     * @throws IllegalStateException if the options for security are not complete
     */
    public final boolean bind(String endpoint) {
        return attach(endpoint, true);
    }

    /**
     * Connects to an endpoint, now or as soon as it is there. A second connect of DEALER, SUB or REQ to the same one is ignored.
     *
     * @return true; or false with EPROTONOSUPPORT or ETERM
     * @throws IllegalArgumentException if the text is no endpoint
     * @throws IllegalStateException if the options for security are not complete
     */
    public final boolean connect(String endpoint) {
        return attach(endpoint, false);
    }

    private boolean attach(String endpoint, boolean binds) {
        if (isEnded()) {
            return fail(ZError.ETERM);
        }
        Codes.scheme(endpoint);
        try {
            secure();
            if (binds) {
                socket.bind(endpoint);
            } else {
                socket.connect(endpoint);
            }
            return succeed();
        } catch (EndpointException e) {
            int code = binds ? Codes.ofBind(e, endpoint) : Codes.ofConnect(e, endpoint);
            if (code == ZError.EINVAL) {
                fail(code);
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            return fail(code, new ZMQException(String.valueOf(e.getMessage()), code, e));
        } catch (ZMQException e) {
            return fail(e.getErrorCode(), e);
        } catch (SocketClosedException e) {
            return fail(e);
        }
    }

    private void secure() {
        synchronized (options) {
            Security chosen = ChosenSecurity.of(options);
            if (chosen != security) {
                socket.set(SocketOptions.SECURITY, chosen);
                security = chosen;
            }
        }
    }

    /**
     * Ends what was bound or connected.
     *
     * @return true; or false with ENOENT if there is no such endpoint, EINVAL for null, or ETERM
     * @throws IllegalArgumentException if the text is no endpoint
     */
    public final boolean termEndpoint(@Nullable String endpoint) {
        if (isEnded()) {
            return fail(ZError.ETERM);
        }
        if (endpoint == null) {
            return fail(ZError.EINVAL);
        }
        Codes.scheme(endpoint);
        try {
            return (unbind(endpoint) || disconnect(endpoint)) ? succeed() : fail(ZError.ENOENT);
        } catch (SocketClosedException e) {
            return fail(e);
        }
    }

    private boolean unbind(String endpoint) {
        try {
            socket.unbind(endpoint);
            return true;
        } catch (EndpointException e) {
            return false;
        }
    }

    private boolean disconnect(String endpoint) {
        try {
            socket.disconnect(endpoint);
            return true;
        } catch (EndpointException e) {
            return false;
        }
    }

    /** For PEER and RAW, which there are not: 0, with ENOTSUP. */
    public final int connectPeer(String endpoint) {
        fail(ZError.ENOTSUP);
        return 0;
    }

    /** For SERVER and PEER, which there are not: false, with ENOTSUP. */
    public boolean disconnectPeer(int routingId) {
        return xdisconnectPeer(routingId);
    }

    /** Only DISH; others give false, with ENOTSUP. */
    public final boolean join(String group) {
        return xjoin(group);
    }

    /** Only DISH; others give false, with ENOTSUP. */
    public final boolean leave(String group) {
        return xleave(group);
    }

    // ---- sending

    /**
     * Sends a frame; with SNDMORE in {@code flags} it is kept until the last frame of the message comes. With DONTWAIT it does not wait.
     * The message's bytes are queued, not copied. If the last frame is refused, those before it are dropped, as with JeroMQ: who
     * tries again begins with the first.
     *
     * @return true; or false with EAGAIN, ENOTSUP, EFSM, EHOSTUNREACH, EINTR or ETERM, or with EFAULT for null
     */
    public final boolean send(@Nullable Msg msg, int flags) {
        if (msg == null || !msg.check()) {
            return fail(isEnded() ? ZError.ETERM : ZError.EFAULT);
        }
        msg.resetFlags(Msg.MORE);
        if ((flags & ZMQ.ZMQ_SNDMORE) != 0) {
            msg.setFlags(Msg.MORE);
        } else if (beside != Beside.NOTHING && halfSent == null) {
            return sendWhole(beside.of(msg), flags);
        }
        return send(msg.data(), flags);
    }

    /** As {@link #send(Msg, int)}; what waits ends when {@link #cancel} sets the flag, with ECANCELED. */
    public final boolean send(@Nullable Msg msg, int flags, @Nullable AtomicBoolean cancelled) {
        if (cancelled == null) {
            return send(msg, flags);
        }
        if (cancelled.get()) {
            return fail(ZError.ECANCELED);
        }
        IntSupplier attempt = () -> send(msg, flags | ZMQ.ZMQ_DONTWAIT | TRIES_AGAIN) ? 1 : notYet();
        boolean sent = await(cancelled, timeout(flags, sendTimeout), attempt) > 0;
        if (!sent && (flags & ZMQ.ZMQ_SNDMORE) == 0) {
            dropHalfSent();
        }
        return sent;
    }

    /** As {@link #send(Msg, int)}, for bytes; the array itself is queued. Null stands for no bytes. */
    public final boolean send(byte @Nullable [] frame, int flags) {
        Message message = Message.wrap(frame == null ? NO_BYTES : frame);
        if (halfSent == null && (flags & ZMQ.ZMQ_SNDMORE) == 0) {
            return sendWhole(message, flags);
        }
        return sendPart(message, flags);
    }

    /** Sends the frames of a message, behind those that are half sent; as one, if there are none. Otherwise as {@link #send(Msg, int)}. */
    public final boolean send(Message message, int flags) {
        if (halfSent == null && (flags & ZMQ.ZMQ_SNDMORE) == 0) {
            return sendWhole(message, flags);
        }
        return sendPart(message, flags);
    }

    private boolean sendPart(Message part, int flags) {
        boolean isLast = (flags & ZMQ.ZMQ_SNDMORE) == 0;
        if (halfSent == null) {
            if (isLast) {
                return sendWhole(part, flags);
            }
            if (!mayBegin(part, flags)) {
                return false;
            }
        }
        HalfSent half;
        synchronized (halves) {
            half = halfSent == null ? new HalfSent() : halfSent;
            if (!isLast) {
                half.add(part);
                halfSent = half;
                return true;
            }
            // Taken out: what another thread begins meanwhile is a message of its own.
            halfSent = null;
        }
        boolean sent = sendWhole(half.with(part), flags);
        if (!sent && (flags & TRIES_AGAIN) != 0 && errno() == ZError.EAGAIN) {
            putBack(half);
        }
        return sent;
    }

    /** What could not be sent now can be completed again. */
    private void putBack(HalfSent half) {
        synchronized (halves) {
            HalfSent begun = halfSent;
            if (begun != null) {
                half.add(begun.whole());
            }
            if (!socket.isClosed()) {
                halfSent = half;
            }
        }
    }

    /** Whether a message may begin with this frame: what the last one would run into is told, and waited for, with the first. */
    private boolean mayBegin(Message first, int flags) {
        SendingSocket to = sender;
        if (isEnded()) {
            return fail(ZError.ETERM);
        }
        if (to == null) {
            return failFor(ZError.ENOTSUP, "do not send");
        }
        if (beside != Beside.NOTHING) {
            return failFor(ZError.EINVAL, "have messages of one frame");
        }
        if (isOutOfTurn()) {
            return failFor(ZError.EFSM, "take turns: receive first, all frames of the message");
        }
        try {
            if (socket instanceof RouterSocket router && router.routerMandatory()) {
                return mayBegin(router, first.array(0), flags);
            }
            return !WAITING.contains(socket.type())
                    || to.canSend()
                    || await(null, timeout(flags, sendTimeout), () -> ready(ZMQ.ZMQ_POLLOUT)) > 0;
        } catch (SocketClosedException e) {
            return fail(e);
        }
    }

    private boolean mayBegin(RouterSocket router, byte[] routingId, int flags) {
        return router.canSend(routingId)
                || await(null, timeout(flags, sendTimeout), () -> canBegin(router, routingId)) > 0;
    }

    /** 1 if there is room, 0 if there is none yet; or -1 with EHOSTUNREACH. */
    private int canBegin(RouterSocket router, byte[] routingId) {
        if (router.canSend(routingId)) {
            return 1;
        }
        if (router.hasPeer(routingId)) {
            return 0;
        }
        failFor(ZError.EHOSTUNREACH, "with ROUTER_MANDATORY send to peers that are there: this one is not");
        return -1;
    }

    private boolean isOutOfTurn() {
        return turn != Turn.ANY && (halfReceived != null || (turn == Turn.RECEIVE && !isRelaxed()));
    }

    private boolean isRelaxed() {
        return socket.type() == SocketType.REQ && socket.get(SocketOptions.REQ_RELAXED);
    }

    private boolean sendWhole(Message frames, int flags) {
        Message message = beside.of(frames);
        SendingSocket to = sender;
        if (to == null) {
            return isEnded() ? fail(ZError.ETERM) : failFor(ZError.ENOTSUP, "do not send");
        }
        if (turn != Turn.ANY && halfReceived != null) {
            return failFor(ZError.EFSM, "take turns: receive all frames of the message first");
        }
        try {
            if (!send(to, message, flags) && !(clearReadyChannel() && to.trySend(message))) {
                return fail(ZError.EAGAIN);
            }
        } catch (RuntimeException e) {
            return fail(e);
        }
        if (turn != Turn.ANY) {
            turn = Turn.RECEIVE;
        }
        return true;
    }

    private boolean send(SendingSocket to, Message message, int flags) {
        if ((flags & ZMQ.ZMQ_DONTWAIT) != 0) {
            return to.trySend(message);
        }
        Duration timeout = sendTimeout;
        if (timeout != null) {
            return to.send(message, timeout);
        }
        to.send(message);
        return true;
    }

    /** Forgets the frames of a message whose last one was not sent; true. */
    protected final boolean dropHalfSent() {
        synchronized (halves) {
            halfSent = null;
        }
        return true;
    }

    // ---- receiving

    /**
     * Receives a frame; {@link Msg#hasMore} says whether another one of the same message follows. With DONTWAIT in {@code flags} it does
     * not wait.
     *
     * @return null with EAGAIN, ENOTSUP, EFSM, EINTR or ETERM
     */
    public final @Nullable Msg recv(int flags) {
        while (halfReceived != null) {
            synchronized (halves) {
                HalfReceived half = halfReceived;
                if (half != null) {
                    byte[] frame = next(half);
                    return msg(frame, half.hasMore(), half.sender());
                }
            }
        }
        // Without the lock, as this may wait: another thread may get a message meanwhile, of which a part is left.
        Received received = takeFrom(flags);
        if (received == null) {
            return null;
        }
        Message message = received.message();
        Message body = beside.body(message);
        Msg msg = msg(first(body, received.peer()), body.frameCount() > 1, received.peer());
        beside.note(msg, message);
        return msg;
    }

    private Msg msg(byte[] frame, boolean more, @Nullable Peer sender) {
        var msg = new Msg(frame);
        if (more) {
            msg.setFlags(Msg.MORE);
        }
        return sender == null ? msg : senders.note(msg, sender);
    }

    /** As {@link #recv(int)}; what waits ends when {@link #cancel} sets the flag, with ECANCELED. */
    public final @Nullable Msg recv(int flags, @Nullable AtomicBoolean cancelled) {
        if (cancelled == null) {
            return recv(flags);
        }
        var received = new Msg[1];
        IntSupplier attempt = () -> {
            Msg msg = recv(flags | ZMQ.ZMQ_DONTWAIT);
            if (msg == null) {
                return notYet();
            }
            received[0] = msg;
            return 1;
        };
        return await(cancelled, timeout(flags, receiveTimeout), attempt) > 0 ? received[0] : null;
    }

    /** As {@link #recv(int)}, the frame's own array; {@code ZMQ_RCVMORE} says whether another one follows. */
    public final byte @Nullable [] recvBytes(int flags) {
        while (halfReceived != null) {
            synchronized (halves) {
                HalfReceived half = halfReceived;
                if (half != null) {
                    return next(half);
                }
            }
        }
        Message message = take(flags);
        return message == null ? null : first(message, null);
    }

    /** As {@link #recv(int)}, all frames that are left of a message: as one, if none of it was received before. */
    public final @Nullable Message recvMessage(int flags) {
        while (halfReceived != null) {
            synchronized (halves) {
                HalfReceived half = halfReceived;
                if (half != null) {
                    halfReceived = half.behind();
                    return half.rest();
                }
            }
        }
        return take(flags);
    }

    private void cannotReceive() {
        if (isEnded()) {
            fail(ZError.ETERM);
        } else {
            failFor(ZError.ENOTSUP, "do not receive");
        }
    }

    private byte[] first(Message message, @Nullable Peer sender) {
        if (message.frameCount() > 1) {
            synchronized (halves) {
                var begun = new HalfReceived(message, sender);
                HalfReceived before = halfReceived;
                if (before == null) {
                    halfReceived = begun;
                } else {
                    before.putBehind(begun);
                }
            }
        }
        return message.array(0);
    }

    private byte[] next(HalfReceived half) {
        byte[] frame = half.next();
        if (!half.hasMore()) {
            halfReceived = half.behind();
        }
        return frame;
    }

    private @Nullable Message take(int flags) {
        ReceivingSocket from = receiver;
        if (from == null) {
            cannotReceive();
            return null;
        }
        try {
            Message message = receive(from, flags);
            if (message == null && clearReadyChannel()) {
                message = from.tryReceive().orElse(null);
            }
            noteReceived(message != null);
            return message == null ? null : beside.body(message);
        } catch (RuntimeException e) {
            fail(e);
            return null;
        }
    }

    private @Nullable Message receive(ReceivingSocket from, int flags) {
        if ((flags & ZMQ.ZMQ_DONTWAIT) != 0) {
            return from.tryReceive().orElse(null);
        }
        Duration timeout = receiveTimeout;
        return timeout == null ? from.receive() : from.receive(timeout).orElse(null);
    }

    private @Nullable Received takeFrom(int flags) {
        ReceivingSocket from = receiver;
        if (from == null) {
            cannotReceive();
            return null;
        }
        try {
            Received received = receiveFrom(from, flags);
            if (received == null && clearReadyChannel()) {
                received = from.tryReceiveFrom().orElse(null);
            }
            noteReceived(received != null);
            return received;
        } catch (RuntimeException e) {
            fail(e);
            return null;
        }
    }

    private @Nullable Received receiveFrom(ReceivingSocket from, int flags) {
        if ((flags & ZMQ.ZMQ_DONTWAIT) != 0) {
            return from.tryReceiveFrom().orElse(null);
        }
        Duration timeout = receiveTimeout;
        return timeout == null ? from.receiveFrom() : from.receiveFrom(timeout).orElse(null);
    }

    private void noteReceived(boolean came) {
        if (!came) {
            fail(ZError.EAGAIN);
        } else if (turn != Turn.ANY) {
            turn = Turn.SEND;
        }
    }

    // ---- waiting

    /** Sets the flag, and ends the calls that wait with it, with ECANCELED. */
    public final void cancel(AtomicBoolean cancelled) {
        cancelled.set(true);
        bells.forEach(Bell::ring);
    }

    /**
     * Waits until the socket is ready for some of {@code events}, POLLIN and POLLOUT added.
     *
     * @param timeout in milliseconds; -1 for ever
     * @return those for which it is ready; or -1 with EAGAIN, ECANCELED, EINTR or ETERM
     */
    public final int poll(int events, int timeout, @Nullable AtomicBoolean cancelled) {
        return await(cancelled, limit(timeout), () -> ready(events));
    }

    /** Those of {@code events} for which the socket is ready now; -1 with ETERM. */
    public final int ready(int events) {
        try {
            int found = found(events);
            return found == 0 && isEnded() ? failed(ZError.ETERM) : found;
        } catch (SocketClosedException e) {
            fail(e);
            return -1;
        }
    }

    private int found(int events) {
        ReceivingSocket from = receiver;
        SendingSocket to = sender;
        int found = 0;
        if ((events & ZMQ.ZMQ_POLLIN) != 0 && from != null && (halfReceived != null || from.canReceive())) {
            found |= ZMQ.ZMQ_POLLIN;
        }
        if ((events & ZMQ.ZMQ_POLLOUT) != 0 && to != null && (halfSent != null || (!isOutOfTurn() && to.canSend()))) {
            found |= ZMQ.ZMQ_POLLOUT;
        }
        return found;
    }

    private int failed(int code) {
        fail(code);
        return -1;
    }

    /** After a try that did not wait: 0 if it is worth another one, else -1. */
    private int notYet() {
        return errno() == ZError.EAGAIN ? 0 : -1;
    }

    private static @Nullable Duration timeout(int flags, @Nullable Duration otherwise) {
        return (flags & ZMQ.ZMQ_DONTWAIT) != 0 ? Duration.ZERO : otherwise;
    }

    /**
     * Waits until a try comes to something.
     *
     * @param limit null for none
     * @param attempt gives 0 if it comes to nothing yet, and -1 if it failed and has set the code
     * @return what it gave; or -1 with EAGAIN, ECANCELED, EINTR or ETERM
     */
    private int await(@Nullable AtomicBoolean cancelled, @Nullable Duration limit, IntSupplier attempt) {
        int outcome = attempt.getAsInt();
        if (outcome != 0) {
            return outcome;
        }
        if (cancelled != null && cancelled.get()) {
            return failed(ZError.ECANCELED);
        }
        if (limit != null && limit.isZero()) {
            return failed(ZError.EAGAIN);
        }
        var bell = new Bell();
        bells.add(bell);
        try {
            Registration registration = socket.onReady(bell::ring);
            try {
                return await(bell, cancelled, limit == null ? Long.MAX_VALUE : limit.toNanos(), attempt);
            } finally {
                registration.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(ZError.EINTR);
        } catch (SocketClosedException e) {
            fail(e);
            return -1;
        } finally {
            bells.remove(bell);
        }
    }

    private int await(Bell bell, @Nullable AtomicBoolean cancelled, long nanos, IntSupplier attempt)
            throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            int outcome = attempt.getAsInt();
            if (outcome != 0) {
                return outcome;
            }
            if (cancelled != null && cancelled.get()) {
                return failed(ZError.ECANCELED);
            }
            long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
            if (left <= 0) {
                return failed(ZError.EAGAIN);
            }
            bell.await(left);
        }
    }

    /**
     * A channel that becomes readable when there may be something to do, for selectors of the application, which read nothing from it.
     * To ask for {@code ZMQ_EVENTS} makes it unreadable until something comes, and so does a call that gives EAGAIN. Closed with
     * the socket.
     *
     * @return null with ETERM
     */
    public final @Nullable SelectableChannel getFD() {
        ReadyChannel there = readyChannel;
        if (there != null) {
            return there.source();
        }
        synchronized (halves) {
            there = readyChannel;
            if (there != null) {
                return there.source();
            }
            try {
                there = ReadyChannel.of(this);
            } catch (SocketClosedException e) {
                fail(e);
                return null;
            }
            ctx.atEnd(socket, there::close);
            readyChannel = there;
            if (socket.isClosed()) {
                // Closed meanwhile, by a thread that did not see it.
                there.close();
            }
        }
        if (ready(ZMQ.ZMQ_POLLIN | ZMQ.ZMQ_POLLOUT) != 0) {
            there.tell();
        }
        return there.source();
    }

    /** Whether it is worth another look, as the channel was cleared. */
    private boolean clearReadyChannel() {
        ReadyChannel there = readyChannel;
        return there != null && there.clear();
    }

    private int events() {
        clearReadyChannel();
        return ready(ZMQ.ZMQ_POLLIN | ZMQ.ZMQ_POLLOUT);
    }

    // ---- options

    /**
     * Sets an option: see {@link ZMQ} for the numbers.
     *
     * @return true; or false with EINVAL or ETERM
     * @throws IllegalArgumentException if there is no such option, or the value is of another kind or out of range
     */
    public final boolean setSocketOpt(int option, @Nullable Object value) {
        if (socket.isClosed()) {
            return fail(ZError.ETERM);
        }
        try {
            synchronized (options) {
                if (!OptionTable.set(options, socket, option, value)) {
                    return fail(ZError.EINVAL);
                }
                afterSet(option);
            }
            return succeed();
        } catch (SocketClosedException e) {
            return fail(e);
        }
    }

    private void afterSet(int option) {
        switch (option) {
            case ZMQ.ZMQ_SNDTIMEO -> sendTimeout = limit(options.sendTimeout);
            case ZMQ.ZMQ_RCVTIMEO -> receiveTimeout = limit(options.recvTimeout);
            default -> {}
        }
    }

    private static @Nullable Duration limit(int millis) {
        return millis < 0 ? null : Duration.ofMillis(millis);
    }

    /**
     * A number, or 1 for true and 0 for false.
     *
     * @return -1 with ETERM
     * @throws IllegalArgumentException if there is no such option, or it is of another kind
     */
    public final int getSocketOpt(int option) {
        if (socket.isClosed()) {
            return failed(ZError.ETERM);
        }
        if (option == ZMQ.ZMQ_EVENTS) {
            return events();
        }
        Object value = getSocketOptx(option);
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        throw new IllegalArgumentException(
                "Option " + option + " is neither an Integer nor a Boolean: use getSocketOptx");
    }

    /**
     * The value of an option.
     *
     * @return null with ETERM
     * @throws IllegalArgumentException if there is no such option
     */
    public final @Nullable Object getSocketOptx(int option) {
        if (socket.isClosed()) {
            fail(ZError.ETERM);
            return null;
        }
        return switch (option) {
            case ZMQ.ZMQ_RCVMORE -> halfReceived == null ? 0 : 1;
            case ZMQ.ZMQ_FD -> getFD();
            case ZMQ.ZMQ_EVENTS -> events();
            case ZMQ.ZMQ_TYPE -> options.type;
            case ZMQ.ZMQ_LAST_ENDPOINT -> lastEndpoint();
            default -> {
                synchronized (options) {
                    yield OptionTable.get(options, socket, option);
                }
            }
        };
    }

    private @Nullable String lastEndpoint() {
        String last = socket.lastEndpoint();
        return last.isEmpty() ? null : last;
    }

    // ---- the end

    /** Closes the socket; what was sent is still handed over as long as LINGER says. What is half sent is dropped. */
    public final void close() {
        socket.close();
        monitoring.watchedClosed();
        dropHalfSent();
        halfReceived = null;
        ReadyChannel channel = readyChannel;
        if (channel != null) {
            channel.close();
        }
        ctx.closed(socket, options.linger);
    }

    /** The pattern's name, such as {@code PUSH}. */
    public String typeString() {
        return socket.type().name();
    }

    /** The class and the number of the socket within its context, such as {@code Push[3]}. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + options.socketId + "]";
    }

    // ---- monitoring

    /**
     * Begins to send what happens to this socket to whoever connects a PAIR to an address, an event a frame; an address of null ends
     * it.
     *
     * @return true; or false with EPROTONOSUPPORT if it is not inproc, EADDRINUSE, or ETERM
     * @throws IllegalArgumentException if the text is no endpoint
     * @throws IllegalStateException if there is a monitor or hook already
     */
    public final boolean monitor(@Nullable String address, int events) {
        int code = monitoring.start(address, events);
        return code == 0 ? succeed() : fail(code);
    }

    /**
     * Begins to call a hook with what happens to this socket, on a thread of the library's; a hook of null ends it.
     *
     * @return true; or false with ETERM
     * @throws IllegalStateException if there is a monitor or hook already
     */
    public final boolean setEventHook(@Nullable EventConsummer hook, int events) {
        int code = monitoring.hook(hook, events);
        return code == 0 ? succeed() : fail(code);
    }

    /** Tells an event, if somebody listens and wants it. */
    protected final void monitorEvent(Event event) {
        monitoring.tell(event);
    }

    public final void eventAcceptFailed(String endpoint, int errno) {
        monitoring.tell(ZMQ.ZMQ_EVENT_ACCEPT_FAILED, endpoint, errno);
    }

    public final void eventAccepted(String endpoint, SelectableChannel channel) {
        monitoring.tell(ZMQ.ZMQ_EVENT_ACCEPTED, endpoint, channel);
    }

    public final void eventBindFailed(String endpoint, int errno) {
        monitoring.tell(ZMQ.ZMQ_EVENT_BIND_FAILED, endpoint, errno);
    }

    public final void eventCloseFailed(String endpoint, int errno) {
        monitoring.tell(ZMQ.ZMQ_EVENT_CLOSE_FAILED, endpoint, errno);
    }

    public final void eventClosed(String endpoint, SelectableChannel channel) {
        monitoring.tell(ZMQ.ZMQ_EVENT_CLOSED, endpoint, channel);
    }

    public final void eventConnectDelayed(String endpoint, int errno) {
        monitoring.tell(ZMQ.ZMQ_EVENT_CONNECT_DELAYED, endpoint, errno);
    }

    public final void eventConnectRetried(String endpoint, int millis) {
        monitoring.tell(ZMQ.ZMQ_EVENT_CONNECT_RETRIED, endpoint, millis);
    }

    public final void eventConnected(String endpoint, SelectableChannel channel) {
        monitoring.tell(ZMQ.ZMQ_EVENT_CONNECTED, endpoint, channel);
    }

    public final void eventDisconnected(String endpoint, SelectableChannel channel) {
        monitoring.tell(ZMQ.ZMQ_EVENT_DISCONNECTED, endpoint, channel);
    }

    public final void eventHandshakeFailedAuth(String endpoint, int status) {
        monitoring.tell(ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_AUTH, endpoint, status);
    }

    public final void eventHandshakeFailedNoDetail(String endpoint, int errno) {
        monitoring.tell(ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, endpoint, errno);
    }

    public final void eventHandshakeFailedProtocol(String endpoint, int code) {
        monitoring.tell(ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL, endpoint, code);
    }

    public final void eventHandshakeSucceeded(String endpoint, int errno) {
        monitoring.tell(ZMQ.ZMQ_EVENT_HANDSHAKE_SUCCEEDED, endpoint, errno);
    }

    public final void eventHandshaken(String endpoint, int version) {
        monitoring.tell(ZMQ.ZMQ_EVENT_HANDSHAKE_PROTOCOL, endpoint, version);
    }

    public final void eventListening(String endpoint, SelectableChannel channel) {
        monitoring.tell(ZMQ.ZMQ_EVENT_LISTENING, endpoint, channel);
    }

    // ---- what JeroMQ's own machine calls, and its subclasses replace; nothing here calls it

    /** Without effect: no commands are queued. */
    public final void inEvent() {}

    /** Without effect. */
    protected void destroy() {}

    /** Without effect. */
    protected final void processDestroy() {}

    /** Without effect. */
    protected final void processStop() {}

    /** Without effect. */
    protected final void processTerm(int lingerMillis) {}

    /** Whether a receive would not wait. */
    protected boolean xhasIn() {
        return poll(ZMQ.ZMQ_POLLIN, 0, null) > 0;
    }

    /** Whether a send would not wait. */
    protected boolean xhasOut() {
        return poll(ZMQ.ZMQ_POLLOUT, 0, null) > 0;
    }

    /** Receives without waiting. */
    protected @Nullable Msg xrecv() {
        return recv(ZMQ.ZMQ_DONTWAIT);
    }

    /** Sends without waiting; the message itself says whether more follows. */
    protected boolean xsend(Msg msg) {
        return send(msg, ZMQ.ZMQ_DONTWAIT | (msg.hasMore() ? ZMQ.ZMQ_SNDMORE : 0));
    }

    /** Sets an option. */
    protected boolean xsetsockopt(int option, @Nullable Object value) {
        return setSocketOpt(option, value);
    }

    /** False, with ENOTSUP. */
    protected boolean xdisconnectPeer(int routingId) {
        return fail(ZError.ENOTSUP);
    }

    /** False with ENOTSUP but for DISH; with EINVAL for a group that it has joined, or that is none. */
    protected boolean xjoin(String group) {
        return withGroups(dish -> dish.join(group));
    }

    /** False with ENOTSUP but for DISH; with EINVAL for a group that it has not joined. */
    protected boolean xleave(String group) {
        return withGroups(dish -> dish.leave(group));
    }

    private boolean withGroups(Consumer<DishSocket> change) {
        if (!(socket instanceof DishSocket dish)) {
            return failFor(ZError.ENOTSUP, "have no groups");
        }
        try {
            change.accept(dish);
            return true;
        } catch (SocketStateException | IllegalArgumentException e) {
            return fail(ZError.EINVAL, e);
        } catch (RuntimeException e) {
            return fail(e);
        }
    }
}
