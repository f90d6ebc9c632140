package programs.actor;

import org.zeromq.ZActor;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZPoller;
import programs.Expect;

/** Of two actors as one, the shadow is called first, and the main one's answers count. */
public final class TwoActorsAsOne {
    private TwoActorsAsOne() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            ZActor.Actor main = new Part(calls, "main", true);
            ZActor.Actor shadow = new Part(calls, "shadow", false);
            ZActor actor = new ZActor(context, new ZActor.Duo(main, shadow), "over");
            actor.send("hello");
            Expect.equal("main hello", actor.recv().popString());
            actor.send("end");
            Expect.that(actor.recv() == null, "the last word");
            actor.exit().awaitSilent();
            actor.close();
            Expect.failure(IllegalArgumentException.class, () -> new ZActor.Duo(main, null));
            Expect.failure(IllegalArgumentException.class, () -> new ZActor.Duo(null, shadow));
        }
        calls.expect(
                "shadow premiere",
                "main premiere",
                "shadow backstage",
                "main backstage",
                "shadow backstage",
                "main backstage",
                "shadow finished",
                "main finished");
    }

    private static final class Part extends ZActor.SimpleActor {
        private final Calls calls;
        private final String name;
        private final boolean reads;

        Part(Calls calls, String name, boolean reads) {
            this.calls = calls;
            this.name = name;
            this.reads = reads;
        }

        @Override
        public String premiere(Socket pipe) {
            return calls.add(name + " premiere", name);
        }

        @Override
        public boolean backstage(Socket pipe, ZPoller poller, int events) {
            calls.add(name + " backstage");
            if (!reads) {
                return false;
            }
            String word = pipe.recvStr();
            return !word.equals("end") && pipe.send(name + " " + word);
        }

        @Override
        public boolean finished(Socket pipe) {
            return calls.add(name + " finished", reads);
        }
    }
}
