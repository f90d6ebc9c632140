package io.zmq4j.patterns.majordomo;

import static io.zmq4j.patterns.majordomo.protocol.MdpVersion.V0_1;
import static io.zmq4j.patterns.majordomo.protocol.MdpVersion.V0_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientReply;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import io.zmq4j.patterns.majordomo.protocol.ClientRestart;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Disconnect;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Heartbeat;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Ready;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Reply;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of a broker, with messages as values and a clock that the test moves. */
class BrokerMachineTest {
    private static final long BEAT = Duration.ofSeconds(1).toNanos();

    private final ArrayDeque<Message> sent = new ArrayDeque<>();
    private final Set<String> gone = new HashSet<>();
    private long now;
    private boolean mayRestart;
    private BrokerMachine broker = broker(it -> {});

    private BrokerMachine broker(Consumer<BrokerOptions> settings) {
        var options = new BrokerOptions().heartbeat(Duration.ofNanos(BEAT)).requestExpiry(Duration.ofSeconds(60));
        settings.accept(options);
        return new BrokerMachine(options, message -> !gone.contains(message.text()) && sent.add(message), now);
    }

    // ---- what peers do

    private void from(String peer, Message command) {
        broker.onMessage(command.prepend(peer), mayRestart, now);
    }

    private void ready(String worker, String service) {
        from(worker, new Ready(V0_1, service).toMessage());
    }

    private void ask(String client, String service, String body) {
        from(client, new ClientRequest(V0_1, service, Message.of(body)).toMessage());
    }

    private void reply(String worker, String client, String body) {
        from(worker, new Reply(V0_1, ReplyPart.FINAL, frame(client), Message.of(body)).toMessage());
    }

    private void heartbeat(String worker) {
        from(worker, new Heartbeat(V0_1).toMessage());
    }

    private void beat() {
        now += BEAT;
        broker.onTime(now);
    }

    private static Frame frame(String text) {
        return Message.of(text).first();
    }

    // ---- what the broker has sent

    private void expect(String peer, WorkerCommand command) {
        assertThat(sent.poll()).isEqualTo(command.toMessage().prepend(peer));
    }

    private void expectWork(String worker, String client, String body) {
        expect(worker, new Request(V0_1, frame(client), Message.of(body)));
    }

    private void expectReply(String client, String service, String body) {
        assertThat(sent.poll())
                .isEqualTo(new ClientReply(V0_1, ReplyPart.FINAL, service, Message.of(body))
                        .toMessage()
                        .prepend(client));
    }

    private void expectNothing() {
        assertThat(sent).isEmpty();
    }

    private long count(BrokerCount what) {
        return broker.statistics().count(what);
    }

    // ---- requests and replies

    @Test
    void aRequestGoesToAWorkerAndItsReplyBack() {
        ready("w", "echo");
        ask("c", "echo", "hello");
        expectWork("w", "c", "hello");

        reply("w", "c", "world");
        expectReply("c", "echo", "world");
        expectNothing();
        assertThat(count(BrokerCount.REQUESTS)).isEqualTo(1);
        assertThat(count(BrokerCount.REPLIES)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 7: the broker SHOULD queue client requests for which no service has been registered")
    void aRequestWaitsForItsService() {
        ask("c", "echo", "1");
        ask("c", "echo", "2");
        expectNothing();

        ready("w", "echo");
        expectWork("w", "c", "1");
        reply("w", "c", "one");
        expectReply("c", "echo", "one");
        expectWork("w", "c", "2");
    }

    @Test
    @DisplayName("RFC 7: … and SHOULD expire these requests after a reasonable and configurable time")
    void aRequestThatNobodyTakesExpires() {
        broker = broker(it -> it.requestExpiry(Duration.ofNanos(3 * BEAT)));
        ask("c", "echo", "1");
        for (int i = 0; i < 4; i++) {
            beat();
        }
        assertThat(count(BrokerCount.EXPIRED)).isEqualTo(1);
        assertThat(broker.statistics().services()).isEmpty();
        assertThat(broker.statistics().waitingBytes()).isZero();

        ready("w", "echo");
        expectNothing();
    }

    @Test
    void theWorkerThatWasIdleForLongestIsNext() {
        ready("a", "echo");
        ready("b", "echo");
        ask("c", "echo", "1");
        expectWork("a", "c", "1");
        reply("a", "c", "one");
        expectReply("c", "echo", "one");

        ask("c", "echo", "2");
        expectWork("b", "c", "2");
        ask("c", "echo", "3");
        expectWork("a", "c", "3");
    }

    @Test
    void bothVersionsMeet() {
        from("w", new Ready(V0_2, "echo").toMessage());
        ask("old", "echo", "1");
        expect("w", new Request(V0_2, frame("old"), Message.of("1")));
        from("w", new Reply(V0_2, ReplyPart.PARTIAL, frame("old"), Message.of("half")).toMessage());
        expectNothing();
        assertThat(count(BrokerCount.PARTIAL_DROPPED)).isEqualTo(1);
        from("w", new Reply(V0_2, ReplyPart.FINAL, frame("old"), Message.of("all")).toMessage());
        expectReply("old", "echo", "all");

        from("new", new ClientRequest(V0_2, "echo", Message.of("2")).toMessage());
        expect("w", new Request(V0_2, frame("new"), Message.of("2")));
        for (ReplyPart part : ReplyPart.values()) {
            from("w", new Reply(V0_2, part, frame("new"), Message.of("x")).toMessage());
            assertThat(sent.poll())
                    .isEqualTo(new ClientReply(V0_2, part, "echo", Message.of("x"))
                            .toMessage()
                            .prepend("new"));
        }
    }

    // ---- replies in parts

    private void askNew(String client, String body) {
        from(client, new ClientRequest(V0_2, "echo", Message.of(body)).toMessage());
    }

    private void expectWorkNew(String worker, String client, String body) {
        expect(worker, new Request(V0_2, frame(client), Message.of(body)));
    }

    private void part(String worker, String client, ReplyPart part, String body) {
        from(worker, new Reply(V0_2, part, frame(client), Message.of(body)).toMessage());
    }

    private void expectPart(String client, ReplyPart part, String body) {
        assertThat(sent.poll())
                .isEqualTo(new ClientReply(V0_2, part, "echo", Message.of(body))
                        .toMessage()
                        .prepend(client));
    }

    private void twoWorkersOfWhichOneHasSentAPart() {
        from("w1", new Ready(V0_2, "echo").toMessage());
        from("w2", new Ready(V0_2, "echo").toMessage());
        askNew("c", "job");
        expectWorkNew("w1", "c", "job");
        part("w1", "c", ReplyPart.PARTIAL, "one");
        expectPart("c", ReplyPart.PARTIAL, "one");
        mayRestart = false;
        from("w1", new Disconnect(V0_2).toMessage());
    }

    @Test
    void aClientThatUnderstandsIsToldThatTheReplyBeginsAnew() {
        mayRestart = true;
        twoWorkersOfWhichOneHasSentAPart();
        assertThat(sent.poll()).isEqualTo(new ClientRestart("echo").toMessage().prepend("c"));
        expectWorkNew("w2", "c", "job");
        part("w2", "c", ReplyPart.FINAL, "all");
        expectPart("c", ReplyPart.FINAL, "all");
        expectNothing();
        assertThat(count(BrokerCount.REDELIVERED)).isEqualTo(1);
    }

    @Test
    void aClientWithoutPartsIsToldNothing() {
        mayRestart = true;
        twoWorkersOfWhichOneHasSentAPart();
        sent.clear();
        from("w3", new Ready(V0_2, "echo").toMessage());
        from("w2", new Disconnect(V0_2).toMessage());
        expectWorkNew("w3", "c", "job");
        expectNothing();
    }

    @Test
    void whoCannotBeToldGetsNoReplyThatIsMadeOfTwo() {
        twoWorkersOfWhichOneHasSentAPart();
        expectNothing();
        assertThat(count(BrokerCount.ABANDONED)).isEqualTo(1);
        assertThat(broker.statistics().waitingBytes()).isZero();
    }

    @Test
    void nothingFollowsAPartThatItsClientMissed() {
        mayRestart = true;
        from("w1", new Ready(V0_2, "echo").toMessage());
        askNew("c", "job");
        expectWorkNew("w1", "c", "job");
        gone.add("c");
        part("w1", "c", ReplyPart.PARTIAL, "one");
        gone.clear();
        part("w1", "c", ReplyPart.PARTIAL, "two");
        part("w1", "c", ReplyPart.FINAL, "three");
        expectNothing();
        assertThat(count(BrokerCount.UNDELIVERABLE)).isEqualTo(3);

        askNew("c", "next");
        expectWorkNew("w1", "c", "next");
        part("w1", "c", ReplyPart.FINAL, "whole");
        expectPart("c", ReplyPart.FINAL, "whole");
    }

    @Test
    void aWorkerKeepsToItsVersion() {
        ready("w", "echo");
        from("w", new Heartbeat(V0_2).toMessage());
        expect("w", new Disconnect(V0_2));
        assertThat(count(BrokerCount.UNEXPECTED)).isEqualTo(1);
    }

    // ---- management

    @Test
    @DisplayName("RFC 8: mmi.service responds with 200 if there is a worker, with 404 if there is none")
    void mmiService() {
        ask("c", "mmi.service", "echo");
        expectReply("c", "mmi.service", "404");
        ask("x", "echo", "waits");
        ask("c", "mmi.service", "echo");
        expectReply("c", "mmi.service", "404");

        ready("w", "echo");
        expectWork("w", "x", "waits");
        ask("c", "mmi.service", "echo");
        expectReply("c", "mmi.service", "200");
    }

    @Test
    @DisplayName("RFC 8: any unimplemented services in the mmi. namespace MUST result in a reply 501")
    void mmiSomethingElse() {
        ask("c", "mmi.weather", "today");
        expectReply("c", "mmi.weather", "501");
    }

    @Test
    @DisplayName("RFC 8: it MUST disconnect any workers that attempt to register services in this namespace")
    void mmiIsTheBrokersOwn() {
        ready("w", "mmi.service");
        expect("w", new Disconnect(V0_1));
        assertThat(broker.statistics().services()).isEmpty();
    }

    // ---- workers that leave

    @Test
    void whatALostWorkerHadGoesToAnotherOneFirst() {
        ready("a", "echo");
        ask("c", "echo", "1");
        ask("c", "echo", "2");
        expectWork("a", "c", "1");
        from("a", new Disconnect(V0_1).toMessage());
        expectNothing();
        ready("b", "echo");
        expectWork("b", "c", "1");
        assertThat(count(BrokerCount.REDELIVERED)).isEqualTo(1);
        assertThat(count(BrokerCount.LEFT)).isEqualTo(1);
    }

    @Test
    void aSilentWorkerIsLost() {
        ready("a", "echo");
        for (int i = 0; i < 3; i++) {
            beat();
            expect("a", new Heartbeat(V0_1));
        }
        beat();
        expectNothing();
        assertThat(count(BrokerCount.LOST)).isEqualTo(1);

        // Back again, it is sent away, and registers.
        heartbeat("a");
        expect("a", new Disconnect(V0_1));
    }

    @Test
    void aWorkerThatIsHeardStays() {
        ready("a", "echo");
        for (int i = 0; i < 10; i++) {
            beat();
            expect("a", new Heartbeat(V0_1));
            heartbeat("a");
        }
        assertThat(count(BrokerCount.LOST)).isZero();
    }

    @Test
    void aBusyWorkerMayBeAllowedToBeSilent() {
        broker = broker(it -> it.busyExpiry(Duration.ofNanos(6 * BEAT)));
        ready("a", "echo");
        ask("c", "echo", "1");
        for (int i = 0; i < 6; i++) {
            beat();
        }
        assertThat(count(BrokerCount.LOST)).isZero();
        beat();
        assertThat(count(BrokerCount.LOST)).isEqualTo(1);
    }

    @Test
    void aWorkerThatCannotBeReachedIsLostAtTheNextHeartbeat() {
        ready("a", "echo");
        ask("c", "echo", "1");
        expectWork("a", "c", "1");
        ready("b", "echo");
        gone.add("a");
        beat();
        expectWork("b", "c", "1");
        expect("b", new Heartbeat(V0_1));
    }

    @Test
    void aRequestIsNotGivenToAWorkerThatIsGone() {
        ready("a", "echo");
        ready("b", "echo");
        gone.add("a");
        ask("c", "echo", "1");
        expectWork("b", "c", "1");
        assertThat(count(BrokerCount.LOST)).isEqualTo(1);
    }

    @Test
    void aRequestThatKillsItsWorkersComesToAnEnd() {
        for (String worker : new String[] {"a", "b", "c"}) {
            ready(worker, "echo");
        }
        ask("client", "echo", "poison");
        for (String worker : new String[] {"a", "b", "c"}) {
            expectWork(worker, "client", "poison");
            from(worker, new Disconnect(V0_1).toMessage());
        }
        expectNothing();
        assertThat(count(BrokerCount.ABANDONED)).isEqualTo(1);
        assertThat(broker.statistics().services()).isEmpty();
        assertThat(broker.statistics().waitingBytes()).isZero();
    }

    @Test
    void aBrokerThatWasAwayDoesNotTakeItForSilence() {
        ready("a", "echo");
        now += 100 * BEAT;
        broker.onTime(now);
        expect("a", new Heartbeat(V0_1));
        assertThat(count(BrokerCount.LOST)).isZero();
    }

    // ---- what may not be

    @Test
    @DisplayName("RFC 7: the broker MUST respond to any valid but unexpected command by sending DISCONNECT")
    void unexpectedCommandsAreSentAway() {
        heartbeat("w");
        expect("w", new Disconnect(V0_1));
        reply("w", "c", "nobody asked");
        expect("w", new Disconnect(V0_1));

        ready("w", "echo");
        ready("w", "echo");
        expect("w", new Disconnect(V0_1));
        assertThat(broker.statistics().services()).isEmpty();

        ready("w", "echo");
        reply("w", "c", "nobody asked");
        expect("w", new Disconnect(V0_1));

        ready("w", "echo");
        from("w", new Request(V0_1, frame("c"), Message.of("turned around")).toMessage());
        expect("w", new Disconnect(V0_1));
        assertThat(count(BrokerCount.UNEXPECTED)).isEqualTo(5);
    }

    @Test
    void aReplyGoesToWhomTheRequestCameFromOnly() {
        ready("w", "echo");
        ask("c", "echo", "1");
        expectWork("w", "c", "1");
        reply("w", "somebody else", "1");
        expect("w", new Disconnect(V0_1));
        ready("v", "echo");
        expectWork("v", "c", "1");
    }

    @Test
    void whatIsNoCommandIsCounted() {
        broker.onMessage(Message.of("alone"), false, now);
        from("x", Message.of("", "MDPX01", "echo", "1"));
        from("x", Message.of("", "MDPC01", "echo"));
        expectNothing();
        assertThat(count(BrokerCount.MALFORMED)).isEqualTo(3);
    }

    @Test
    void aReplyThatNobodyTakesIsCounted() {
        ready("w", "echo");
        ask("c", "echo", "1");
        expectWork("w", "c", "1");
        gone.add("c");
        reply("w", "c", "1");
        assertThat(count(BrokerCount.UNDELIVERABLE)).isEqualTo(1);
        ask("d", "echo", "2");
        expectWork("w", "d", "2");
    }

    // ---- limits

    @Test
    void whatIsTooMuchIsRefusedAndCounted() {
        broker =
                broker(it -> it.maxServices(2).maxWaiting(2).maxWaitingBytes(10).maxWorkers(1));
        ask("c", "a", "1");
        ask("c", "a", "2");
        ask("c", "a", "3");
        assertThat(count(BrokerCount.REFUSED_FULL)).isEqualTo(1);
        ask("c", "b", "12345678");
        ask("c", "b", "1");
        assertThat(count(BrokerCount.REFUSED_FULL)).isEqualTo(2);
        ask("c", "d", "");
        assertThat(count(BrokerCount.REFUSED_SERVICE)).isEqualTo(1);

        ready("w", "d");
        expect("w", new Disconnect(V0_1));
        ready("w", "a");
        expectWork("w", "c", "1");
        ready("v", "a");
        expect("v", new Disconnect(V0_1));
        assertThat(count(BrokerCount.REFUSED_WORKER)).isEqualTo(2);
        assertThat(broker.statistics().waitingBytes()).isEqualTo(10);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        broker = broker(it -> it.maxWaitingBytes(4));
        for (int i = 0; i < 100; i++) {
            ask("c", "service " + i, "too long");
        }
        assertThat(broker.statistics().services()).isEmpty();
    }

    @Test
    void aBrokerThatEndsSaysSo() {
        ready("w", "echo");
        from("v", new Ready(MdpVersion.V0_2, "echo").toMessage());
        broker.end();
        expect("w", new Disconnect(V0_1));
        expect("v", new Disconnect(V0_2));
    }

    @Test
    void statisticsAreValuesAndJson() {
        ready("w", "ec\"ho");
        ask("c", "ec\"ho", "1");
        ask("c", "ec\"ho", "2");
        assertThat(broker.statistics().services()).containsExactly(new ServiceStatistics("ec\"ho", 1, 0, 1, 2, 0));
        assertThat(broker.statistics().toJson())
                .isEqualTo(
                        "{\"services\":[{\"name\":\"ec\\\"ho\",\"workers\":1,\"idle\":0,\"waiting\":1,\"requests\":2,"
                                + "\"replies\":0}],\"waitingBytes\":2,\"counts\":{\"REQUESTS\":2,\"REGISTERED\":1}}");
    }

    // ---- whatever comes

    @Test
    void whateverComesTheBooksAreRight() {
        String[] words = {
            "",
            "MDPC01",
            "MDPC02",
            "MDPW01",
            "MDPW02",
            "\1",
            "\2",
            "\3",
            "\4",
            "\5",
            "\6",
            "echo",
            "mmi.service",
            "p0",
            "p1"
        };
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            broker = broker(it -> it.maxServices(3)
                    .maxWaiting(3)
                    .maxWorkers(4)
                    .maxWaitingBytes(50)
                    .deliveries(2));
            for (int step = 0; step < 200; step++) {
                String peer = "p" + random.nextInt(6);
                switch (random.nextInt(8)) {
                    case 0 -> ready(peer, "s" + random.nextInt(4));
                    case 1, 2 -> ask(peer, "s" + random.nextInt(4), "x".repeat(random.nextInt(20)));
                    case 3, 4 -> reply(peer, "p" + random.nextInt(6), "y");
                    case 5 -> beat();
                    case 6 -> {
                        if (!gone.remove(peer)) {
                            gone.add(peer);
                        }
                    }
                    default -> {
                        var frames = new String[1 + random.nextInt(6)];
                        Arrays.setAll(frames, i -> words[random.nextInt(words.length)]);
                        from(peer, Message.of(frames));
                    }
                }
                BrokerStatistics now = broker.statistics();
                assertThat(now.waitingBytes()).as("seed " + seed).isBetween(0L, 50L);
                assertThat(now.services()).hasSizeLessThanOrEqualTo(3).allSatisfy(service -> {
                    assertThat(service.workers() + service.waiting()).isPositive();
                    assertThat(service.idle()).isBetween(0, service.workers());
                    assertThat(service.idle() == 0 || service.waiting() == 0).isTrue();
                });
                sent.clear();
            }
            gone.clear();
            for (int i = 0; i < 70; i++) {
                beat();
            }
            assertThat(broker.statistics().services()).as("seed " + seed).isEmpty();
            assertThat(broker.statistics().waitingBytes()).as("seed " + seed).isZero();
        }
    }
}
