package io.zmq4j.socket;

import io.zmq4j.options.SocketOptions;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;

/** A sender to a full queue and a receiver from an empty one wait, drive or parked, and are called. */
public final class FullAndEmpty implements Scenario {
    private static final int MESSAGES = 5;

    private final ContextCore context = new ContextCore(ContextSettings.standard());

    @Override
    public void play(Trial trial) {
        SocketCore push = Sockets.open(context, SocketType.PUSH);
        SocketCore pull = Sockets.open(context, SocketType.PULL);
        push.set(SocketOptions.SNDHWM, 1);
        pull.set(SocketOptions.RCVHWM, 1);
        // With a loop nobody looks fifty times before it waits, and the one drives while the other parks.
        push.loop();
        pull.loop();
        pull.bind(Sockets.NAME);
        Thread sender = trial.start("sender", () -> {
            for (int i = 0; i < MESSAGES; i++) {
                push.send(Sockets.message(i));
            }
        });
        Thread receiver = trial.start("receiver", () -> {
            for (int i = 0; i < MESSAGES; i++) {
                String text = pull.receive().text();
                trial.check(text.equals(Integer.toString(i)), "got " + text + " for " + i);
            }
        });
        push.connect(Sockets.NAME);
        trial.join(sender, receiver);
        trial.checkNoTimePassed("somebody waited who had something to do");
        context.close(Duration.ofSeconds(1));
    }
}
