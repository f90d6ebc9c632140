package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.concat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One side of a connection in memory: an engine, what it told its owner, and a clock that is turned by hand. */
final class Side implements EngineListener {
    final List<Message> messages = new ArrayList<>();
    final List<PeerInfo> peers = new ArrayList<>();
    final List<Ask> asks = new ArrayList<>();
    final List<String> traces = new ArrayList<>();
    final Deque<Message> outgoing = new ArrayDeque<>();
    int outputs;
    boolean reading = true;
    long now = 1_000_000_000L;

    /** How many more messages there is room for. */
    int room = Integer.MAX_VALUE;

    private final Outgoing out;
    private final ZmtpEngine engine;

    private Side(EngineOptions options, int batchSize) {
        out = new Outgoing(batchSize);
        engine = new ZmtpEngine(options, this, now);
    }

    static Side of(SocketType type) {
        return with(options(type));
    }

    static Side with(EngineOptions options) {
        return new Side(options, 64 * 1024);
    }

    static Side with(EngineOptions options, int batchSize) {
        return new Side(options, batchSize);
    }

    static EngineOptions options(SocketType type) {
        return options(type, "", -1);
    }

    static EngineOptions options(SocketType type, String routingId, long maxMessageSize) {
        return new EngineOptions(
                type,
                Octets.octets("'" + routingId + "'"),
                maxMessageSize,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
    }

    static EngineOptions heartbeat(SocketType type, Duration interval, Duration ttl, Duration timeout) {
        return new EngineOptions(type, new byte[0], -1, Duration.ofSeconds(30), interval, ttl, timeout);
    }

    /** A side whose handshake with a peer of this type is complete, and whose part of it was taken. */
    static Side ready(SocketType type, String peerType) {
        return of(type).shakeHands(peerType);
    }

    Side shakeHands(String peerType) {
        receive(Octets.greeting());
        receive(Octets.ready(peerType));
        transmit();
        return this;
    }

    ZmtpEngine engine() {
        return engine;
    }

    /** What was polled and not handed out whole. */
    List<Message> unsent() {
        List<Message> unsent = new ArrayList<>();
        engine.recover(null, unsent::add);
        return unsent;
    }

    /** Gives bytes that are expected to be accepted and taken to the last. */
    void receive(byte[] bytes) {
        try {
            int taken = engine.receive(bytes, 0, bytes.length, now);
            if (taken != bytes.length) {
                throw new AssertionError("took %d of %d bytes".formatted(taken, bytes.length));
            }
        } catch (ProtocolException reason) {
            throw new AssertionError(reason.reason() + ": " + reason.getMessage(), reason);
        }
    }

    void receiveByteByByte(byte[] bytes) {
        for (byte octet : bytes) {
            receive(new byte[] {octet});
        }
    }

    /** Gives bytes and returns why they were refused, or null. */
    @Nullable
    ProtocolException refusal(byte[] bytes) {
        try {
            engine.receive(bytes, 0, bytes.length, now);
            return null;
        } catch (ProtocolException reason) {
            return reason;
        }
    }

    void send(Message message) {
        outgoing.add(message);
    }

    /** All bytes that wait. */
    byte[] transmit() {
        var bytes = new ByteArrayOutputStream();
        while (engine.transmit(out, outgoing::poll)) {
            bytes.write(out.batch, 0, out.batchLength);
            if (out.body != null) {
                bytes.writeBytes(out.body);
            }
            out.clear();
        }
        return bytes.toByteArray();
    }

    /** Lets time pass and returns why a timer ended the connection, or null. */
    @Nullable
    CloseReason tickAfter(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            engine.tick(now);
            return null;
        } catch (ProtocolException reason) {
            return reason.reason();
        }
    }

    /** Carries bytes between two sides until none is left. */
    static void exchange(Side one, Side other) {
        byte[] toOther;
        byte[] toOne;
        do {
            toOther = one.transmit();
            other.receive(toOther);
            toOne = other.transmit();
            one.receive(toOne);
        } while (toOther.length + toOne.length > 0);
    }

    @Override
    public void onHandshake(PeerInfo peer) {
        peers.add(peer);
    }

    @Override
    public boolean onMessage(Message message) {
        messages.add(message);
        return --room > 0;
    }

    @Override
    public void onOutput() {
        outputs++;
    }

    @Override
    public void onAsk(Ask ask) {
        asks.add(ask);
    }

    @Override
    public boolean isReading() {
        return reading;
    }

    @Override
    public void onTrace(String line) {
        traces.add(line);
    }

    @Override
    public boolean traces() {
        return true;
    }

    /** Bytes with which a peer of this type opens the connection. */
    static byte[] opening(String peerType) {
        return concat(Octets.greeting(), Octets.ready(peerType));
    }

    static byte[] bytes(int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
