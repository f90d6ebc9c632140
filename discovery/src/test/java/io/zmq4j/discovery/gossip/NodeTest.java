package io.zmq4j.discovery.gossip;

import static io.zmq4j.discovery.gossip.SimulatedGossip.allSee;
import static io.zmq4j.discovery.gossip.SimulatedGossip.contact;
import static io.zmq4j.discovery.gossip.SimulatedGossip.endpoint;
import static io.zmq4j.discovery.gossip.SimulatedGossip.endpoints;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.discovery.gossip.SimulatedGossip.Member;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty nodes in virtual time, of which everything follows from a seed. */
class NodeTest {
    private static final int NODES = 20;
    private static final List<String> SEEDS = List.of(contact(0), contact(1));

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("io.zmq4j.discovery.seeds", 2));
    }

    private static SimulatedGossip started(long seed, double loss) {
        var network = new SimulatedGossip(seed, loss);
        for (int i = 0; i < NODES; i++) {
            network.start(SEEDS);
        }
        network.secondsUntil(() -> allSee(network.members, endpoints(network.members)), 30);
        return network;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodyHearsOfEverybody(long seed) {
        var network = started(seed, 0);

        Member late = network.start(SEEDS);
        network.secondsUntil(() -> allSee(network.members, endpoints(network.members)), 15);
        assertThat(late.node.members()).isEqualTo(NODES + 1);
        network.runFor(100);
        assertThat(allSee(network.members, endpoints(network.members))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void messagesMayBeLost(long seed) {
        var network = started(seed, 0.1);
        for (int i = 0; i < 100; i++) {
            network.runFor(1);
            assertThat(allSee(network.members, endpoints(network.members))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void threePartsThatWereCutFindEachOtherAgain(long seed) {
        var network = started(seed, 0);
        network.cut(3);
        network.secondsUntil(
                () -> List.of(0, 1, 2).stream()
                        .allMatch(side -> allSee(network.side(side), endpoints(network.side(side)))),
                2 * SimulatedGossip.TTL_SECONDS + 1);
        network.runFor(60);
        for (int side = 0; side < 3; side++) {
            assertThat(allSee(network.side(side), endpoints(network.side(side))))
                    .isTrue();
        }

        network.join();
        network.secondsUntil(() -> allSee(network.members, endpoints(network.members)), 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoDiesIsGoneEverywhereAndStaysGone(long seed) {
        var network = started(seed, 0);
        network.members.get(7).dies();
        List<Member> others = network.alive();

        network.secondsUntil(() -> allSee(others, endpoints(others)), 2 * SimulatedGossip.TTL_SECONDS);
        network.runFor(60);
        assertThat(allSee(others, endpoints(others))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoLeavesIsGoneSoon(long seed) {
        var network = started(seed, 0);
        network.members.get(0).leaves();
        List<Member> others = network.alive();

        network.secondsUntil(() -> allSee(others, endpoints(others)), 8);
        network.runFor(60);
        assertThat(allSee(others, endpoints(others))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsOfferedAnewIsHeardOfSoon(long seed) {
        var network = started(seed, 0);
        network.members.get(3).offers("tcp://elsewhere:1");
        Set<String> expected = new TreeSet<>(endpoints(network.members));
        expected.remove(endpoint(3));
        expected.add("tcp://elsewhere:1");

        network.secondsUntil(() -> allSee(network.members, expected), 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLiarTakesNobodyAway(long seed) {
        var network = started(seed, 0);
        var lies = new Lies(seed);
        for (int i = 0; i < 10; i++) {
            network.runFor(1);
            for (Member victim : network.members) {
                lies.about(network.members).forEach(lie -> victim.node.receive(lie, network.now()));
            }
            assertThat(network.members)
                    .allSatisfy(member -> assertThat(member.sees()).containsAll(endpoints(network.members)));
        }
        assertThat(network.members.get(0).node.suspicions().forged()).isPositive();
        assertThat(network.members.get(0).node.suspicions().malformed()).isPositive();
        network.members.get(5).offers("tcp://elsewhere:1");
        network.secondsUntil(
                () -> network.members.stream().allMatch(member -> member.sees().contains("tcp://elsewhere:1")), 8);
    }

    /** What a peer may send that is up to no good. */
    private static final class Lies {
        private final Random random;
        private long invented = 1_000_000;

        Lies(long seed) {
            random = new Random(seed);
        }

        List<Message> about(List<Member> members) {
            List<Message> lies = new ArrayList<>();
            Map<Owner, Long> highest = new HashMap<>();
            List<Entry> forged = new ArrayList<>();
            for (Member member : members) {
                var owner = new Owner(new ToySigning(member.number).publicKey());
                highest.put(owner, Long.MAX_VALUE);
                Entry entry = Entry.sign(
                        new Forger(owner), Long.MAX_VALUE, 1, "", List.of(new Service("work", "tcp://evil:1")));
                forged.add(entry);
                lies.add(Rumour.entries(List.of(), List.of(entry)));
            }
            lies.add(Rumour.digest(highest));
            lies.add(Rumour.entries(highest.keySet(), forged));
            List<Entry> strangers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                strangers.add(Entry.sign(new ToySigning(invented++), 1, 300, "tcp://nowhere:1", List.of()));
            }
            lies.add(Rumour.entries(List.of(), strangers));
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            lies.add(Message.of(garbage));
            lies.add(Message.of(Rumour.digest(highest).frames().get(0).bytes(), garbage));
            lies.add(Message.of(
                    Rumour.entries(List.of(), List.of()).frames().get(0).bytes(), new byte[0], garbage));
            return lies;
        }
    }

    /** Signs for somebody else, which it cannot. */
    private record Forger(Owner owner) implements Signing {
        @Override
        public byte[] publicKey() {
            return owner.key();
        }

        @Override
        public byte[] sign(byte[] bytes) {
            return new byte[64];
        }

        @Override
        public boolean isSigned(byte[] publicKey, byte[] bytes, byte[] signature) {
            throw new AssertionError();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoOnlyListensHearsEverythingAndIsNotHeardOf(long seed) {
        var network = started(seed, 0);
        var listener = new Node(new ToySigning(-1), "", SEEDS, Duration.ofSeconds(15), new Random(seed));
        for (int i = 0; i < 40; i++) {
            network.runFor(1);
            for (Letter letter : listener.round(network.now())) {
                Member asked = network.members.stream()
                        .filter(member -> contact(member.number).equals(letter.contact()))
                        .findFirst()
                        .orElseThrow();
                Message answer = asked.node.receive(letter.message(), network.now());
                if (answer != null) {
                    listener.receive(answer, network.now());
                }
            }
        }
        assertThat(listener.endpoints("work")).isEqualTo(endpoints(network.members));
        assertThat(network.members)
                .allSatisfy(member -> assertThat(member.node.members()).isEqualTo(NODES));
    }
}
