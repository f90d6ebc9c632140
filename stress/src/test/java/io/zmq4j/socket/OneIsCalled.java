package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several threads receive from one socket, and one of them gives up, perhaps just when it was called: a message calls one, and
 * whoever leaves passes on what it does not take.
 */
public final class OneIsCalled implements Scenario {
    private static final int MESSAGES = 2;
    private static final Duration SHORT = Duration.ofNanos(5000);

    private final ContextCore context = new ContextCore(ContextSettings.standard());
    private final AtomicInteger received = new AtomicInteger();

    @Override
    public void play(Trial trial) {
        SocketCore push = Sockets.open(context, SocketType.PUSH);
        SocketCore pull = Sockets.open(context, SocketType.PULL);
        // With a loop nobody looks fifty times before it waits.
        push.loop();
        pull.loop();
        pull.bind(Sockets.NAME);
        push.connect(Sockets.NAME);
        Thread[] patient = new Thread[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            patient[i] = trial.start("patient " + i, () -> {
                pull.receive();
                received.incrementAndGet();
            });
        }
        Thread hasty = trial.start("hasty", () -> {
            Message message = pull.receive(SHORT);
            if (message != null) {
                push.send(message);
            }
        });
        Thread sender = trial.start("sender", () -> {
            for (int i = 0; i < MESSAGES; i++) {
                push.send(Sockets.message(i));
            }
        });
        trial.join(hasty, sender);
        trial.join(patient);
        trial.check(received.get() == MESSAGES, "received " + received);
        trial.checkNoTimePassed("somebody waited for what was there");
        context.close(Duration.ofSeconds(1));
    }
}
