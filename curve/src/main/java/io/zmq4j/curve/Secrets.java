package io.zmq4j.curve;

import io.zmq4j.zmtp.mechanism.Ask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All secrets of one handshake, which are overwritten together when it is over, however it ends. Safe for any thread.
 *
 * <pre>
 *   KEPT ──work──► IN_USE ──work is done──► KEPT
 *     │ end           │ end
 *     ▼               ▼
 *   OVER ◄──done── ENDING        overwritten when no work uses them any more: nothing is computed with half a key
 * </pre>
 */
final class Secrets {
    private enum State {
        KEPT,
        IN_USE,
        ENDING,
        OVER
    }

    private final List<byte[]> kept = new ArrayList<>();
    private State state = State.KEPT;

    /** Keeps what work has made. */
    synchronized byte[] keep(byte[] secret) {
        kept.add(secret);
        return secret;
    }

    /**
     * The same work, while which nothing is overwritten. If it fails, so does the handshake, which is over then.
     *
     * @throws IllegalStateException from the work, if the handshake was over before it began
     */
    Ask.Work using(Ask.Work work) {
        return () -> {
            begin();
            boolean isDone = false;
            try {
                Ask.Answer answer = work.call();
                isDone = true;
                return answer;
            } finally {
                done(isDone);
            }
        };
    }

    private synchronized void begin() {
        if (state != State.KEPT) {
            throw new IllegalStateException("the handshake is over");
        }
        state = State.IN_USE;
    }

    private synchronized void done(boolean goesOn) {
        if (goesOn && state == State.IN_USE) {
            state = State.KEPT;
        } else {
            overwrite();
        }
    }

    /** The handshake is over. May be called again. */
    synchronized void end() {
        if (state == State.KEPT) {
            overwrite();
        } else if (state == State.IN_USE) {
            state = State.ENDING;
        }
    }

    private void overwrite() {
        state = State.OVER;
        for (byte[] secret : kept) {
            Arrays.fill(secret, (byte) 0);
        }
        kept.clear();
    }
}
