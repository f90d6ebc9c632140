package programs.actor;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZActor;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZPoller;
import programs.Expect;

/** An actor that answers destroyed with yes begins again, with new sockets; one that looped ends needs no message for it. */
public final class ActorLives {
    private ActorLives() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            ZActor actor = new ZActor(
                    context,
                    new ZActor.SimpleActor() {
                        private int lives;

                        @Override
                        public List<Socket> createSockets(ZContext context, Object... args) {
                            calls.add("createSockets");
                            return Collections.singletonList(context.createSocket(SocketType.PULL));
                        }

                        @Override
                        public long looping(Socket pipe, ZPoller poller) {
                            return calls.add("looping", 1L);
                        }

                        @Override
                        public boolean looped(Socket pipe, ZPoller poller) {
                            return calls.add("looped", false);
                        }

                        @Override
                        public void closed(Socket socket) {
                            calls.add("closed");
                        }

                        @Override
                        public boolean destroyed(ZContext context, Socket pipe, ZPoller poller) {
                            Expect.equal(Collections.singletonList(pipe), context.getSockets());
                            lives++;
                            return calls.add("destroyed", lives < 3);
                        }
                    },
                    "over");
            Expect.that(actor.recv() == null && !actor.sign(), "the last word");
            Expect.that(actor.exit().await(20, TimeUnit.SECONDS), "ended");
            actor.close();
        }
        String[] life = {"createSockets", "looping", "looped", "closed", "destroyed"};
        String[] lives = new String[3 * life.length];
        for (int i = 0; i < lives.length; i++) {
            lives[i] = life[i % life.length];
        }
        calls.expect(lives);
    }
}
