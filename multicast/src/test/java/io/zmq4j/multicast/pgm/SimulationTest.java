package io.zmq4j.multicast.pgm;

import static io.zmq4j.multicast.pgm.Simulation.MILLI;
import static io.zmq4j.multicast.pgm.Simulation.SECOND;
import static io.zmq4j.multicast.pgm.Simulation.labels;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.multicast.pgm.Simulation.Faults;
import io.zmq4j.multicast.pgm.Simulation.ReceiverNode;
import io.zmq4j.multicast.pgm.Simulation.SourceNode;
import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.receiver.ReceiverCounter;
import io.zmq4j.multicast.pgm.source.SourceCounter;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source and receivers together, over a network that does what networks do. */
class SimulationTest {
    private static final PgmOptions OPTIONS = PgmOptions.DEFAULT.withRateKilobits(20_000);

    @Test
    void nothingGoesWrongAndEverythingComesAtTheRate() {
        var network = new Simulation(1);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, 0);
        source.send(4000);
        network.run(SECOND);
        assertThat(network.bytesSent).isBetween(2_400_000L, 2_500_000L + 30_000);
        network.run(2 * SECOND);
        assertThat(receiver.received).isEqualTo(labels(1, 0, 4000));
        assertThat(receiver.naksSent).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.20})
    void lossIsRecovered(double probability) {
        var network = new Simulation(2);
        ReceiverNode one = network.receiver(OPTIONS);
        ReceiverNode other = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, -500);
        source.faults = Faults.loss(probability);
        one.faults = Faults.loss(probability);
        other.faults = Faults.loss(probability);
        network.run(SECOND);
        source.send(4000);
        network.run(20 * SECOND);
        assertThat(one.received).isEqualTo(labels(1, 0, 4000));
        assertThat(other.received).isEqualTo(labels(1, 0, 4000));
        assertThat(one.receiver.counters().count(ReceiverCounter.RECOVERED)).isPositive();
        assertThat(one.receiver.counters().count(ReceiverCounter.LOST)).isZero();
    }

    @Test
    void burstsAreRecovered() {
        var network = new Simulation(3);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, -1);
        source.send(4000);
        for (int i = 0; i < 20; i++) {
            network.run(100 * MILLI);
            receiver.burst = 70;
        }
        network.run(5 * SECOND);
        assertThat(receiver.received).isEqualTo(labels(1, 0, 4000));
        assertThat(receiver.receiver.counters().count(ReceiverCounter.RECOVERED))
                .isGreaterThan(500);
    }

    @Test
    void lossOfTheLastPacketsIsRecoveredByHeartbeats() {
        var network = new Simulation(4);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, 0);
        network.run(SECOND);
        source.send(3);
        receiver.burst = 100;
        network.run(10 * MILLI);
        assertThat(receiver.received).isEmpty();
        receiver.burst = 0;
        network.run(SECOND);
        assertThat(receiver.received).isEqualTo(labels(1, 0, 3));
    }

    @Test
    void duplicationReorderingAndDelayChangeNothing() {
        var network = new Simulation(5);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, -100);
        receiver.faults = new Faults(0.02, 0.2, 5 * MILLI, 10 * MILLI);
        source.faults = new Faults(0.02, 0.2, 5 * MILLI, 10 * MILLI);
        network.run(SECOND);
        source.send(4000);
        network.run(20 * SECOND);
        assertThat(receiver.received).isEqualTo(labels(1, 0, 4000));
        assertThat(receiver.receiver.counters().count(ReceiverCounter.DUPLICATES))
                .isPositive();
    }

    @Test
    void manyReceiversOfOneLossSendFewNaks() {
        var network = new Simulation(6);
        List<ReceiverNode> receivers =
                Stream.generate(() -> network.receiver(OPTIONS)).limit(100).toList();
        SourceNode source = network.source(OPTIONS, 1, 0);
        network.run(SECOND);
        source.send(100);
        network.run(10 * MILLI);
        receivers.forEach(receiver -> receiver.burst = 5);
        network.run(5 * SECOND);
        receivers.forEach(receiver -> assertThat(receiver.received).isEqualTo(labels(1, 0, 100)));
        // The first NAK's NCF is with the others after 0.2 of 50 ms.
        assertThat(receivers.stream().mapToInt(receiver -> receiver.naksSent).sum())
                .isLessThan(10);
        assertThat(source.source.counters().count(SourceCounter.REPAIR_PACKETS)).isBetween(5L, 10L);
    }

    @Test
    void lateReceiverBeginsAtAMessageStart() {
        var network = new Simulation(7);
        SourceNode source = network.source(OPTIONS, 1, 0);
        source.send(4000);
        network.run(500 * MILLI);
        ReceiverNode late = network.receiver(OPTIONS);
        network.run(4 * SECOND);
        assertThat(late.received).hasSizeBetween(500, 3900).endsWith("1:3999");
        int first = 4000 - late.received.size();
        assertThat(late.received).isEqualTo(labels(1, first, 4000));
        assertThat(late.receiver.counters().count(ReceiverCounter.LOST)).isZero();
        assertThat(late.receiver.counters().count(ReceiverCounter.TORN_MESSAGES))
                .isZero();
    }

    @Test
    void restartedSourceIsFollowedAtOnce() {
        var network = new Simulation(8);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode first = network.source(OPTIONS, 1, 0);
        first.send(500);
        network.run(SECOND);
        network.remove(first);
        SourceNode second = network.source(OPTIONS, 2, 0);
        second.send(500);
        network.run(2 * SECOND);
        assertThat(receiver.received).hasSize(1000).endsWith("2:499");
        assertThat(new HashSet<>(receiver.received))
                .containsAll(labels(1, 0, 500))
                .containsAll(labels(2, 0, 500));
        second.source.finish();
        network.run(10 * SECOND);
        assertThat(receiver.receiver.sourceCount()).isEqualTo(1);
        network.run(300 * SECOND);
        assertThat(receiver.receiver.sourceCount()).isZero();
    }

    @Test
    void twoSourcesAtATimeDoNotMix() {
        var network = new Simulation(9);
        ReceiverNode receiver = network.receiver(OPTIONS);
        receiver.faults = Faults.loss(0.05);
        network.source(OPTIONS, 1, 0).send(1000);
        network.source(OPTIONS, 2, 77).send(1000);
        network.run(10 * SECOND);
        assertThat(receiver.received.stream().filter(label -> label.startsWith("1:")))
                .containsExactlyElementsOf(labels(1, 0, 1000));
        assertThat(receiver.received.stream().filter(label -> label.startsWith("2:")))
                .containsExactlyElementsOf(labels(2, 0, 1000));
    }

    @Test
    void receiverFrozenPastTheWindowGoesOnWithWholeMessagesAndSaysWhatItLost() {
        PgmOptions shallow = OPTIONS.withRecoveryMillis(100);
        var network = new Simulation(10);
        ReceiverNode receiver = network.receiver(shallow);
        SourceNode source = network.source(shallow, 1, -1000);
        source.send(20_000);
        network.run(SECOND);
        receiver.frozen = true;
        network.run(3 * SECOND);
        receiver.frozen = false;
        network.run(20 * SECOND);
        assertThat(receiver.received).endsWith("1:19999").noneMatch(label -> label.startsWith("torn"));
        assertThat(receiver.received).isSubsetOf(labels(1, 0, 20_000)).doesNotHaveDuplicates();
        assertThat(inOrder(receiver.received)).isTrue();
        List<PgmEvent.DataLost> losses = receiver.events.stream()
                .filter(PgmEvent.DataLost.class::isInstance)
                .map(PgmEvent.DataLost.class::cast)
                .toList();
        assertThat(losses).isNotEmpty();
        assertThat(receiver.receiver.counters().count(ReceiverCounter.LOST))
                .isEqualTo(losses.stream().mapToLong(PgmEvent.DataLost::packets).sum());
        assertThat(receiver.receiver.counters().count(ReceiverCounter.TORN_MESSAGES))
                .isLessThanOrEqualTo(1);
        assertThat(20_000 - receiver.received.size()).isGreaterThan(1000);
    }

    @Test
    void whatCannotBeRecoveredIsNeverATornMessage() {
        var network = new Simulation(11);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, 0);
        // No NAK ever arrives.
        source.faults = Faults.loss(1);
        receiver.faults = Faults.loss(0.01);
        source.send(5000);
        network.run(40 * SECOND);
        assertThat(receiver.received)
                .noneMatch(label -> label.startsWith("torn"))
                .doesNotHaveDuplicates();
        assertThat(receiver.received).isSubsetOf(labels(1, 0, 5000)).hasSizeGreaterThan(4000);
        assertThat(inOrder(receiver.received)).isTrue();
        assertThat(receiver.receiver.counters().count(ReceiverCounter.LOST)).isPositive();
        assertThat(receiver.events).hasAtLeastOneElementOfType(PgmEvent.DataLost.class);
    }

    @Test
    void garbageAmongThePacketsChangesNothing() {
        var network = new Simulation(12);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, 0);
        source.send(2000);
        var random = new SplittableRandom(12);
        for (int i = 0; i < 3000; i++) {
            byte[] garbage = new byte[random.nextInt(120)];
            random.nextBytes(garbage);
            network.inject(garbage);
            byte[][] captured = Captured.all();
            byte[] mutated = captured[random.nextInt(captured.length)].clone();
            mutated[4 + random.nextInt(mutated.length - 4)] = (byte) random.nextInt();
            mutated[4 + random.nextInt(mutated.length - 4)] = (byte) random.nextInt();
            network.inject(mutated.length > 16 ? Captured.resummed(mutated) : mutated);
            source.source.receive(mutated, mutated.length, network.now);
            source.source.receive(garbage, garbage.length, network.now);
            network.run(MILLI);
        }
        network.run(2 * SECOND);
        assertThat(receiver.received.stream().filter(label -> label.startsWith("1:")))
                .containsExactlyElementsOf(labels(1, 0, 2000));
        assertThat(receiver.receiver.sourceCount()).isLessThanOrEqualTo(OPTIONS.maxSources());
    }

    @Test
    void forgedPacketsOfAKnownSourceNeverEndInAnErrorAndAreSurvived() {
        var random = new SplittableRandom(13);
        var network = new Simulation(13);
        ReceiverNode receiver = network.receiver(OPTIONS);
        SourceNode source = network.source(OPTIONS, 1, 0);
        var forger = new Forger(random, 0xABCDEF, 1);
        for (int i = 0; i < 3000; i++) {
            source.send(1);
            network.inject(forger.packet());
            network.run(MILLI);
        }
        // The attack is over: what is sent from now on comes, after what was forged is given up.
        network.run(15 * SECOND);
        source.send(500);
        network.run(15 * SECOND);
        int heard = receiver.received.indexOf("1:3499");
        assertThat(heard).isPositive();
        assertThat(receiver.received).containsAll(labels(1, 3100, 3500));
    }

    private static boolean inOrder(List<String> labels) {
        int last = -1;
        for (String label : labels) {
            int number = Integer.parseInt(label.substring(label.indexOf(':') + 1));
            if (number <= last) {
                return false;
            }
            last = number;
        }
        return true;
    }
}
