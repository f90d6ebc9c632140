package io.zmq4j.interop.shortage;

import io.zmq4j.message.Message;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Numbered messages from one thread to another, in one direction. */
final class OneWay extends Conversation {
    /** Sends one; what is thrown leaves it in doubt. */
    interface Out {
        void send(Message message) throws Exception;
    }

    /** Receives one. */
    interface In {
        Message receive() throws Exception;
    }

    /** What may become of messages. */
    enum Promise {
        /** Nothing is lost but what is counted. */
        SURE,
        /** As above, and what was in the kernel, or read and not decoded, when a connection died: a row of messages. */
        SURE_BUT_FOR_DEATHS,
        /** As above, and what was published while a subscription was on its way: a row too, whose end nobody can know. */
        PUBLISHED
    }

    private static final int BURST = 8;
    private static final long PAUSE_NANOS = 4_000_000;

    private final Out out;
    private final In in;
    private final Promise promise;
    private final Numbers numbers = new Numbers();
    private volatile long next;
    private volatile long doubtful;

    OneWay(String name, Promise promise, Out out, In in) {
        super(name);
        this.out = out;
        this.in = in;
        this.promise = promise;
    }

    OneWay begin() {
        sendWith(this::send);
        receiveWith(this::receive);
        return this;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void send() throws Exception {
        Message message = Numbers.message(next);
        boolean isSure = false;
        try {
            out.send(message);
            isSure = true;
        } finally {
            if (!isSure) {
                doubtful++;
            }
            next++;
        }
        if (next % BURST == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void receive() throws Exception {
        numbers.take(in.receive());
    }

    @Override
    long progress() {
        return numbers.received();
    }

    @Override
    boolean isDrained() {
        return numbers.last() == next - 1;
    }

    @Override
    @Nullable
    String wrong(long broken, long inSilence) {
        if (numbers.wrong() > 0) {
            return numbers.wrong() + " came twice or torn, first " + numbers.firstWrong();
        }
        long explained = drops() + doubtful;
        long rows = promise == Promise.SURE ? 0 : deaths() + broken + inSilence;
        if (numbers.turns() > rows) {
            return "a mixture of " + numbers.turns() + " rows more than one, with " + rows + " ends of connections";
        }
        long tail = next - 1 - numbers.last();
        if (tail > explained && rows == 0) {
            return "the last " + tail + " have not come, drops and doubtful " + explained;
        }
        long missing = next - numbers.received();
        // The last connection may have died with the last of them.
        long gaps = numbers.gaps() + (tail > 0 ? 1 : 0);
        if (missing <= explained || (promise != Promise.SURE && gaps <= rows + explained)) {
            return null;
        }
        return missing + " missing in " + numbers.gaps() + " gaps, drops and doubtful " + explained + ", ends " + rows;
    }

    @Override
    String account() {
        return next + " sent, " + numbers.received() + " received, " + drops() + " dropped, " + doubtful + " in doubt, "
                + numbers.gaps() + " gaps, " + deaths() + " ends of connections";
    }
}
