package programs.actor;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZActor;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZPoller;
import programs.Expect;

/** The callbacks of an actor come in a fixed order, all from one thread, which has the name that premiere gave. */
public final class ActorCallbacks {
    private ActorCallbacks() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            ZActor actor = new ZActor(context, new Noted(calls), "over", "an argument", 7);
            Expect.that(actor.send("hello"), "sent");
            Expect.eventually("the first turn has ended", () -> calls.count() == 7);
            Socket push = context.createSocket(SocketType.PUSH);
            push.connect("inproc://noted");
            push.send("to the stage");
            Expect.eventually("the second turn has ended", () -> calls.count() == 10);
            actor.send("end");
            Expect.that(actor.recv() == null, "the last word");
            Expect.that(actor.exit().await(20, TimeUnit.SECONDS), "ended");
            actor.close();
        }
        calls.expect(
                "premiere",
                "createSockets [an argument, 7] in noted",
                "start with 1",
                "looping",
                "backstage hello",
                "looped",
                "looping",
                "stage to the stage",
                "looped",
                "looping",
                "backstage end",
                "closed",
                "destroyed",
                "finished");
    }

    private static final class Noted implements ZActor.Actor {
        private final Calls calls;

        Noted(Calls calls) {
            this.calls = calls;
        }

        @Override
        public String premiere(Socket pipe) {
            return calls.add("premiere", "noted");
        }

        @Override
        public List<Socket> createSockets(ZContext context, Object... args) {
            calls.add("createSockets " + Arrays.toString(args) + " in "
                    + Thread.currentThread().getName());
            return Collections.singletonList(context.createSocket(SocketType.PULL));
        }

        @Override
        public void start(Socket pipe, List<Socket> sockets, ZPoller poller) {
            calls.add("start with " + poller.registered());
            sockets.get(0).bind("inproc://noted");
            poller.register(sockets.get(0), ZPoller.IN);
        }

        @Override
        public long looping(Socket pipe, ZPoller poller) {
            return calls.add("looping", -1L);
        }

        @Override
        public boolean backstage(Socket pipe, ZPoller poller, int events) {
            String word = pipe.recvStr();
            return calls.add("backstage " + word, !word.equals("end"));
        }

        @Override
        public boolean stage(Socket socket, Socket pipe, ZPoller poller, int events) {
            return calls.add("stage " + socket.recvStr(), true);
        }

        @Override
        public boolean looped(Socket pipe, ZPoller poller) {
            return calls.add("looped", true);
        }

        @Override
        public void closed(Socket socket) {
            calls.add("closed");
        }

        @Override
        public boolean destroyed(ZContext context, Socket pipe, ZPoller poller) {
            return calls.add("destroyed", false);
        }

        @Override
        public boolean finished(Socket pipe) {
            return calls.add("finished", true);
        }
    }
}
