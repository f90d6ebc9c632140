package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.interop.MulticastNetwork.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Multicast with libzmq: between network namespaces where that is allowed, which takes root and iproute2, and on loopback
 * everywhere. {@code -Dmulticast.messages=100000 -Dmulticast.rate=400000} (kbit/s) makes it long.
 */
@Timeout(600)
class MulticastTest {
    private static final int MESSAGES = Integer.getInteger("multicast.messages", 1_200);
    private static final int RATE = Integer.getInteger("multicast.rate", 40_000);

    /** Enough that nothing is dropped by a queue, and little by the kernel: what is lost is the network's. */
    private static final String[] RAISED = {
        "RATE=" + RATE, "RECOVERY_IVL=5000", "SNDHWM=0", "RCVHWM=0", "RCVBUF=4194304"
    };

    static Stream<Arguments> everySenderOnEveryNetwork() {
        return MulticastNetwork.kinds().stream()
                .flatMap(kind -> Stream.of(true, false).map(ours -> Arguments.of(kind, ours)));
    }

    /** Loss takes a network that can be told to lose; the protocol's own tests lose packets in every way anywhere. */
    static Stream<Arguments> everySenderAndLoss() {
        return MulticastNetwork.kinds().contains(Kind.NAMESPACES)
                ? Stream.of(true, false)
                        .flatMap(ours -> Stream.of(1, 5).map(loss -> Arguments.of(Kind.NAMESPACES, ours, loss)))
                : Stream.of(true, false).map(ours -> Arguments.of(Kind.LOOPBACK, ours, 0));
    }

    static Stream<Arguments> everyNetwork() {
        return MulticastNetwork.kinds().stream().map(Arguments::of);
    }

    private static MulticastStation sender(MulticastNetwork network, boolean ours, int size, String... options) {
        String[] all = arguments("send", network.endpoint(1), List.of(size), options);
        var station = network.start(1, ours ? MulticastProgram.ours(all) : MulticastProgram.libzmq(all));
        station.expect("ready");
        return station;
    }

    private static MulticastStation receiver(
            MulticastNetwork network, int host, boolean ours, int size, int last, String... options) {
        String[] all = arguments("receive", network.endpoint(host), List.of(size, last), options);
        return network.start(host, ours ? MulticastProgram.ours(all) : MulticastProgram.libzmq(all));
    }

    private static String[] arguments(String role, String endpoint, List<Integer> numbers, String... options) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(role, endpoint), numbers.stream().map(String::valueOf)),
                        Stream.of(options))
                .toArray(String[]::new);
    }

    private static void assertComplete(Map<String, Long> seen, int first, int last) {
        assertThat(seen)
                .containsEntry("first", (long) first)
                .containsEntry("last", (long) last)
                .containsEntry("got", (long) last - first + 1)
                .containsEntry("gaps", 0L)
                .containsEntry("torn", 0L)
                .containsEntry("lost", 0L);
    }

    private static void sendToThree(Kind kind, int loss, boolean ours, int size, int count, String... options) {
        sendToThree(new MulticastNetwork(kind, loss), ours, size, count, options);
    }

    private static void sendToThree(MulticastNetwork hosts, boolean ours, int size, int count, String... options) {
        try (var network = hosts) {
            List<MulticastStation> receivers = List.of(
                    receiver(network, 2, true, size, count - 1, options),
                    receiver(network, 3, false, size, count - 1, options),
                    receiver(network, 4, !ours, size, count - 1, options));
            receivers.forEach(receiver -> receiver.expect("ready"));
            MulticastStation sender = sender(network, ours, size, options);
            sender.tell("0 " + count);
            sender.expect("sent");

            assertThat(receivers.stream().map(MulticastStation::numbers))
                    .as("one of ours, one of libzmq's, and a third")
                    .allSatisfy(seen -> assertComplete(seen, 0, count - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("everySenderOnEveryNetwork")
    void messagesOfEverySizeReachThreeReceivers(Kind kind, boolean ours) {
        sendToThree(kind, 0, ours, 0, MESSAGES, RAISED);
    }

    /** Loopback has no IPv6 multicast on Linux. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ipv6IsSpoken(boolean ours) {
        sendToThree(
                MulticastNetwork.kinds().contains(Kind.NAMESPACES)
                        ? MulticastNetwork.ofIpv6()
                        : new MulticastNetwork(Kind.LOOPBACK, 0),
                ours,
                0,
                MESSAGES / 10,
                RAISED);
    }

    @ParameterizedTest
    @MethodSource("everySenderOnEveryNetwork")
    void theDefaultRateLosesNothing(Kind kind, boolean ours) {
        sendToThree(kind, 0, ours, 1, MESSAGES, "SNDHWM=0", "RCVHWM=0");
    }

    @ParameterizedTest
    @MethodSource("everySenderAndLoss")
    void whatTheNetworkLosesIsRecovered(Kind kind, boolean ours, int loss) {
        sendToThree(kind, loss, ours, 0, MESSAGES, "RATE=" + RATE, "RECOVERY_IVL=5000", "SNDHWM=0", "RCVHWM=0");
    }

    @ParameterizedTest
    @MethodSource("everySenderOnEveryNetwork")
    void whoJoinsInTheMiddleBeginsWithAWholeMessage(Kind kind, boolean ours) {
        try (var network = new MulticastNetwork(kind, 0)) {
            var early = receiver(network, 2, true, 0, MESSAGES - 1, RAISED);
            early.expect("ready");
            var sender = sender(network, ours, 0, RAISED);
            sender.tell("0 " + MESSAGES / 2);
            // For libzmq sent is what is queued.
            early.awaitReached(100);
            var late = receiver(network, 3, true, 0, MESSAGES - 1, RAISED);
            late.expect("ready");
            sender.tell(MESSAGES / 2 + " " + MESSAGES);

            assertComplete(early.numbers(), 0, MESSAGES - 1);
            Map<String, Long> seen = late.numbers();
            assertThat(seen.get("first")).as("first of %s", seen).isPositive();
            assertComplete(seen, seen.get("first").intValue(), MESSAGES - 1);
        }
    }

    /** libzmq's sender shares its port with the receivers of its machine, which hear it on loopback only. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void receiversBesideTheSenderGetWhatTheKernelHadNoRoomFor(boolean ours) {
        String[] cramped = {"RATE=" + RATE, "RECOVERY_IVL=5000", "SNDHWM=0", "RCVBUF=65536"};
        try (var network = new MulticastNetwork(Kind.LOOPBACK, 0)) {
            var witness = receiver(network, 1, true, 1000, 700, RAISED);
            var sleepers = List.of(
                    receiver(network, 1, true, 1000, 700, cramped), receiver(network, 1, true, 1000, 700, cramped));
            witness.expect("ready");
            sleepers.forEach(sleeper -> sleeper.expect("ready"));
            var sender = sender(network, ours, 1000, cramped);
            sender.tell("0 101");
            sleepers.forEach(sleeper -> sleeper.awaitReached(100));
            sleepers.forEach(sleeper -> sleeper.signal("STOP"));
            // What another one gets was sent: six times what the kernel keeps.
            sender.tell("101 601");
            witness.awaitReached(600);
            sleepers.forEach(sleeper -> sleeper.signal("CONT"));
            sender.tell("601 701");

            sleepers.forEach(sleeper -> assertComplete(sleeper.numbers(), 0, 700));
            assertComplete(witness.numbers(), 0, 700);
        }
    }

    @ParameterizedTest
    @MethodSource("everySenderOnEveryNetwork")
    void aSenderThatStartsAgainIsFollowed(Kind kind, boolean ours) {
        try (var network = new MulticastNetwork(kind, 0)) {
            var receiver = receiver(network, 2, true, 10, 200, RAISED);
            receiver.expect("ready");
            var sender = sender(network, ours, 10, RAISED);
            sender.tell("0 101");
            receiver.awaitReached(100);
            sender.kill();
            var again = sender(network, ours, 10, RAISED);
            again.tell("101 201");
            again.expect("sent");

            assertComplete(receiver.numbers(), 0, 200);
        }
    }

    @ParameterizedTest
    @MethodSource("everyNetwork")
    void whoSleepsLongerThanTheWindowIsToldWhatHeLost(Kind kind) {
        String[] options = {"RATE=200000", "RECOVERY_IVL=100", "SNDHWM=0", "RCVBUF=65536"};
        try (var network = new MulticastNetwork(kind, 0)) {
            var receiver = receiver(network, 2, true, 1000, 10_000, options);
            var witness = receiver(network, 3, true, 1000, 10_000, options);
            receiver.expect("ready");
            witness.expect("ready");
            var sender = sender(network, true, 1000, options);
            sender.tell("0 101");
            sender.expect("sent");
            receiver.awaitReached(100);
            receiver.signal("STOP");
            // What another one gets was sent: four times the window.
            sender.tell("101 10000");
            sender.expect("sent");
            witness.awaitReached(9_900);
            receiver.signal("CONT");
            sender.tell("10000 10001");
            sender.expect("sent");

            assertThat(receiver.numbers())
                    .containsEntry("last", 10_000L)
                    .containsEntry("torn", 0L)
                    .satisfies(seen -> assertThat(seen.get("gaps")).isPositive())
                    .satisfies(seen -> assertThat(seen.get("lost")).isPositive())
                    .satisfies(seen -> assertThat(seen.get("events")).isPositive());
        }
    }
}
