package programs.actor;

import java.util.concurrent.TimeUnit;
import org.zeromq.ZActor;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZPoller;
import programs.Expect;

/** An actor with a context of its own that is sent its end, and closed, ends. */
public final class ClosedActors {
    private ClosedActors() {}

    public static void main(String[] args) throws Exception {
        ZActor actor = new ZActor(
                new ZActor.SimpleActor() {
                    @Override
                    public boolean backstage(Socket pipe, ZPoller poller, int events) {
                        String word = pipe.recvStr();
                        return !word.equals("end") && pipe.send(word);
                    }
                },
                "over");
        Expect.that(actor.send("hello"), "sent");
        Expect.equal("hello", actor.recv().popString());
        Expect.that(actor.send("end"), "sent");
        Expect.that(actor.exit().await(20, TimeUnit.SECONDS), "ended");
        actor.close();
        Expect.that(!actor.sign() && actor.recv() == null && !actor.send("hello"), "the conversation is over");
        actor.close();
    }
}
