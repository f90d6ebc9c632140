package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends and receives that may run out of time just when they succeed: each message is sent once and received once. */
public final class InTimeOrNot implements Scenario {
    private static final int MESSAGES = 4;
    private static final Duration SHORT = Duration.ofNanos(5000);

    private final ContextCore context = new ContextCore(ContextSettings.standard());
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger sum = new AtomicInteger();

    @Override
    public void play(Trial trial) {
        SocketCore push = Sockets.open(context, SocketType.PUSH);
        SocketCore pull = Sockets.open(context, SocketType.PULL);
        push.set(SocketOptions.SNDHWM, 1);
        pull.set(SocketOptions.RCVHWM, 1);
        push.loop();
        pull.loop();
        pull.bind(Sockets.NAME);
        push.connect(Sockets.NAME);
        trial.letTimePass();
        Thread sender = trial.start("sender", () -> {
            for (int i = 1; i <= MESSAGES; i++) {
                while (!push.send(Sockets.message(i), SHORT)) {
                    Thread.yield();
                }
            }
        });
        Thread one = trial.start("one", () -> receive(trial, pull));
        Thread other = trial.start("other", () -> receive(trial, pull));
        trial.join(sender);
        trial.join(one, other);
        trial.check(sum.get() == MESSAGES * (MESSAGES + 1) / 2, "the sum of what came is " + sum);
        context.close(Duration.ofSeconds(1));
    }

    private void receive(Trial trial, SocketCore pull) {
        int inVain = 0;
        while (received.get() < MESSAGES) {
            Message message = pull.receive(SHORT);
            if (message != null) {
                received.incrementAndGet();
                sum.addAndGet(Integer.parseInt(message.text()));
                inVain = 0;
            } else {
                trial.check(++inVain < 200, "a message is lost");
            }
        }
    }
}
