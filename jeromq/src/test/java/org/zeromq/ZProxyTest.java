package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZProxy.Command;
import org.zeromq.ZProxy.Plug;
import org.zeromq.ZProxy.Pump;
import org.zeromq.ZProxy.State;
import org.zeromq.ZProxy.ZPump;

/** A proxy's commands and states, the messages that it moves, and its ends. */
@Timeout(60)
class ZProxyTest {
    private static final String LAST_WORD = "over";
    private static final int IN_TIME_MILLIS = 20_000;

    private final ZContext context = new ZContext();
    private final CallLog log = new CallLog();
    private final CompletableFuture<Throwable> reported = new CompletableFuture<>();
    private final List<ZProxy> proxies = new ArrayList<>();
    private final Broker broker = new Broker();

    @AfterEach
    void close() {
        proxies.forEach(ZProxy::exit);
        context.close();
    }

    /** ROUTER at the front, DEALER at the back, PUSH as capture if wanted; notes what it is asked. */
    private class Broker implements ZProxy.Proxy {
        boolean captures;
        boolean configures = true;
        boolean goesOn = true;
        boolean renews = true;
        String reply;
        String failing;
        volatile Thread thread;

        private void note(String call) {
            log.add(call);
            if (call.equals(failing)) {
                throw new IllegalStateException("by the test");
            }
        }

        @Override
        public Socket create(ZContext context, Plug place, Object... args) {
            thread = Thread.currentThread();
            thread.setUncaughtExceptionHandler((in, failure) -> reported.complete(failure));
            note("create " + place);
            return switch (place) {
                case FRONT -> context.createSocket(SocketType.ROUTER);
                case BACK -> context.createSocket(SocketType.DEALER);
                case CAPTURE -> captures ? context.createSocket(SocketType.PUSH) : null;
            };
        }

        @Override
        public boolean configure(Socket socket, Plug place, Object... args) throws IOException {
            note("configure " + place);
            if (socket != null) {
                socket.bind("inproc://" + place);
            }
            return configures;
        }

        @Override
        public boolean restart(ZMsg message, Socket socket, Plug place, Object... args) {
            note("restart " + place + " " + message);
            return renews;
        }

        @Override
        public boolean configure(Socket pipe, ZMsg message, Socket front, Socket back, Socket capture, Object... args) {
            note("configure " + message);
            return reply(pipe);
        }

        @Override
        public boolean custom(Socket pipe, String command, Socket front, Socket back, Socket capture, Object... args) {
            note("custom " + command);
            return reply(pipe);
        }

        private boolean reply(Socket pipe) {
            if (reply != null) {
                pipe.send(reply);
                pipe.send("and more");
            }
            return goesOn;
        }
    }

    private ZProxy proxy() {
        return proxy(null);
    }

    private ZProxy proxy(Pump pump) {
        var proxy = new ZProxy(context, "broker", broker, pump, LAST_WORD);
        proxies.add(proxy);
        return proxy;
    }

    private void awaitThread() {
        Stage.await(() -> !broker.thread.isAlive(), "the proxy's thread has ended");
    }

    private Socket peer(SocketType type, Plug place) {
        Socket socket = context.createSocket(type);
        socket.setReceiveTimeOut(IN_TIME_MILLIS);
        socket.setSendTimeOut(IN_TIME_MILLIS);
        socket.connect("inproc://" + place);
        return socket;
    }

    private void sockets(String... more) {
        List<String> expected = new ArrayList<>(List.of("create FRONT", "create CAPTURE", "create BACK"));
        expected.addAll(Arrays.asList(more));
        assertThat(log.calls()).containsExactlyElementsOf(expected);
    }

    @Test
    void commandsLeadFromStateToState() {
        ZProxy proxy = proxy();
        assertThat(proxy.status()).isEqualTo(ZProxy.STOPPED);
        assertThat(proxy.isStarted()).isFalse();
        assertThat(proxy.start(true)).isEqualTo(ZProxy.STARTED);
        assertThat(proxy.isStarted()).isTrue();
        assertThat(proxy.pause(true)).isEqualTo(ZProxy.PAUSED);
        assertThat(proxy.status(true)).isEqualTo(ZProxy.PAUSED);
        assertThat(proxy.command("START", true)).isEqualTo(ZProxy.STARTED);
        sockets("configure FRONT", "configure BACK", "configure CAPTURE");
        assertThat(proxy.command(Command.STOP, true)).isEqualTo(State.STOPPED);
        assertThat(log.calls()).endsWith("create FRONT", "create CAPTURE", "create BACK");
        assertThat(proxy.pause(true)).isEqualTo(ZProxy.PAUSED);
        assertThat(proxy.start(true)).isEqualTo(ZProxy.STARTED);
        assertThat(log.calls()).endsWith("create BACK", "configure FRONT", "configure BACK", "configure CAPTURE");
        assertThat(proxy.exit()).isEqualTo(ZProxy.EXITED);
    }

    @Test
    void afterTheExitEverythingIsExited() {
        ZProxy proxy = proxy();
        assertThat(proxy.exit()).isEqualTo(ZProxy.EXITED);
        awaitThread();
        assertThat(proxy.start(true)).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.pause(false)).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.status()).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.command(Command.STATUS, false)).isEqualTo(State.EXITED);
        assertThat(proxy.command("any", true)).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.restart(null)).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.configure(new ZMsg())).isNull();
        assertThat(proxy.exit()).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.isStarted()).isFalse();
    }

    @Test
    void whatDoesNotWaitGivesTheStateBefore() {
        ZProxy proxy = proxy();
        assertThat(proxy.start(false)).isEqualTo(ZProxy.ALIVE);
        assertThat(proxy.pause(false)).isEqualTo(ZProxy.STARTED);
        assertThat(proxy.command(Command.STATUS, false)).isEqualTo(State.PAUSED);
        assertThat(proxy.stop(false)).isEqualTo(ZProxy.PAUSED);
        assertThat(proxy.status()).isEqualTo(ZProxy.STOPPED);
        assertThat(proxy.command(Command.EXIT, false)).isEqualTo(State.EXITED);
    }

    @Test
    void movesMessagesBothWaysAndCopiesThem() {
        broker.captures = true;
        ZProxy proxy = proxy();
        assertThat(proxy.start(true)).isEqualTo(ZProxy.STARTED);
        try (Socket client = peer(SocketType.REQ, Plug.FRONT);
                Socket server = peer(SocketType.REP, Plug.BACK);
                Socket captured = peer(SocketType.PULL, Plug.CAPTURE)) {
            ZMsg.newStringMsg("a", "", "c").send(client);
            assertThat(ZMsg.recvMsg(server)).isEqualTo(ZMsg.newStringMsg("a", "", "c"));
            server.send("reply");
            assertThat(client.recvStr()).isEqualTo("reply");
            assertThat(ZMsg.recvMsg(captured)).hasSize(5);
            assertThat(ZMsg.recvMsg(captured).getLast().streq("reply")).isTrue();
        }
    }

    @Test
    void whatComesWhilePausedWaits() {
        ZProxy proxy = proxy();
        proxy.start(true);
        try (Socket client = peer(SocketType.DEALER, Plug.FRONT);
                Socket server = peer(SocketType.REP, Plug.BACK)) {
            proxy.pause(true);
            ZMsg.newStringMsg("", "hello").send(client);
            assertThat(proxy.status()).isEqualTo(ZProxy.PAUSED);
            server.setReceiveTimeOut(50);
            assertThat(server.recvStr()).isNull();
            server.setReceiveTimeOut(IN_TIME_MILLIS);
            proxy.start(true);
            assertThat(server.recvStr()).isEqualTo("hello");
        }
    }

    @Test
    void aSideWithoutPeersKeepsNoCommandWaiting() {
        broker.captures = true;
        ZProxy proxy = proxy();
        proxy.start(true);
        try (Socket client = peer(SocketType.DEALER, Plug.FRONT)) {
            for (int i = 0; i < 100; i++) {
                ZMsg.newStringMsg("", "request " + i).send(client);
            }
            assertThat(proxy.status()).isEqualTo(ZProxy.STARTED);
            assertThat(proxy.pause(true)).isEqualTo(ZProxy.PAUSED);
            assertThat(proxy.start(true)).isEqualTo(ZProxy.STARTED);
            try (Socket server = peer(SocketType.DEALER, Plug.BACK)) {
                assertThat(proxy.status()).isEqualTo(ZProxy.STARTED);
                try (Socket captured = peer(SocketType.PULL, Plug.CAPTURE)) {
                    for (int i = 0; i < 100; i++) {
                        assertThat(ZMsg.recvMsg(server).getLast().toString()).isEqualTo("request " + i);
                        assertThat(ZMsg.recvMsg(captured).getLast().toString()).isEqualTo("request " + i);
                    }
                }
            }
        }
    }

    @Test
    void oneSocketMayBeBothSides() {
        var echo = new ZProxy(
                context,
                null,
                new ZProxy.Proxy.SimpleProxy() {
                    private Socket both;

                    @Override
                    public Socket create(ZContext context, Plug place, Object... args) {
                        if (place == Plug.FRONT) {
                            both = context.createSocket(SocketType.ROUTER);
                        }
                        return place == Plug.CAPTURE ? null : both;
                    }

                    @Override
                    public boolean configure(Socket socket, Plug place, Object... args) {
                        return place != Plug.FRONT || socket.bind("inproc://both");
                    }
                },
                null,
                null);
        proxies.add(echo);
        assertThat(echo.start(true)).isEqualTo(ZProxy.STARTED);
        try (Socket client = context.createSocket(SocketType.DEALER)) {
            client.setReceiveTimeOut(IN_TIME_MILLIS);
            client.connect("inproc://both");
            client.send("hello");
            assertThat(client.recvStr()).isEqualTo("hello");
        }
    }

    @Test
    void aTransformerHasAMessageOfItsOwnForEachDestination() {
        broker.captures = true;
        ZProxy proxy = proxy(new ZPump((message, from, to) -> message.append(from + " to " + to)));
        proxy.start(true);
        try (Socket client = peer(SocketType.REQ, Plug.FRONT);
                Socket server = peer(SocketType.REP, Plug.BACK);
                Socket captured = peer(SocketType.PULL, Plug.CAPTURE)) {
            client.send("hello");
            assertThat(ZMsg.recvMsg(server)).isEqualTo(ZMsg.newStringMsg("hello", "FRONT to BACK"));
            ZMsg copy = ZMsg.recvMsg(captured);
            assertThat(copy.pollLast().toString()).isEqualTo("FRONT to CAPTURE");
            assertThat(copy.pollLast().toString()).isEqualTo("hello");
        }
    }

    @Test
    void whatATransformerMakesNothingOfIsDropped() {
        ZProxy proxy = proxy(new ZPump((message, from, to) -> message.getLast().streq("drop") ? null : message));
        proxy.start(true);
        try (Socket client = peer(SocketType.DEALER, Plug.FRONT);
                Socket server = peer(SocketType.REP, Plug.BACK)) {
            ZMsg.newStringMsg("", "drop").send(client);
            ZMsg.newStringMsg("", "keep").send(client);
            assertThat(server.recvStr()).isEqualTo("keep");
        }
    }

    @Test
    void anotherPumpMayEndTheProxy() {
        ZProxy proxy = proxy((from, source, capture, to, destination) -> {
            ZMsg message = ZMsg.recvMsg(source);
            return !message.getLast().streq("end") && message.send(destination);
        });
        proxy.start(true);
        try (Socket client = peer(SocketType.DEALER, Plug.FRONT);
                Socket server = peer(SocketType.REP, Plug.BACK)) {
            ZMsg.newStringMsg("", "hello").send(client);
            assertThat(server.recvStr()).isEqualTo("hello");
            ZMsg.newStringMsg("", "end").send(client);
            Stage.await(() -> proxy.status().equals(ZProxy.EXITED), "the pump has ended the proxy");
        }
    }

    @Test
    void whatACallbackSaysIsToldFromTheAnswer() {
        broker.reply = "by the callback";
        ZProxy proxy = proxy();
        proxy.start(true);
        assertThat(proxy.configure(ZMsg.newStringMsg("x", "y"))).isEqualTo(ZMsg.newStringMsg("by the callback"));
        assertThat(log.calls()).endsWith("configure " + ZMsg.newStringMsg("x", "y"));
        assertThat(proxy.command(Command.CONFIG, new ZMsg(), false)).isEqualTo(ZMsg.newStringMsg("by the callback"));
        assertThat(proxy.command("any", true)).isEqualTo(ZProxy.STARTED);
        assertThat(proxy.command("any", false)).isEqualTo(ZProxy.STARTED);
        assertThat(proxy.status(false)).isEqualTo("by the callback");
        assertThat(proxy.status(false)).isEqualTo(ZProxy.STARTED);
        assertThat(proxy.command("any", false)).isEqualTo(ZProxy.STARTED);
        assertThat(proxy.command(Command.PAUSE, true)).isEqualTo(State.PAUSED);
    }

    @Test
    void aCallbackThatSaysNothingKeepsNobodyWaiting() {
        ZProxy proxy = proxy();
        assertThat(proxy.configure(new ZMsg())).isNull();
        assertThat(proxy.command("any", true)).isEqualTo(ZProxy.STOPPED);
        assertThat(proxy.command("any", false)).isEqualTo(ZProxy.STOPPED);
        assertThat(proxy.status()).isEqualTo(ZProxy.STOPPED);
        assertThat(log.calls()).endsWith("custom any", "custom any");
    }

    @Test
    void aCallbackMayEndTheProxy() {
        broker.goesOn = false;
        broker.reply = "bye";
        assertThat(proxy().command("any", true)).isEqualTo(ZProxy.EXITED);
        ZProxy proxy = proxy();
        assertThat(proxy.configure(new ZMsg())).isEqualTo(ZMsg.newStringMsg("bye"));
        assertThat(proxy.status()).isEqualTo(ZProxy.EXITED);
        broker.configures = false;
        assertThat(proxy().start(true)).isEqualTo(ZProxy.EXITED);
    }

    @Test
    void restartWithoutMessageMakesNewSockets() {
        ZProxy proxy = proxy();
        proxy.start(true);
        assertThat(proxy.restart(null)).isEqualTo(ZProxy.STARTED);
        sockets(
                "configure FRONT",
                "configure BACK",
                "configure CAPTURE",
                "create FRONT",
                "create CAPTURE",
                "create BACK",
                "configure FRONT",
                "configure BACK",
                "configure CAPTURE");
        moves();
    }

    private void moves() {
        try (Socket client = peer(SocketType.REQ, Plug.FRONT);
                Socket server = peer(SocketType.REP, Plug.BACK)) {
            client.send("still here");
            assertThat(server.recvStr()).isEqualTo("still here");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void restartWithAMessageAsksForEachSocket(boolean renews) {
        broker.renews = renews;
        ZProxy proxy = proxy();
        proxy.start(true);
        ZMsg message = ZMsg.newStringMsg("hot");
        String asked = message.toString();
        assertThat(proxy.restart(message)).isEqualTo(ZProxy.STARTED);
        assertThat(message).isEmpty();
        assertThat(log.calls())
                .containsSubsequence("restart FRONT " + asked, "restart BACK " + asked, "restart CAPTURE " + asked)
                .filteredOn("create FRONT"::equals)
                .hasSize(renews ? 2 : 1);
        moves();
        assertThat(proxy.restart(new ZMsg())).isEqualTo(ZProxy.STARTED);
        assertThat(proxy.command(Command.RESTART, null, true)).isEqualTo(ZMsg.newStringMsg(ZProxy.STARTED));
    }

    @Test
    void restartKeepsOtherStates() {
        ZProxy proxy = proxy();
        assertThat(proxy.restart(null)).isEqualTo(ZProxy.STOPPED);
        assertThat(log.calls()).doesNotContain("configure FRONT");
        proxy.start(true);
        proxy.pause(true);
        assertThat(proxy.restart(null)).isEqualTo(ZProxy.PAUSED);
        assertThat(proxy.start(true)).isEqualTo(ZProxy.STARTED);
        moves();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create FRONT", "configure BACK"})
    void whatFailsEndsTheProxyAndIsReported(String where) throws Exception {
        broker.failing = where;
        ZProxy proxy = proxy();
        assertThat(proxy.start(true)).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.status()).isEqualTo(ZProxy.EXITED);
        assertThat(reported.get(IN_TIME_MILLIS, TimeUnit.MILLISECONDS)).hasMessage("by the test");
    }

    @Test
    void theContextEndsTheProxy() {
        ZProxy proxy = proxy();
        proxy.start(true);
        context.close();
        awaitThread();
        assertThat(proxy.status()).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.exit()).isEqualTo(ZProxy.EXITED);
        assertThat(reported).isNotDone();
    }

    @Test
    void anInterruptOfItsThreadEndsTheProxy() {
        ZProxy proxy = proxy();
        proxy.start(true);
        broker.thread.interrupt();
        awaitThread();
        assertThat(proxy.status()).isEqualTo(ZProxy.EXITED);
        assertThat(proxy.exit()).isEqualTo(ZProxy.EXITED);
    }

    @Test
    void anInterruptOfTheCallerHarmsNothing() {
        ZProxy proxy = proxy();
        proxy.start(true);
        Thread.currentThread().interrupt();
        proxy.pause(true);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(proxy.start(true)).isEqualTo(ZProxy.STARTED);
        Thread.currentThread().interrupt();
        assertThat(proxy.exit()).isEqualTo(ZProxy.EXITED);
        assertThat(Thread.interrupted()).isTrue();
        awaitThread();
    }

    @Test
    void aProxyMayHaveAContextOfItsOwn() {
        var proxy = new ZProxy(broker, LAST_WORD, "an argument");
        assertThat(proxy.start(true)).isEqualTo(ZProxy.STARTED);
        assertThat(broker.thread.getName()).startsWith("ZProxy-");
        assertThat(proxy.exit()).isEqualTo(ZProxy.EXITED);
        awaitThread();
    }

    @Test
    void whatIsNeededIsTold() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZProxy(null, LAST_WORD));
        ZProxy proxy = proxy();
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.command("CONFIG", true));
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.command(Command.RESTART, true));
        assertThatNullPointerException().isThrownBy(() -> proxy.configure(null));
        assertThat(proxy.command(Command.RESTART, null, true)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Command.class,
            names = {"CONFIG", "RESTART"},
            mode = EnumSource.Mode.EXCLUDE)
    void otherCommandsTakeNoMessage(Command command) {
        ZProxy proxy = proxy();
        assertThat(proxy.command(command, ZMsg.newStringMsg("x"), true)).isNull();
        assertThat(proxy.status()).isEqualTo(ZProxy.STOPPED);
    }
}
