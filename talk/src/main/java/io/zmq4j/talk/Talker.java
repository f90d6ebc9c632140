package io.zmq4j.talk;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.EngineListener;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a connection in memory, which does at once whatever the handshake asks for. */
public final class Talker implements EngineListener {
    public final List<Message> messages = new ArrayList<>();
    /** What was told to who decides. */
    public final List<String> credentials = new ArrayList<>();

    public final List<String> traces = new ArrayList<>();
    public final Deque<Message> outgoing = new ArrayDeque<>();
    public Verdict verdict = new Verdict(Verdict.Status.SUCCESS, "", "", new Metadata());
    public long now = 1_000_000_000L;

    public @Nullable PeerInfo peer;

    private final Outgoing out = new Outgoing(64 * 1024);
    private final ZmtpEngine engine;
    private @Nullable Ask asked;

    public Talker(SocketType type, Security security) {
        this(type, security, false, Duration.ZERO);
    }

    public Talker(SocketType type, Security security, boolean authenticates, Duration heartbeat) {
        this(type, security, authenticates, heartbeat, -1);
    }

    private Talker(SocketType type, Security security, boolean authenticates, Duration heartbeat, long maxMessageSize) {
        engine = new ZmtpEngine(
                new EngineOptions(
                        type,
                        new byte[0],
                        maxMessageSize,
                        Duration.ofSeconds(30),
                        heartbeat,
                        Duration.ZERO,
                        Duration.ZERO,
                        security,
                        authenticates),
                this,
                now);
    }

    /** One that takes no larger messages. */
    public static Talker limited(SocketType type, Security security, long maxMessageSize) {
        return new Talker(type, security, false, Duration.ZERO, maxMessageSize);
    }

    /** Two with a complete handshake between them. */
    public static void introduce(Talker one, Talker other) throws ProtocolException {
        exchange(one, other);
        if (one.peer == null || other.peer == null) {
            throw new AssertionError("no handshake: %s, %s".formatted(one.peer, other.peer));
        }
    }

    /** Carries bytes between two until none is left. */
    public static void exchange(Talker one, Talker other) throws ProtocolException {
        byte[] toOther;
        byte[] toOne;
        do {
            toOther = one.transmit();
            other.receive(toOther);
            toOne = other.transmit();
            one.receive(toOne);
        } while (toOther.length + toOne.length > 0);
    }

    /** Whether the peer's greeting is there. */
    boolean hasGreeted() {
        return traces.stream().anyMatch(line -> line.startsWith("received greeting"));
    }

    public ZmtpEngine engine() {
        return engine;
    }

    public void receive(byte[] bytes) throws ProtocolException {
        receive(bytes, 0, bytes.length);
    }

    public void receive(byte[] bytes, int from, int end) throws ProtocolException {
        int at = from;
        answer();
        while (at < end) {
            at += engine.receive(bytes, at, end - at, now);
            answer();
        }
    }

    private void answer() throws ProtocolException {
        while (asked != null) {
            Ask ask = asked;
            asked = null;
            engine.resume(ask instanceof Ask.Work work ? work(work) : decision((Ask.Authenticate) ask), now);
        }
    }

    private Ask.Answer decision(Ask.Authenticate ask) {
        ask.credentials().forEach(each -> credentials.add(new String(each, StandardCharsets.UTF_8)));
        return ask.decided(verdict);
    }

    private static Ask.Answer work(Ask.Work work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError("the work failed: " + e, e);
        }
    }

    /** Gives bytes and returns why they were refused, or null. */
    public @Nullable ProtocolException refusal(byte[] bytes) {
        try {
            receive(bytes);
            return null;
        } catch (ProtocolException reason) {
            return reason;
        }
    }

    public void send(Message message) {
        outgoing.add(message);
    }

    /** All bytes that wait. */
    public byte[] transmit() {
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

    @Override
    public void onHandshake(PeerInfo info) {
        peer = info;
    }

    @Override
    public boolean onMessage(Message message) {
        messages.add(message);
        return true;
    }

    @Override
    public void onOutput() {}

    @Override
    public void onAsk(Ask ask) {
        asked = ask;
    }

    @Override
    public void onTrace(String line) {
        traces.add(line);
    }

    @Override
    public boolean traces() {
        return true;
    }
}
