package org.zeromq;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import zmq.Msg;
import zmq.SocketBase;
import zmq.ZError;

/**
 * A socket without a context of its own: all of them share one. Used by one thread at a time; {@link #close} may be called by any.
 *
 * <p>What is received is null if there is nothing now, after an interrupt, which leaves the thread's flag set, and when the socket is
 * closed. What else goes wrong is thrown as {@link ZMQException}.
 */
public class ZSocket implements AutoCloseable {
    private final SocketBase base;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A socket of a type. */
    public ZSocket(SocketType socketType) {
        this(socketType.type());
    }

    /**
     * A socket of a type, given by its number.
     *
     * @throws ZMQException with EINVAL if there is none
     */
    public ZSocket(int socketType) {
        base = SharedContext.socket(socketType);
    }

    // ---- type and life

    /** The number of its type; -1 if it is closed. */
    public int getType() {
        return base.getSocketOpt(zmq.ZMQ.ZMQ_TYPE);
    }

    /** Its type. */
    public SocketType getSocketType() {
        return SocketType.type(getType());
    }

    /** Closes the socket, and drops what it has not sent. Nothing happens a second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            SharedContext.close(base);
        }
    }

    // ---- endpoints

    /** Waits for peers at an endpoint; true. */
    public boolean bind(String endpoint) {
        return orRaise(base.bind(endpoint));
    }

    /** Connects to an endpoint, as soon as somebody is there; true. */
    public boolean connect(String endpoint) {
        return orRaise(base.connect(endpoint));
    }

    /** Ends a connection; true. */
    public boolean disconnect(String endpoint) {
        return orRaise(base.termEndpoint(endpoint));
    }

    /** Ends waiting for peers at an endpoint; true. */
    public boolean unbind(String endpoint) {
        return orRaise(base.termEndpoint(endpoint));
    }

    /** Asks for the messages that begin with a topic. */
    public void subscribe(byte[] topic) {
        orRaise(base.setSocketOpt(zmq.ZMQ.ZMQ_SUBSCRIBE, topic));
    }

    /** Asks for the messages that begin with a topic. */
    public void subscribe(String topic) {
        subscribe(topic.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes back what was asked for. */
    public void unsubscribe(byte[] topic) {
        orRaise(base.setSocketOpt(zmq.ZMQ.ZMQ_UNSUBSCRIBE, topic));
    }

    /** Takes back what was asked for. */
    public void unsubscribe(String topic) {
        unsubscribe(topic.getBytes(StandardCharsets.UTF_8));
    }

    // ---- sending

    /** Sends a frame, waiting until it can; its length. */
    public int send(byte[] b) {
        return send(b, 0);
    }

    /**
     * Sends a frame; null is an empty one.
     *
     * @param flags {@link ZMQ#DONTWAIT}, {@link ZMQ#SNDMORE}, or both
     * @return its length; -1 if it cannot be sent now
     */
    public int send(byte[] b, int flags) {
        byte[] frame = b == null ? new byte[0] : b;
        return isSent(base.send(frame, flags)) ? frame.length : -1;
    }

    /**
     * Sends a frame, waiting until it can.
     *
     * @return its length
     */
    public int sendMessage(Msg message) {
        return sendMessage(message, 0);
    }

    /**
     * Sends a frame.
     *
     * @param flags {@link ZMQ#DONTWAIT}, {@link ZMQ#SNDMORE}, or both
     * @return its length; -1 if it cannot be sent now
     */
    public int sendMessage(Msg message, int flags) {
        int size = message == null ? 0 : message.size();
        return isSent(base.send(message, flags)) ? size : -1;
    }

    /** Sends a frame; false if it cannot be sent now. */
    public boolean sendFrame(ZFrame frame, int flags) {
        return isSent(base.send(frame.getData(), flags));
    }

    /**
     * Sends a message, waiting until it can, and takes its frames out of it.
     *
     * @return false if it has no frames
     */
    public boolean sendMessage(ZMsg message) {
        boolean isSent = false;
        for (ZFrame frame = message.pop(); frame != null; frame = message.pop()) {
            isSent = sendFrame(frame, message.isEmpty() ? 0 : ZMQ.SNDMORE);
        }
        return isSent;
    }

    /** Sends a text as a frame, waiting until it can; how many bytes it has. */
    public int sendStringUtf8(String str) {
        return sendStringUtf8(str, 0);
    }

    /** Sends a text as a frame; how many bytes it has, or -1 if it cannot be sent now. */
    public int sendStringUtf8(String str, int flags) {
        return send(str.getBytes(StandardCharsets.UTF_8), flags);
    }

    // ---- receiving

    /** Receives a frame, waiting until there is one. */
    public byte[] receive() {
        return receive(0);
    }

    /**
     * Receives a frame.
     *
     * @param flags {@link ZMQ#DONTWAIT}, or 0 to wait until there is one
     */
    public byte[] receive(int flags) {
        byte[] frame = base.recvBytes(flags);
        if (frame == null) {
            checkNothing();
        }
        return frame;
    }

    /** Receives a frame, waiting until there is one. */
    public Msg receiveMessage() {
        return receiveMessage(0);
    }

    /**
     * Receives a frame.
     *
     * @param flags {@link ZMQ#DONTWAIT}, or 0 to wait until there is one
     */
    public Msg receiveMessage(int flags) {
        Msg frame = base.recv(flags);
        if (frame == null) {
            checkNothing();
        }
        return frame;
    }

    /** Receives a frame as a text, waiting until there is one. */
    public String receiveStringUtf8() {
        return receiveStringUtf8(0);
    }

    /**
     * Receives a frame as a text.
     *
     * @param flags {@link ZMQ#DONTWAIT}, or 0 to wait until there is one
     */
    public String receiveStringUtf8(int flags) {
        byte[] frame = receive(flags);
        return frame == null ? null : new String(frame, StandardCharsets.UTF_8);
    }

    /** If the frame that was received last is not its message's last one. */
    public final boolean hasReceiveMore() {
        return base.getSocketOpt(zmq.ZMQ.ZMQ_RCVMORE) == 1;
    }

    // ---- failures

    private boolean orRaise(boolean isDone) {
        if (!isDone) {
            throw base.failure(base.errno());
        }
        return true;
    }

    private boolean isSent(boolean isSent) {
        return isSent || (base.errno() != ZError.EAGAIN && orRaise(false));
    }

    /** Nothing came, which is no failure unless the socket cannot receive at all. */
    private void checkNothing() {
        int errno = base.errno();
        if (errno != ZError.EAGAIN && errno != ZError.EINTR && errno != ZError.ETERM) {
            throw base.failure(errno);
        }
    }
}
