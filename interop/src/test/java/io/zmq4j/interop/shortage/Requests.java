package io.zmq4j.interop.shortage;

import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Requests, tried three times each, and their replies. */
final class Requests extends Conversation {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int TRIES = 3;
    private static final long PAUSE_NANOS = 3_000_000;

    private final ReqSocket req;
    private final RepSocket rep;
    private volatile long next;
    private volatile long done;
    private volatile long foreign;
    private @Nullable Message owed;

    Requests(String name, ReqSocket req, RepSocket rep) {
        super(name);
        this.req = prepare(req);
        this.rep = prepare(rep);
    }

    Requests begin() {
        sendWith(this::request);
        receiveWith(this::reply);
        return this;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void request() {
        long number = next++;
        Message reply = ask(number);
        if (reply != null && Numbers.number(reply) != number) {
            foreign++;
        } else if (reply != null) {
            done++;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private @Nullable Message ask(long number) {
        try {
            return req.request(Numbers.message(number), PATIENCE, TRIES);
        } catch (RequestFailedException e) {
            return null;
        }
    }

    /** A reply that could not be sent is sent later. */
    private void reply() {
        Message message = owed != null ? owed : rep.receive();
        owed = message;
        rep.send(message);
        owed = null;
    }

    @Override
    long progress() {
        return done;
    }

    @Override
    @Nullable
    String wrong(long broken, long inSilence) {
        return foreign == 0 ? null : foreign + " replies to something else";
    }
}
