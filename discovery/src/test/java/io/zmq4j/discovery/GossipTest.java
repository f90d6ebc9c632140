package io.zmq4j.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes over real sockets. */
class GossipTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final Context here = Context.create();
    private final Context there = Context.create();
    private final List<Gossip> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(Gossip::close);
        here.close(Duration.ZERO);
        there.close(Duration.ZERO);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private Gossip start(Context context, String... seeds) {
        Gossip made = Gossip.in(context)
                .bind("tcp://127.0.0.1:*")
                .seeds(seeds)
                .interval(OFTEN)
                .ttl(Duration.ofSeconds(2))
                .start();
        nodes.add(made);
        return made;
    }

    @Test
    void whatIsOfferedIsConnectedAndDisconnectedElsewhere() throws Exception {
        Gossip seed = start(here);
        Gossip offering = start(there, seed.contact());
        Gossip looking = start(here, seed.contact());
        var pull = there.pull();
        Binding door = pull.bind("tcp://127.0.0.1:*");
        var push = here.push();
        Connection workers = push.connect(looking.service("work"));
        assertThat(workers).hasToString("gossip://work");

        offering.offer("work", door.uri());
        assertThat(workers.awaitPeer(IN_TIME)).isTrue();
        push.send("job");
        assertThat(pull.receive(IN_TIME)).isPresent();
        assertThat(looking.endpoints("work")).containsExactly(door.uri());
        assertThat(looking.statistics()).isEqualTo(new GossipStatistics(3, 0, 0, 0));

        offering.withdraw("work", door.uri());
        awaitUntil("the offer is gone", () -> door.peerCount() == 0);
    }

    @Test
    void whoLeavesIsGoneAndSoIsWhoDies() throws Exception {
        Gossip seed = start(here);
        Gossip leaving = start(there, seed.contact());
        Context doomed = Context.create();
        Gossip dying = start(doomed, seed.contact());
        leaving.offer("work", "tcp://10.0.0.1:1");
        dying.offer("work", "tcp://10.0.0.2:2");
        awaitUntil("both are there", () -> seed.endpoints("work").size() == 2);

        leaving.close();
        awaitUntil("who left is gone", () -> seed.endpoints("work").equals(Set.of("tcp://10.0.0.2:2")));
        doomed.close(Duration.ZERO);
        awaitUntil("who died is gone", () -> seed.endpoints("work").isEmpty());
        assertThat(seed.statistics().members()).isEqualTo(1);
    }

    @Test
    void anEndpointsTextIsEnoughToListen() throws Exception {
        Gossip seed = start(there);
        var pull = there.pull();
        Binding door = pull.bind("tcp://127.0.0.1:*");
        seed.offer("work", door.uri());
        String endpoint =
                "gossip+tcp://127.0.0.1:1," + seed.contact().substring("tcp://".length()) + "/work?every=100ms";
        var push = here.push();

        Connection workers = push.connect(endpoint);
        assertThat(workers.awaitPeer(IN_TIME)).isTrue();
        assertThat(seed.statistics().members()).isEqualTo(1);

        push.disconnect(endpoint);
        awaitUntil("nobody is connected", () -> door.peerCount() == 0);
        awaitUntil(
                "no thread is left",
                () -> Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> thread.getName().equals("zmq4j-gossip"))
                                .count()
                        == 1);
    }

    @Test
    void garbageFromAPeerIsCountedAndHarmsNobody() throws Exception {
        Gossip seed = start(here);
        Gossip other = start(here, seed.contact());
        other.offer("work", "tcp://10.0.0.1:1");
        awaitUntil("the offer is known", () -> seed.endpoints("work").size() == 1);
        var liar = there.dealer();
        liar.linger(Duration.ZERO).connect(seed.contact());
        for (int i = 0; i < 1_000; i++) {
            liar.send(Message.of("ZG1E", "", "not an entry"));
            liar.send(Message.of(""));
        }
        awaitUntil("it is counted", () -> seed.statistics().malformed() >= 1_000);

        other.offer("work", "tcp://10.0.0.1:2");
        awaitUntil("both know what is new", () -> seed.endpoints("work").size() == 2);
        assertThat(seed.statistics().members()).isEqualTo(2);
    }

    @Test
    void whoNeverStopsAnsweringHoldsNobodyUp() throws Exception {
        Gossip seed = start(here);
        seed.offer("work", "tcp://10.0.0.1:1");
        var liar = there.router().linger(Duration.ZERO);
        String endpoint = liar.bind("tcp://127.0.0.1:*").uri();
        Gossip node = start(here, endpoint);
        Message question = liar.receive(IN_TIME).orElseThrow();
        // As large as a digest may be, of nodes that nobody knows: to read it takes longer than to send it.
        var noise = ByteBuffer.allocate(4_000 * 40);
        new Random(1).nextBytes(noise.array());
        Message digest = Message.of(question.bytes(0), question.bytes(1), noise.array());
        var flood = new Thread(() -> {
            try {
                while (true) {
                    liar.trySend(digest);
                }
            } catch (SocketClosedException e) {
                // The test is over.
            }
        });
        flood.start();

        // It asks here whom it hears of: the seed tells nobody by itself.
        Gossip third = start(here, seed.contact(), node.contact());
        awaitUntil("it hears of the offer", () -> node.endpoints("work").size() == 1);
        awaitUntil("the three know each other", () -> third.statistics().members() == 3);
        liar.close();
        flood.join(IN_TIME.toMillis());
        assertThat(flood.isAlive()).isFalse();
    }

    @Test
    void asManyOffersAsThereMayBeHaveRoomHoweverTheyAreWritten() throws Exception {
        Gossip seed = start(here);
        Gossip offering = start(here, seed.contact());
        String umlauts = "\u00fc".repeat(40);
        for (int i = 0; i < 16; i++) {
            offering.offer("w%02d".formatted(i) + umlauts, "tcp://" + "\u00fc".repeat(130) + ":" + (1000 + i));
        }
        awaitUntil("all are known", () -> seed.endpoints("w15" + umlauts).size() == 1);
        assertThatThrownBy(() -> offering.offer("\u00fc".repeat(51), "tcp://10.0.0.1:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("102 bytes");
        assertThatThrownBy(() -> offering.offer("work", "tcp://" + "\u00fc".repeat(150)))
                .isInstanceOf(EndpointException.class);
    }

    @Test
    void tenNodesKnowEachOther() throws Exception {
        Gossip seed = start(here);
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            Gossip node = start(i % 2 == 0 ? here : there, seed.contact());
            node.offer("work", "tcp://10.0.0.1:" + (i + 1));
            all.add("tcp://10.0.0.1:" + (i + 1));
        }
        for (Gossip node : nodes) {
            awaitUntil("all are known", () -> node.endpoints("work").equals(all));
        }
    }

    @Test
    void misuseIsRefusedInWords() {
        assertThatThrownBy(() -> Gossip.in(here).bind("tcp://*:*").start())
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("advertise");
        assertThatThrownBy(() -> Gossip.in(here).bind("ipc://*").start()).isInstanceOf(EndpointException.class);
        assertThatThrownBy(() -> Gossip.in(here).seeds("rubbish")).isInstanceOf(EndpointException.class);
        assertThatThrownBy(() -> Gossip.in(here).ttl(Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gossip.in(here).interval(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        Gossip listener = Gossip.in(here).seeds("tcp://127.0.0.1:1").start();
        nodes.add(listener);
        assertThatThrownBy(() -> listener.offer("work", "tcp://10.0.0.1:1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> start(here).offer("work", "inproc://work")).isInstanceOf(EndpointException.class);
        assertThatThrownBy(() -> listener.service("")).isInstanceOf(IllegalArgumentException.class);
    }
}
