package io.zmq4j.socket;

import io.zmq4j.error.ZmqException;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;

/**
 * Peers attach, connect, send a message and end while the socket they talk to receives: each message is received once, the
 * pipes of those who left are gone, nobody who left counts, and a close in the middle of it ends everything.
 */
public final class PipesComeAndGo implements Scenario {
    private static final int PEERS = 2;

    private final ContextCore context = new ContextCore(ContextSettings.standard());

    @Override
    public void play(Trial trial) {
        SocketCore pull = Sockets.open(context, SocketType.PULL);
        Thread binding = trial.start("binding", () -> pull.bind(Sockets.NAME));
        var peers = new Thread[PEERS];
        for (int i = 0; i < PEERS; i++) {
            int number = i;
            peers[i] = trial.start("peer " + i, () -> {
                SocketCore push = Sockets.open(context, SocketType.PUSH);
                push.connect(Sockets.NAME);
                trial.check(push.awaitPeer(Duration.ofSeconds(1)), "no peer");
                push.send(Sockets.message(number));
                push.close();
            });
        }
        int seen = 0;
        for (int i = 0; i < PEERS; i++) {
            var message = pull.receive(Duration.ofSeconds(1));
            trial.check(message != null, "a message is lost");
            int bit = 1 << Integer.parseInt(message.text());
            trial.check((seen & bit) == 0, "a message came twice");
            seen |= bit;
        }
        trial.join(peers);
        trial.join(binding);
        // Before anything is asked of the socket: a signal that lies in its mailbox would be found then.
        trial.check(pull.peerCount() == 0, pull.peerCount() + " peers count that have left");
        trial.check(pull.tryReceive() == null, "one message too many");
        trial.check(pull.pattern().onlyPipe() == null, "a pipe is left");
        Thread late = trial.start("late", () -> {
            try {
                SocketCore push = Sockets.open(context, SocketType.PUSH);
                push.connect(Sockets.NAME);
                push.trySend(Sockets.message(9));
            } catch (ZmqException e) {
                // The context was quicker.
            }
        });
        context.close(Duration.ofSeconds(1));
        trial.join(late);
        trial.checkNoTimePassed("the close waited for nothing");
    }
}
