package io.zmq4j.cli.probe;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * ZMTP over one line, step by step, with no message of this side. What the peer sends is capped, for each message and in all, and
 * thrown away. Ends with the line.
 */
final class Dialogue implements EngineListener, AutoCloseable {
    private static final int BUFFER = 8 * 1024;
    private static final long LARGEST_MESSAGE = 64 * 1024;
    private static final long MOST_BYTES = 1024 * 1024;

    /** A PING is due whenever the engine is asked. */
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private final Line line;
    private final ZmtpEngine engine;
    private final Heard heard = new Heard();
    private final Outgoing out = new Outgoing(BUFFER);
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long received;
    private @Nullable Ask asked;
    private @Nullable PeerInfo peer;
    private boolean welcomed;
    private long pongs;

    Dialogue(Line line, SocketType as, Security security) {
        this.line = line;
        var options = new EngineOptions(
                Manners.thatTakesAll(as),
                new byte[0],
                LARGEST_MESSAGE,
                Duration.ZERO,
                AT_ONCE,
                Duration.ZERO,
                Duration.ZERO,
                security,
                false);
        engine = new ZmtpEngine(options, this, System.nanoTime());
    }

    Heard heard() {
        return heard;
    }

    /** Who the peer is; null until its handshake is complete. */
    @Nullable
    PeerInfo peer() {
        return peer;
    }

    /** Whether the peer, as the server of a mechanism, has taken the first command of this side. */
    boolean isWelcomed() {
        return welcomed;
    }

    /** Waits for the peer's first bytes and says nothing. */
    void listen(long deadline) throws IOException, ProtocolException {
        hear(deadline);
    }

    /**
     * Goes on until something is so, or the deadline has come.
     *
     * @return whether it is so
     * @throws ProtocolException with the reason why the handshake has ended
     */
    boolean until(BooleanSupplier isSo, long deadline) throws IOException, ProtocolException {
        while (!isSo.getAsBoolean()) {
            speak(deadline);
            if (System.nanoTime() - deadline >= 0 || !hear(deadline)) {
                return isSo.getAsBoolean();
            }
        }
        return true;
    }

    /** The time that a PING and its PONG take; null if none has come by then. */
    @Nullable
    Duration ping(long deadline) throws IOException, ProtocolException {
        long before = pongs;
        long start = System.nanoTime();
        engine.tick(start);
        return until(() -> pongs > before, deadline) ? Duration.ofNanos(System.nanoTime() - start) : null;
    }

    /** This side has said all. */
    void finish() throws IOException {
        line.finish();
    }

    private void speak(long deadline) throws IOException {
        while (engine.transmit(out, () -> null)) {
            line.write(ByteBuffer.wrap(out.batch, 0, out.batchLength), deadline);
            byte[] body = out.body;
            if (body != null) {
                line.write(ByteBuffer.wrap(body), deadline);
            }
            out.clear();
        }
    }

    /** Whether something came before the deadline. */
    private boolean hear(long deadline) throws IOException, ProtocolException {
        int count = line.read(buffer.clear(), deadline);
        if (count < 0) {
            throw engine.endOfStream();
        }
        heard.add(buffer.array(), count);
        received += count;
        if (received > MOST_BYTES) {
            throw new ProtocolException(
                    CloseReason.MESSAGE_TOO_LARGE, "more than %d bytes came in a handshake".formatted(MOST_BYTES));
        }
        for (int at = 0; at < count; ) {
            at += engine.receive(buffer.array(), at, count - at, System.nanoTime());
            answer();
        }
        return count > 0;
    }

    private void answer() throws ProtocolException {
        while (asked != null) {
            Ask ask = asked;
            asked = null;
            engine.resume(ask instanceof Ask.Work work ? done(work) : letIn((Ask.Authenticate) ask), System.nanoTime());
        }
    }

    private static Ask.Answer done(Ask.Work work) throws ProtocolException {
        try {
            return work.call();
        } catch (Exception e) {
            throw new ProtocolException(CloseReason.INTERNAL_ERROR, String.valueOf(e.getMessage()));
        }
    }

    /** As a mechanism's server the probe takes everybody: nothing is sent to them. */
    private static Ask.Answer letIn(Ask.Authenticate ask) {
        return ask.decided(new Verdict(Verdict.Status.SUCCESS, "", "", new Metadata()));
    }

    @Override
    public void onHandshake(PeerInfo info) {
        peer = info;
    }

    @Override
    public void onAsk(Ask ask) {
        asked = ask;
    }

    @Override
    public boolean onMessage(Message message) {
        return true;
    }

    @Override
    public void onOutput() {}

    @Override
    public boolean traces() {
        return true;
    }

    @Override
    public void onTrace(String what) {
        if (what.startsWith("received PONG")) {
            pongs++;
        } else if (what.startsWith("received WELCOME")) {
            welcomed = true;
        }
    }

    @Override
    public void close() {
        engine.end();
        line.close();
    }
}
