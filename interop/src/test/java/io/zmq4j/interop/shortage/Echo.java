package io.zmq4j.interop.shortage;

import io.zmq4j.DealerSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A DEALER with some messages under way, which a ROUTER sends back. */
final class Echo extends Conversation {
    private static final int UNDER_WAY = 8;
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final long PAUSE_NANOS = 2_000_000;

    private final DealerSocket dealer;
    private final RouterSocket router;
    private final Numbers numbers = new Numbers();
    private long next;
    private long expected;

    Echo(String name, DealerSocket dealer, RouterSocket router) {
        super(name);
        this.dealer = prepare(dealer);
        this.router = prepare(router);
    }

    Echo begin() {
        sendWith(this::call);
        receiveWith(this::echo);
        return this;
    }

    private void call() {
        while (expected < UNDER_WAY) {
            Message message = Numbers.message(next);
            next++;
            dealer.send(message);
            expected++;
        }
        @Nullable Message echo = dealer.receive(PATIENCE).orElse(null);
        if (echo == null) {
            expected = 0;
        } else {
            expected = Math.max(0, expected - 1);
            numbers.take(echo);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void echo() {
        router.send(router.receive());
    }

    @Override
    long progress() {
        return numbers.received();
    }

    @Override
    @Nullable
    String wrong(long broken, long inSilence) {
        return numbers.wrong() == 0 ? null : numbers.wrong() + " came twice or torn, first " + numbers.firstWrong();
    }
}
