package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;

/** A subscriber that connects in the moment of the bind hears what is published from then on. */
public final class BindMeetsConnect implements Scenario {
    private final ContextCore context = new ContextCore(ContextSettings.standard());

    @Override
    public void play(Trial trial) {
        SocketCore xpub = Sockets.open(context, SocketType.XPUB);
        SocketCore sub = Sockets.open(context, SocketType.SUB);
        sub.subscribe(new byte[0]);
        Thread connecting = trial.start("connecting", () -> sub.connect(Sockets.NAME));
        Thread binding = trial.start("binding", () -> xpub.bind(Sockets.NAME));
        trial.join(connecting, binding);
        Message subscription = xpub.receive(Duration.ofSeconds(1));
        trial.check(subscription != null, "no subscription has come");
        trial.check(xpub.peerCount() == 1 && sub.peerCount() == 1, "the peers do not count each other");
        xpub.send(Sockets.message(1));
        trial.check(sub.receive(Duration.ofSeconds(1)) != null, "the subscriber is deaf");
        context.close(Duration.ofSeconds(1));
    }
}
