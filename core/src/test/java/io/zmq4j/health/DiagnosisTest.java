package io.zmq4j.health;

import static io.zmq4j.event.EndpointState.CONNECTED;
import static io.zmq4j.event.EndpointState.CONNECTING;
import static io.zmq4j.event.EndpointState.GIVEN_UP;
import static io.zmq4j.event.EndpointState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.health.Finding.Kind;
import io.zmq4j.health.Finding.Severity;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private final Diagnosis diagnosis = new Diagnosis();
    private final Snapshots context = new Snapshots();

    private List<Finding> look(int second) {
        return diagnosis.look(context.at(second));
    }

    // ---- endpoints

    @Test
    void anEndpointThatFailsIsFoundWhenItHasLasted() {
        context.connected(WAITING, "Connection refused", Duration.ofSeconds(2));

        assertThat(look(1)).isEmpty();
        assertThat(look(10)).isEmpty();
        assertThat(look(11)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ENDPOINT_FAILING);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.socketId()).isEqualTo(7);
            assertThat(finding.socket()).isEqualTo("PUSH \"orders\"");
            assertThat(finding.where()).isEqualTo(Snapshots.ENDPOINT);
            assertThat(finding.since()).isEqualTo(Duration.ofSeconds(10));
            assertThat(finding.sentence())
                    .isEqualTo("PUSH \"orders\" has not been connected to tcp://10.0.0.7:5555 for 10 s: "
                            + "Connection refused; next try in 2.0 s");
        });
    }

    @Test
    void tryingWithoutAnAnswerIsFailingToo() {
        context.connected(CONNECTING, null, null);

        look(0);
        assertThat(look(10))
                .extracting(Finding::sentence)
                .containsExactly("PUSH \"orders\" has not been connected to tcp://10.0.0.7:5555 for 10 s");
    }

    @Test
    void anEndpointThatCameBackBeginsAnew() {
        context.connected(WAITING, "refused", null);
        look(0);
        context.endpoints.clear();
        context.connected(CONNECTED, null, null);
        look(5);
        context.endpoints.clear();
        context.connected(WAITING, "refused", null);

        assertThat(look(11)).isEmpty();
        assertThat(look(21)).hasSize(1);
    }

    @Test
    void theFirstLookKnowsByTheEventsSinceWhenAnEndpointFails() {
        context.connected(WAITING, "refused", null)
                .event(100, Type.CONNECT_RETRIED, null)
                .event(110, Type.HANDSHAKE_SUCCEEDED, null)
                .event(120, Type.DISCONNECTED, CloseReason.PEER_CLOSED)
                .event(130, Type.CONNECT_RETRIED, null);

        assertThat(look(150)).singleElement().extracting(Finding::since).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anEndpointThatWasClosedAndConnectedAgainHasNoPast() {
        context.connected(WAITING, "refused", null)
                .event(100, Type.CONNECT_RETRIED, null)
                .event(145, Type.CLOSED, CloseReason.CLOSED_LOCALLY);

        assertThat(look(150)).isEmpty();
    }

    @Test
    void withAnotherPeerThereAFailingEndpointIsAWarning() {
        context.bound(1).connected(WAITING, "refused", null);

        look(0);
        assertThat(look(10)).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void whatWasGivenUpIsFoundAtOnce() {
        context.connected(GIVEN_UP, "no such host", null);

        assertThat(look(0)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.sentence()).isEqualTo("PUSH \"orders\" gave tcp://10.0.0.7:5555 up: no such host");
        });
    }

    @Test
    void aWrongPeerIsFoundAtOnce() {
        context.connected(WAITING, "the peer is a PUB", Duration.ofMinutes(1))
                .event(1, Type.HANDSHAKE_FAILED, CloseReason.INCOMPATIBLE_SOCKET_TYPE)
                .event(1, Type.CONNECT_RETRIED, null);

        assertThat(look(2)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ENDPOINT_FAILING);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.sentence()).endsWith(": the peer is a PUB; next try in 60 s");
        });
    }

    @Test
    void aHandshakeThatTheNetworkBrokeIsNoWrongPeer() {
        context.connected(WAITING, "reset", null)
                .event(1, Type.HANDSHAKE_FAILED, CloseReason.INCOMPATIBLE_SOCKET_TYPE)
                .event(2, Type.HANDSHAKE_FAILED, CloseReason.CONNECTION_LOST);

        assertThat(look(3)).isEmpty();
    }

    @Test
    void aBoundEndpointThatKeepsPeersOutIsAWarningForAWhile() {
        context.type = "PULL";
        context.bound(0)
                .event(5, Type.HANDSHAKE_FAILED, CloseReason.INCOMPATIBLE_SOCKET_TYPE)
                .event(8, Type.HANDSHAKE_FAILED_AUTH, CloseReason.AUTHENTICATION_FAILED);

        assertThat(look(10)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ENDPOINT_FAILING);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.since()).isEqualTo(Duration.ofSeconds(5));
            assertThat(finding.sentence())
                    .isEqualTo("PULL \"orders\" has kept 2 peers out at tcp://10.0.0.7:5555, "
                            + "the last 10.0.0.9:40112: AUTHENTICATION_FAILED");
        });
        assertThat(look(69)).isEmpty();
    }

    @Test
    void aScannerOfPortsIsNoFinding() {
        context.type = "PULL";
        context.bound(0).event(1, Type.HANDSHAKE_FAILED, CloseReason.NOT_ZMTP);

        assertThat(look(2)).isEmpty();
    }

    // ---- peers

    @Test
    void aBoundSocketThatWaitsForPeersToSendIsFoundWithoutOne() {
        context.bound(0);

        assertThat(look(29)).isEmpty();
        assertThat(look(30)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NO_PEERS);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.where()).isNull();
            assertThat(finding.sentence()).isEqualTo("PUSH \"orders\" has had no peer for 30 s");
        });
    }

    @Test
    void threadsThatWaitForAPeerMakeItAnError() {
        context.bound(0).waitingSenders = 2;

        assertThat(look(40)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.sentence())
                    .isEqualTo("PUSH \"orders\" has had no peer for 40 s; 2 threads waiting to send");
        });
    }

    @Test
    void thatThePeersLeftIsKnownByTheEvents() {
        context.bound(0).event(50, Type.DISCONNECTED, CloseReason.PEER_CLOSED).connectionsMade = 1;

        assertThat(look(79)).isEmpty();
        assertThat(look(80)).singleElement().extracting(Finding::since).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aServerWithoutClientsIsFine() {
        for (String type : List.of("REP", "ROUTER", "PUB", "XPUB", "PULL", "SUB", "XSUB")) {
            context.type = type;
            context.endpoints.clear();
            context.bound(0);
            assertThat(look(1000)).as(type).isEmpty();
        }
    }

    @Test
    void aSocketWithoutEndpointsHasNotBegun() {
        assertThat(look(1000)).isEmpty();
    }

    // ---- queues

    @Test
    void aQueueToAPeerThatStaysFullIsFound() {
        context.bound(1).queue(0, 1000);

        assertThat(look(0)).isEmpty();
        assertThat(look(12)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.QUEUE_FULL);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.where()).isEqualTo("10.0.0.9:40112");
            assertThat(finding.sentence())
                    .isEqualTo("PUSH \"orders\": the queue to 10.0.0.9:40112 has been full for 12 s, 1000 of 1000: "
                            + "the peer is slower");
        });
    }

    @Test
    void aQueueIsFullUntilHalfOfItIsFree() {
        context.bound(1).queue(0, 1000);
        look(0);
        context.queue(0, 501);
        look(5);
        assertThat(look(10)).hasSize(1);
        context.queue(0, 500);
        assertThat(look(11)).isEmpty();
        context.queue(0, 999);
        assertThat(look(30)).isEmpty();
    }

    @Test
    void aQueueFromAPeerThatStaysFullSaysThatTheApplicationIsSlow() {
        context.type = "PULL";
        context.bound(1).queue(500, 0);

        look(0);
        assertThat(look(10))
                .extracting(Finding::sentence)
                .containsExactly("PULL \"orders\": the queue from 10.0.0.9:40112 has been full for 10 s, 500 of 500: "
                        + "the application is slower");
    }

    @Test
    void threadsThatWaitForRoomMakeItAnError() {
        context.bound(1).queue(0, 1000).waitingSenders = 1;

        look(0);
        assertThat(look(10)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.sentence()).contains("1000 of 1000, 1 thread waiting to send");
        });
    }

    // ---- drops

    @Test
    void dropsAreFoundWhileTheyGrowAndForAMinuteAfter() {
        context.bound(1).drops = Map.of(DropReason.QUEUE_FULL, 5L);

        assertThat(look(100)).isEmpty();
        context.drops = Map.of(DropReason.QUEUE_FULL, 12L);
        assertThat(look(110)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.DROPPING);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.sentence())
                    .startsWith("PUSH \"orders\" dropped 7 messages in the last 10 s (QUEUE_FULL): the queue to");
        });
        context.drops = Map.of(DropReason.QUEUE_FULL, 22L);
        assertThat(look(120))
                .singleElement()
                .extracting(Finding::sentence)
                .asString()
                .contains("17 messages in the last 20 s");
        assertThat(look(180)).hasSize(1);
        assertThat(look(181)).isEmpty();
        context.drops = Map.of(DropReason.QUEUE_FULL, 23L);
        assertThat(look(190))
                .singleElement()
                .extracting(Finding::sentence)
                .asString()
                .contains("1 message in the last 9.0 s");
    }

    @Test
    void aReasonThatIsNewHasGrownSinceTheLastLook() {
        context.bound(1);
        look(1000);
        context.drops = Map.of(DropReason.UNROUTABLE, 3L);

        assertThat(look(1005)).singleElement().satisfies(finding -> {
            assertThat(finding.since()).isEqualTo(Duration.ofSeconds(5));
            assertThat(finding.sentence()).contains("dropped 3 messages in the last 5.0 s (UNROUTABLE)");
        });
    }

    @Test
    void theFirstLookKnowsTheDropsOfAYoungSocket() {
        context.bound(1).drops = Map.of(DropReason.QUEUE_FULL, 5L);

        assertThat(look(60)).singleElement().extracting(Finding::since).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void whatIsDroppedOnPurposeIsNoFinding() {
        context.bound(1).drops = Map.of(DropReason.CONFLATED, 5L, DropReason.NOT_SUBSCRIBED, 1L);

        assertThat(look(1)).isEmpty();
    }

    // ---- loops

    @Test
    void aDeadLoopIsFoundAtOnce() {
        context.bound(1).isLoopAlive = false;

        assertThat(look(1)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOOP_DEAD);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.socketId()).isZero();
            assertThat(finding.socket()).isEqualTo("app");
            assertThat(finding.where()).isEqualTo("app-loop-0");
        });
        assertThat(look(4)).extracting(Finding::since).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void theLoopsOfAClosedContextHaveEndedAsTheyShould() {
        context.hasSocket = false;
        context.isLoopAlive = false;

        assertThat(look(1)).isEmpty();
    }

    // ---- all of them

    @Test
    void theWorstComesFirstAndOfThatWhatHasLastedLongest() {
        context.bound(0);
        look(5);
        context.drops = Map.of(DropReason.QUEUE_FULL, 1L);
        look(10);
        context.queue(0, 1000);
        look(20);
        context.isLoopAlive = false;

        assertThat(look(40))
                .extracting(Finding::kind)
                .containsExactly(Kind.LOOP_DEAD, Kind.NO_PEERS, Kind.DROPPING, Kind.QUEUE_FULL);
    }

    @Test
    void anotherProcessIsLookedAtAnew() {
        context.connected(WAITING, "refused", null);
        look(0);
        context.pid = 2;

        assertThat(look(20)).isEmpty();
    }

    @Test
    void aContextThatIsYoungerThanBeforeIsAnother() {
        context.connected(WAITING, "refused", null);
        look(100);

        assertThat(look(0)).isEmpty();
        assertThat(look(9)).isEmpty();
        assertThat(look(10)).hasSize(1);
    }

    @Test
    void thresholdsAreTheCallers() {
        var impatient = new Diagnosis(Thresholds.standard().withEndpointFailing(Duration.ZERO));

        assertThat(impatient.look(context.connected(WAITING, "refused", null).at(0)))
                .hasSize(1);
    }
}
