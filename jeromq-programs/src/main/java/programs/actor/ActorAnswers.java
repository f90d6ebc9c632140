package programs.actor;

import java.util.concurrent.TimeUnit;
import org.zeromq.ZActor;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZPoller;
import programs.Expect;

/** An actor answers what comes through its pipe, until a message ends it; its last word ends the conversation. */
public final class ActorAnswers {
    private ActorAnswers() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZActor actor = new ZActor(context, new Echo(), "over");
            Expect.that(actor.send("hello"), "sent");
            Expect.equal("hello", actor.recv().popString());
            ZMsg message = ZMsg.newStringMsg("two", "frames");
            Expect.that(actor.send(message, false), "sent");
            Expect.equal(message, actor.recv(true));
            Expect.that(actor.send(message), "sent");
            Expect.that(message.isEmpty(), "what was sent is emptied");
            Expect.equal(2, actor.recv().size());
            Expect.that(actor.recv(false) == null && actor.recv(5) == null, "nothing else");
            Expect.that(actor.sign(), "the conversation goes on");
            Expect.that(actor.send("over", true) && actor.send("frames"), "more than a word");
            Expect.equal(2, actor.recv().size());

            Expect.that(actor.send("end"), "sent");
            Expect.that(actor.recv() == null, "the last word is not seen");
            Expect.that(!actor.sign() && !actor.send("hello"), "the conversation is over");
            Expect.that(actor.exit().await(20, TimeUnit.SECONDS) && actor.exit().isExited(), "ended");
            actor.close();
        }
    }

    private static final class Echo extends ZActor.SimpleActor {
        @Override
        public boolean backstage(Socket pipe, ZPoller poller, int events) {
            ZMsg message = ZMsg.recvMsg(pipe);
            return !message.getFirst().streq("end") && message.send(pipe);
        }
    }
}
