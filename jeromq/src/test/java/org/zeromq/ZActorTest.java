package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.ZMQ.Socket;

/** The order of an actor's callbacks, its lives, and two actors as one. */
@Timeout(60)
class ZActorTest {
    private static final String LAST_WORD = "over";
    private static final long IN_TIME_MILLIS = 20_000;

    private final ZContext context = new ZContext();
    private final CallLog log = new CallLog();

    @AfterEach
    void close() {
        context.close();
    }

    private static void awaitEnd(ZStar star) throws InterruptedException {
        assertThat(star.exit().await(IN_TIME_MILLIS, TimeUnit.MILLISECONDS))
                .as("the actor has ended")
                .isTrue();
    }

    /** Notes each callback; polls a PULL socket, and ends with the message "end", from whichever side. */
    private class Noted implements ZActor.Actor {
        private final String name;
        volatile Thread thread;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public String premiere(Socket pipe) {
            thread = Thread.currentThread();
            return log.add(name + "premiere", "noted");
        }

        @Override
        public List<Socket> createSockets(ZContext context, Object... args) {
            log.add(name + "createSockets " + Arrays.toString(args));
            List<Socket> sockets = new ArrayList<>();
            sockets.add(context.createSocket(SocketType.PULL));
            sockets.add(null);
            return sockets;
        }

        @Override
        public void start(Socket pipe, List<Socket> sockets, ZPoller poller) {
            log.add(name + "start " + poller.registered());
            sockets.get(0).bind("inproc://noted");
            poller.register(sockets.get(0), ZPoller.POLLIN);
        }

        @Override
        public long looping(Socket pipe, ZPoller poller) {
            return log.add(name + "looping", -1L);
        }

        @Override
        public boolean backstage(Socket pipe, ZPoller poller, int events) {
            String word = pipe.recvStr();
            return log.add(name + "backstage " + word, !word.equals("end"));
        }

        @Override
        public boolean stage(Socket socket, Socket pipe, ZPoller poller, int events) {
            String word = socket.recvStr();
            pipe.send("staged " + word);
            return log.add(name + "stage " + word, !word.equals("end"));
        }

        @Override
        public boolean looped(Socket pipe, ZPoller poller) {
            return log.add(name + "looped", true);
        }

        @Override
        public void closed(Socket socket) {
            log.add(name + "closed");
        }

        @Override
        public boolean destroyed(ZContext context, Socket pipe, ZPoller poller) {
            return log.add(name + "destroyed", false);
        }

        @Override
        public boolean finished(Socket pipe) {
            return log.add(name + "finished", true);
        }
    }

    @Test
    void callbacksComeInOrder() throws Exception {
        var actor = new ZActor(context, new Noted(""), LAST_WORD, "arg", 5);
        actor.send("hello");
        Stage.await(() -> log.calls().contains("looped"), "the actor has read");
        try (Socket push = context.createSocket(SocketType.PUSH)) {
            push.connect("inproc://noted");
            push.send("m");
            assertThat(actor.recv().popString()).isEqualTo("staged m");
            Stage.await(() -> log.calls().size() == 10, "the actor waits again");
            actor.send("end");
            assertThat(actor.recv()).isNull();
        }
        awaitEnd(actor);
        assertThat(log.calls())
                .containsExactly(
                        "premiere",
                        "createSockets [arg, 5]",
                        "start 1",
                        "looping",
                        "backstage hello",
                        "looped",
                        "looping",
                        "stage m",
                        "looped",
                        "looping",
                        "backstage end",
                        "closed",
                        "destroyed",
                        "finished");
        actor.close();
    }

    @Test
    void anActorHasAsManyLivesAsItWants() throws Exception {
        Iterator<Boolean> again = List.of(true, false).iterator();
        var actor = new ZActor(
                context,
                new Noted("") {
                    @Override
                    public boolean destroyed(ZContext context, Socket pipe, ZPoller poller) {
                        assertThat(context.getSockets()).containsExactly(pipe);
                        return log.add("destroyed", again.next());
                    }
                },
                LAST_WORD);
        actor.send("end");
        actor.send("end");
        assertThat(actor.recv()).isNull();
        awaitEnd(actor);
        assertThat(log.calls())
                .containsExactly(
                        "premiere",
                        "createSockets []",
                        "start 1",
                        "looping",
                        "backstage end",
                        "closed",
                        "destroyed",
                        "createSockets []",
                        "start 1",
                        "looping",
                        "backstage end",
                        "closed",
                        "destroyed",
                        "finished");
        actor.close();
    }

    @Test
    void ofTwoAsOneTheMainOneAnswers() throws Exception {
        var shadow = new ZActor.SimpleActor() {
            @Override
            public String premiere(Socket pipe) {
                return log.add("shadow premiere", "shadow");
            }

            @Override
            public boolean backstage(Socket pipe, ZPoller poller, int events) {
                return log.add("shadow backstage", false);
            }

            @Override
            public boolean finished(Socket pipe) {
                return log.add("shadow finished", false);
            }
        };
        var actor = new ZActor(context, new ZActor.Duo(new Noted("main "), shadow), LAST_WORD);
        actor.send("hello");
        actor.send("end");
        assertThat(actor.recv()).isNull();
        awaitEnd(actor);
        assertThat(log.calls())
                .containsSubsequence(
                        "shadow premiere",
                        "main premiere",
                        "main start 1",
                        "shadow backstage",
                        "main backstage hello",
                        "main looped",
                        "shadow backstage",
                        "main backstage end",
                        "main closed",
                        "shadow finished",
                        "main finished");
        actor.close();
    }

    @Test
    void aSimpleActorEndsWithTheFirstMessage() throws Exception {
        var actor = new ZActor(context, new ZActor.SimpleActor(), LAST_WORD);
        assertThat(actor.send("anything")).isTrue();
        assertThat(actor.recv()).isNull();
        assertThat(actor.sign()).isFalse();
        awaitEnd(actor);
        actor.close();
    }

    @Test
    void anInterruptEndsAllLives() throws Exception {
        var noted = new Noted("");
        var actor = new ZActor(context, noted, LAST_WORD);
        actor.send("hello");
        Stage.await(() -> log.calls().contains("looped"), "the actor has read");
        noted.thread.interrupt();
        assertThat(actor.recv()).isNull();
        awaitEnd(actor);
        assertThat(log.calls()).endsWith("closed", "destroyed", "finished");
        actor.close();
    }

    @Test
    void theContextEndsAllLives() throws Exception {
        var noted = new Noted("");
        var actor = new ZActor(context, noted, LAST_WORD);
        actor.send("hello");
        Stage.await(() -> log.calls().contains("looped"), "the actor has read");
        context.close();
        awaitEnd(actor);
        assertThat(log.calls()).endsWith("looping", "closed", "destroyed", "finished");
        noted.thread.join(IN_TIME_MILLIS);
        assertThat(noted.thread.isAlive()).isFalse();
    }

    @Test
    void closeEndsAnActorWithAContextOfItsOwn() throws Exception {
        var noted = new Noted("");
        var actor = new ZActor(noted, LAST_WORD);
        actor.send("hello");
        Stage.await(() -> log.calls().contains("looped"), "the actor has read");
        actor.close();
        awaitEnd(actor);
        noted.thread.join(IN_TIME_MILLIS);
        assertThat(noted.thread.isAlive()).isFalse();
    }

    @Test
    void socketsOfOtherContextsAreClosedToo() throws Exception {
        try (var other = new ZContext()) {
            var actor = new ZActor(
                    context,
                    new ZActor.SimpleActor() {
                        @Override
                        public List<Socket> createSockets(ZContext context, Object... args) {
                            return List.of(other.createSocket(SocketType.PULL));
                        }

                        @Override
                        public void start(Socket pipe, List<Socket> sockets, ZPoller poller) {
                            sockets.get(0).bind("inproc://other");
                        }
                    },
                    LAST_WORD);
            actor.send("end");
            assertThat(actor.recv()).isNull();
            awaitEnd(actor);
            try (Socket again = other.createSocket(SocketType.PULL)) {
                assertThat(again.bind("inproc://other")).isTrue();
            }
            actor.close();
        }
    }

    @Test
    void channelsWithoutAHandlerEndNothing() throws Exception {
        Pipe channel = Pipe.open();
        channel.source().configureBlocking(false);
        Iterator<Boolean> looped = List.of(true, false).iterator();
        var actor = new ZActor(
                context,
                new ZActor.SimpleActor() {
                    @Override
                    public void start(Socket pipe, List<Socket> sockets, ZPoller poller) {
                        poller.register(channel.source(), ZPoller.POLLIN);
                    }

                    @Override
                    public boolean looped(Socket pipe, ZPoller poller) {
                        drain(channel);
                        return log.add("looped", looped.next());
                    }
                },
                LAST_WORD);
        channel.sink().write(ByteBuffer.wrap(new byte[1]));
        Stage.await(() -> log.calls().contains("looped"), "the channel was ready");
        channel.sink().write(ByteBuffer.wrap(new byte[1]));
        assertThat(actor.recv()).isNull();
        awaitEnd(actor);
        channel.sink().close();
        channel.source().close();
        actor.close();
    }

    private static void drain(Pipe channel) {
        try {
            channel.source().read(ByteBuffer.allocate(8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anActorIsNeeded() {
        var simple = new ZActor.SimpleActor();
        assertThatIllegalArgumentException().isThrownBy(() -> new ZActor(context, null, LAST_WORD));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZActor.Duo(null, simple));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZActor.Duo(simple, null));
    }
}
