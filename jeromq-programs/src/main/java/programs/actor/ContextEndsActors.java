package programs.actor;

import java.util.concurrent.TimeUnit;
import org.zeromq.ZActor;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZPoller;
import programs.Expect;

/** With its context an actor that waits comes to its end, and its owner is told by null. */
public final class ContextEndsActors {
    private ContextEndsActors() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        ZContext context = new ZContext();
        ZActor actor = new ZActor(
                context,
                new ZActor.SimpleActor() {
                    /** JeroMQ may report how the actor's thread ends. */
                    @Override
                    public String premiere(Socket pipe) {
                        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
                        return "ended by the context";
                    }

                    @Override
                    public boolean backstage(Socket pipe, ZPoller poller, int events) {
                        return pipe.send(pipe.recvStr());
                    }

                    @Override
                    public boolean finished(Socket pipe) {
                        return calls.add("finished", true);
                    }
                },
                "over");
        Expect.that(actor.send("hello"), "sent");
        Expect.equal("hello", actor.recv().popString());
        context.close();
        Expect.that(actor.exit().await(20, TimeUnit.SECONDS), "ended");
        Expect.that(actor.recv() == null && !actor.sign() && !actor.send("hello"), "the conversation is over");
        calls.expect("finished");
    }
}
