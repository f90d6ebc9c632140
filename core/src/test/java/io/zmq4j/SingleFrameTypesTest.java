package io.zmq4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.Routed;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CLIENT, SERVER, SCATTER, GATHER, PEER, CHANNEL, RADIO and DISH over each transport that has connections. */
class SingleFrameTypesTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    /** Messages of each thread. */
    private static final int EACH = 500;

    @TempDir
    private static Path directory;

    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private static String endpoint(String transport) {
        return switch (transport) {
            case "tcp" -> "tcp://127.0.0.1:*";
            case "ipc" -> "ipc://" + directory.resolve("socket" + System.nanoTime());
            default -> "inproc://here";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aServerAnswersWhoAsked(String transport) {
        var server = context.server();
        String endpoint = server.bind(endpoint(transport)).uri();
        var one = context.client();
        var other = context.client();
        one.connect(endpoint);
        other.connect(endpoint);

        one.send("one");
        other.send("other");
        for (int i = 0; i < 2; i++) {
            Routed request = server.receiveRouted(IN_TIME).orElseThrow();
            assertThat(request.routingId()).isNotZero();
            assertThat(request.peer().type()).isEqualTo("CLIENT");
            server.send(request.routingId(), "to " + request.message().text());
        }

        assertThat(one.receiveText(IN_TIME)).contains("to one");
        assertThat(other.receiveText(IN_TIME)).contains("to other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void whatIsScatteredIsGatheredInTurn(String transport) {
        var scatter = context.scatter();
        String endpoint = scatter.bind(endpoint(transport)).uri();
        var one = context.gather();
        var other = context.gather();
        assertThat(one.connect(endpoint).awaitPeer(IN_TIME)).isTrue();
        assertThat(other.connect(endpoint).awaitPeer(IN_TIME)).isTrue();
        awaitPeers(scatter, 2);

        scatter.send("1");
        scatter.send("2");

        assertThat(one.receiveText(IN_TIME).orElseThrow()
                        + other.receiveText(IN_TIME).orElseThrow())
                .isIn("12", "21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aChannelGoesBothWays(String transport) {
        var bound = context.channel();
        var connected = context.channel();
        connected.connect(bound.bind(endpoint(transport)).uri());

        connected.send("there");
        assertThat(bound.receiveText(IN_TIME)).contains("there");
        bound.send("back");
        assertThat(connected.receiveText(IN_TIME)).contains("back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aPeerIsSentToAsSoonAsItIsConnectedTo(String transport) {
        var bound = context.peer();
        var connected = context.peer();
        int id = connected.connectPeer(bound.bind(endpoint(transport)).uri());

        connected.send(id, "there");
        Routed heard = bound.receiveRouted(IN_TIME).orElseThrow();
        assertThat(heard.message().text()).isEqualTo("there");
        bound.send(heard.routingId(), "back");
        Routed answer = connected.receiveRouted(IN_TIME).orElseThrow();
        assertThat(answer.message().text()).isEqualTo("back");
        assertThat(answer.routingId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aDishHearsItsGroupsAndNoOthers(String transport) {
        var radio = context.radio();
        var dish = context.dish().join("weather");
        dish.connect(radio.bind(endpoint(transport)).uri());
        assertThat(radio.awaitPeer(IN_TIME)).isTrue();

        radio.send("weather/nl", "rain");
        radio.send("weather", "sunny");

        assertThat(dish.receive(IN_TIME)).contains(Message.of("weather", "sunny"));
        dish.leave("weather").join("sports");
        Message last;
        do {
            radio.send("weather", "cold");
            radio.send("sports", "goal");
            last = dish.receive(Duration.ofMillis(10)).orElse(Message.empty());
        } while (last.frameCount() == 1);
        assertThat(last).isEqualTo(Message.of("sports", "goal"));
    }

    @Test
    void groupsAreJoinedAgainWhenTheConnectionComesBack() {
        var radio = context.radio();
        String endpoint = radio.bind("tcp://127.0.0.1:*").uri();
        var dish = context.dish().join("a").reconnectInterval(Duration.ofMillis(1));
        dish.connect(endpoint);
        assertThat(radio.awaitPeer(IN_TIME)).isTrue();
        dish.join("b");
        radio.unbind(endpoint);
        radio.bind(endpoint);

        assertThat(radio.awaitPeer(IN_TIME)).isTrue();
        for (String group : List.of("a", "b")) {
            Message last;
            do {
                // Of the groups, each by itself may not have come yet.
                radio.send(group, "again");
                last = dish.receive(Duration.ofMillis(10)).orElse(Message.empty());
            } while (!last.text().equals(group));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLIENT", "SCATTER", "CHANNEL", "PEER", "RADIO"})
    @DisplayName("RFC 41, 48, 49, 52: MUST be thread-safe and allow receiving and sending from multiple threads")
    void manyThreadsShareASocket(String name) throws Exception {
        SocketType type = SocketType.named(name);
        Socket receiver = context.socket(SocketType.named(type.peers().get(0)));
        String endpoint = receiver.bind("tcp://127.0.0.1:*").uri();
        Socket sender = context.socket(type);
        Function<String, Message> message = Message::of;
        if (sender instanceof PeerSocket peer) {
            int id = peer.connectPeer(endpoint);
            byte[] bytes = ByteBuffer.allocate(4).putInt(id).array();
            message = text -> Message.of(bytes, text.getBytes(UTF_8));
        } else {
            sender.connect(endpoint);
        }
        if (sender instanceof RadioSocket radio && receiver instanceof DishSocket dish) {
            dish.join("x");
            radio.xpubNoDrop(true);
            assertThat(radio.awaitPeer(IN_TIME)).isTrue();
            message = text -> Message.of("x", text);
        }
        Set<String> heard = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            threads.add(inThread(sendTo((Sender) sender, message, thread * EACH)));
            threads.add(inThread(() -> {
                while (heard.size() < 4 * EACH) {
                    ((Receiver) receiver)
                            .receive(Duration.ofMillis(10))
                            .ifPresent(came -> assertThat(heard.add(came.text(came.frameCount() - 1)))
                                    .as("heard once")
                                    .isTrue());
                }
            }));
        }
        CompletableFuture.allOf(threads.toArray(new CompletableFuture<?>[0]))
                .get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
        assertThat(heard).hasSize(4 * EACH);
    }

    private static Runnable sendTo(Sender sender, Function<String, Message> message, int from) {
        return () -> {
            for (int i = from; i < from + EACH; i++) {
                sender.send(message.apply("number " + i));
            }
        };
    }

    private static CompletableFuture<Void> inThread(Runnable task) {
        var done = new CompletableFuture<Void>();
        var thread = new Thread(() -> {
            try {
                task.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    @Test
    void whatAServerCannotSendSaysWhy() {
        var server = context.server();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.send("no number"))
                .withMessageContaining("SERVER sends two frames");
        assertThatIllegalArgumentException().isThrownBy(() -> server.send(1, Message.of("two", "frames")));
        assertThatThrownBy(() -> server.send(1, "nobody")).isInstanceOf(UnroutableException.class);
        assertThatThrownBy(() -> server.trySend(1, Message.of("nobody"))).isInstanceOf(UnroutableException.class);
        assertThatThrownBy(() -> server.send(1, Message.of("nobody"), IN_TIME)).isInstanceOf(UnroutableException.class);
        assertThat(server.sendAsync(1, Message.of("nobody"))).isCompletedExceptionally();
        assertThatThrownBy(() -> server.disconnectPeer(1)).isInstanceOf(UnroutableException.class);
        assertThat(server.peer(1)).isEmpty();
        assertThat(server.tryReceiveRouted()).isEmpty();
    }

    @Test
    void aSendToOneWhoIsFullWaitsAndOneToAnotherDoesNot() {
        var server = context.server().sendHighWaterMark(1).sendTimeout(Duration.ofMillis(20));
        server.bind("inproc://full");
        var slow = context.client().receiveHighWaterMark(1);
        var quick = context.client();
        slow.connect("inproc://full");
        slow.send("slow");
        int slowOne = server.receiveRouted(IN_TIME).orElseThrow().routingId();
        quick.connect("inproc://full");
        quick.send("quick");
        int quickOne = server.receiveRouted(IN_TIME).orElseThrow().routingId();

        int taken = 0;
        while (server.trySend(slowOne, Message.of("x"))) {
            taken++;
        }
        assertThatThrownBy(() -> server.send(slowOne, "x")).isInstanceOf(WaitTimeoutException.class);
        server.send(quickOne, new byte[] {'y'});
        assertThat(quick.receiveText(IN_TIME)).contains("y");
        assertThat(server.drops()).isEmpty();
        for (int i = 0; i < taken; i++) {
            assertThat(slow.receiveText(IN_TIME)).contains("x");
        }
        assertThat(server.send(slowOne, Message.of("z"), IN_TIME)).isTrue();
    }

    @Test
    void aPeerThatWantsToBeConnectedFirstCannotBeNumberedBefore() {
        var peer = context.peer().immediate(true);
        assertThatThrownBy(() -> peer.connectPeer("tcp://127.0.0.1:1"))
                .isInstanceOf(SocketStateException.class)
                .hasMessageContaining("IMMEDIATE");
        assertThat(peer.immediate(false).connectPeer("tcp://127.0.0.1:1")).isNotZero();
        assertThatThrownBy(() -> peer.connectPeer("nonsense")).isInstanceOf(EndpointException.class);
    }

    @Test
    void whoIsWhoIsInTheStatistics() {
        var server = context.server();
        var client = context.client();
        client.connect(server.bind("inproc://numbers"));
        client.send("hello");
        Routed hello = server.receiveRouted(IN_TIME).orElseThrow();
        byte[] id = ByteBuffer.allocate(4).putInt(hello.routingId()).array();
        assertThat(server.statistics().peers()).singleElement().satisfies(peer -> {
            assertThat(peer.routingId()).isEqualTo(id);
            assertThat(peer.traffic().messagesIn()).isEqualTo(1);
        });
        assertThat(server.peer(hello.routingId()).orElseThrow().routingId()).isEqualTo(id);
        assertThat(server.hasPeer(hello.routingId())).isTrue();
        server.disconnectPeer(hello.routingId());
        assertThat(server.hasPeer(hello.routingId())).isFalse();
    }

    @Test
    void aProxyPassesWhatHasTheSameShape() {
        var frontend = context.dish().join("x");
        var backend = context.radio();
        var radio = context.radio();
        var dish = context.dish().join("x");
        frontend.connect(radio.bind("inproc://front"));
        dish.connect(backend.bind("inproc://back"));
        assertThat(radio.awaitPeer(IN_TIME)).isTrue();
        assertThat(backend.awaitPeer(IN_TIME)).isTrue();
        Proxy.between(frontend, backend).start();
        radio.send("x", "through");
        assertThat(dish.receive(IN_TIME)).contains(Message.of("x", "through"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proxy.between(context.pull(), context.scatter()))
                .withMessageContaining("PULL and SCATTER make no proxy");
        assertThatIllegalArgumentException().isThrownBy(() -> Proxy.between(context.server(), context.dealer()));
    }

    private void awaitPeers(Socket socket, int count) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (socket.peerCount() < count) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
