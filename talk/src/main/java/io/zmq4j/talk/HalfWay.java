package io.zmq4j.talk;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What both sides of a handshake bear at each point of it, whatever the mechanism. What they do not is an {@link AssertionError}. */
public final class HalfWay {
    private static final int MOST_FLIGHTS = 40;
    private static final Duration HANDSHAKE_INTERVAL = Duration.ofSeconds(30);

    /** By what is wrong with them; the letters are those of docs/bad-input.md. */
    private static final Map<String, byte[]> BAD_FRAMES = badFrames();

    private HalfWay() {}

    private static Map<String, byte[]> badFrames() {
        var frames = new LinkedHashMap<String, byte[]>();
        frames.put("B12: a command without COMMAND", octets("\0\6\5READY"));
        frames.put("B12: a command with MORE", octets("\5\6\5READY"));
        frames.put("B12: a command with a reserved flag", octets("\f\6\5READY"));
        frames.put("B13: a READY that is empty and too early", octets("\4\6\5READY"));
        frames.put("B14: a message", octets("\0\2hi"));
        frames.put("B16: a name of no size", octets("\4\1\0"));
        frames.put("B16: a name that is longer than the command", octets("\4\3\377ab"));
        frames.put("B16: a name that nobody knows", octets("\4\6\5WHAT?"));
        frames.put("B17: a command of 2^31 bytes", octets("\6\0\0\0\0\200\0\0\0"));
        frames.put("B17: a command of 2^63 bytes", octets("\6\200\0\0\0\0\0\0\0"));
        return frames;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** From the greetings' end to its own, the handshake takes no frame that belongs to none. */
    public static void refusesBadFrames(Supplier<Talker> one, Supplier<Talker> other) {
        BAD_FRAMES.forEach((what, frame) -> atEachPoint(one, other, tried -> {
            if (!tried.hasGreeted()) {
                return;
            }
            if (tried.refusal(frame.clone()) == null || tried.peer != null || !tried.messages.isEmpty()) {
                throw new AssertionError(what + " was taken after " + tried.traces);
            }
        }));
    }

    /** Wherever the peer falls silent, the handshake's time ends it, and not before. */
    public static void endsInSilence(Supplier<Talker> one, Supplier<Talker> other) {
        atEachPoint(one, other, tried -> {
            tried.now += HANDSHAKE_INTERVAL.toNanos() - 1;
            ProtocolException early = tick(tried);
            tried.now++;
            ProtocolException late = tick(tried);
            if (early != null || late == null || late.reason() != CloseReason.HANDSHAKE_TIMEOUT) {
                throw new AssertionError("silence after %s: %s, %s".formatted(tried.traces, early, late));
            }
        });
    }

    private static @Nullable ProtocolException tick(Talker talker) {
        try {
            talker.engine().tick(talker.now);
            return null;
        } catch (ProtocolException reason) {
            return reason;
        }
    }

    /** Tries either side of a new pair after none, one, two and more turns of the two, until the handshake is complete. */
    private static void atEachPoint(Supplier<Talker> one, Supplier<Talker> other, Consumer<Talker> trial) {
        for (int flights = 0; flights < MOST_FLIGHTS; flights++) {
            boolean isTried = tryAfter(flights, one.get(), other.get(), true, trial);
            isTried |= tryAfter(flights, one.get(), other.get(), false, trial);
            if (!isTried) {
                return;
            }
        }
        throw new AssertionError("no handshake after %d turns".formatted(MOST_FLIGHTS));
    }

    private static boolean tryAfter(int flights, Talker one, Talker other, boolean first, Consumer<Talker> trial) {
        try {
            for (int i = 0; i < flights; i++) {
                Talker from = i % 2 == 0 ? one : other;
                (from == one ? other : one).receive(from.transmit());
            }
        } catch (ProtocolException e) {
            throw new AssertionError("no handshake", e);
        }
        Talker tried = first ? one : other;
        if (tried.peer != null) {
            return false;
        }
        trial.accept(tried);
        return true;
    }
}
