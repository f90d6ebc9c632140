package io.zmq4j.multicast.pgm;

import static io.zmq4j.multicast.pgm.Simulation.MILLI;
import static io.zmq4j.multicast.pgm.Simulation.SECOND;
import static io.zmq4j.multicast.pgm.Simulation.labels;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.multicast.pgm.Simulation.Faults;
import io.zmq4j.multicast.pgm.Simulation.ReceiverNode;
import io.zmq4j.multicast.pgm.Simulation.SourceNode;
import io.zmq4j.multicast.pgm.packet.Tsi;
import io.zmq4j.multicast.pgm.receiver.ReceiverCounter;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source and a receiver in virtual time, on a network with somebody who sends whatever he likes. */
class StrangerTest {
    private static final int MESSAGES = 600;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aGoodSourceIsReceivedCompletelyBesideHim(long seed) {
        var random = new SplittableRandom(seed);
        long memory = 1L << random.nextInt(21, 26);
        PgmOptions options = new PgmOptions(
                random.nextInt(10_000, 30_000),
                random.nextInt(5_000, 8_000),
                random.nextInt(600, 1500),
                random.nextBoolean() ? -1 : 100_000,
                random.nextInt(10, 300),
                memory);
        var network = new Simulation(seed);
        ReceiverNode receiver = network.receiver(options);
        SourceNode source = network.source(options, 1, random.nextInt());
        receiver.faults = Faults.loss(0.02);
        source.faults = Faults.loss(0.02);
        // As a source that is there before: one that comes to a full house may be refused.
        source.send(1);
        network.run(SECOND);
        var stranger = new Stranger(random.split(), 1 << random.nextInt(10), options.windowSequences());
        long most = 0;
        long began = network.now;
        int datagrams = 0;
        for (int i = 0; i < MESSAGES; i++) {
            source.send(1);
            for (int j = random.nextInt(10); j > 0; j--) {
                network.inject(stranger.packet());
                datagrams++;
            }
            network.run(2 * MILLI);
            most = Math.max(most, receiver.receiver.bytesKept());
        }
        network.run(10 * SECOND);

        // Each of its sessions is believed what one source can have sent.
        long sent = (network.now - began) / SECOND * options.bytesPerSecond() / options.maxTpdu();
        assertThat(lost(receiver)).isLessThan(80L * datagrams + sent * options.maxSources());
        assertThat(receiver.received.stream().filter(label -> label.startsWith("1:")))
                .containsExactlyElementsOf(labels(1, 0, MESSAGES + 1));
        assertThat(most).isBetween(100_000L, memory);
        assertThat(receiver.receiver.counters().count(ReceiverCounter.SOURCES_FAILED))
                .isZero();
        assertThat(receiver.receiver.sourceCount()).isLessThanOrEqualTo(options.maxSources());
        // When all are gone, nothing of them is left.
        network.remove(source);
        network.run(310 * SECOND);
        assertThat(receiver.receiver.sourceCount()).isZero();
        assertThat(receiver.receiver.bytesKept()).isZero();
    }

    private static long lost(ReceiverNode receiver) {
        return receiver.events.stream()
                .mapToLong(event -> event instanceof PgmEvent.DataLost lost ? lost.packets() : 0)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aSourceThatIsAskedForEverythingSendsWhatItHasAtItsRate(long seed) {
        var random = new SplittableRandom(seed);
        PgmOptions options = PgmOptions.DEFAULT
                .withRateKilobits(random.nextInt(1_000, 20_000))
                .withRecoveryMillis(random.nextInt(1_000, 10_000));
        var network = new Simulation(seed);
        ReceiverNode receiver = network.receiver(options);
        SourceNode source = network.source(options, 1, random.nextInt());
        receiver.faults = Faults.loss(0.02);
        network.run(SECOND);
        var stranger = new Stranger(random.split(), 50, options.windowSequences());
        long tsi = Tsi.of(0xABCDEF, 1).value();
        long began = network.now;
        network.bytesSent = 0;
        source.send(300);
        for (int i = 0; i < 5_000; i++) {
            byte[] packet = random.nextInt(10) == 0 ? stranger.packet() : stranger.request(tsi, random.nextInt());
            source.source.receive(packet, packet.length, network.now);
            network.run(MILLI);
        }
        long allowed = options.bytesPerSecond() * (network.now - began) / SECOND;
        long sent = network.bytesSent;
        network.run(30 * SECOND);

        assertThat(receiver.received).isEqualTo(labels(1, 0, 300));
        // Data, confirmations, and the requests of who lacks something.
        assertThat(sent).isLessThan(allowed + allowed / 8 + allowed / 4 + 100_000);
    }
}
