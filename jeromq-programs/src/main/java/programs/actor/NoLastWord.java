package programs.actor;

import java.util.concurrent.TimeUnit;
import org.zeromq.ZActor;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZPoller;
import programs.Expect;

/** The owner of an actor that ends without a last word is told that nothing else comes. */
public final class NoLastWord {
    private NoLastWord() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZActor actor = new ZActor(
                    context,
                    new ZActor.SimpleActor() {
                        @Override
                        public boolean backstage(Socket pipe, ZPoller poller, int events) {
                            pipe.send(pipe.recvStr());
                            return false;
                        }

                        @Override
                        public boolean finished(Socket pipe) {
                            return false;
                        }
                    },
                    "over");
            Expect.that(actor.send("hello"), "sent");
            Expect.equal("hello", actor.recv().popString());
            Expect.that((Expect.onZmq4j() ? actor.recv() : actor.recv(50)) == null, "nothing else");
            Expect.that(actor.exit().await(20, TimeUnit.SECONDS), "ended");
            Expect.that(actor.sign(), "no last word was heard");
            if (Expect.onZmq4j()) {
                Expect.that(!actor.send("hello"), "nobody is there any more");
            }
            actor.close();
        }
    }
}
