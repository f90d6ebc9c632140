package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RepTest {
    private final DropCounters drops = new DropCounters();
    private final Rep rep = new Rep(drops);

    @Test
    @DisplayName("RFC 28: REP SHALL receive and then send exactly one message at a time")
    void receiveAndSendAlternate() {
        var a = attach(FakePipe.roomy().deliver("", "1").deliver("", "2"));
        assertThatThrownBy(() -> rep.trySend(Message.of("x")))
                .isInstanceOf(SocketStateException.class)
                .hasMessageContaining("receive one before sending");
        assertThat(rep.canSend()).isFalse();
        assertThat(rep.tryReceive()).isEqualTo(Message.of("1"));
        assertThat(rep.canSend()).isTrue();
        assertThat(rep.canReceive()).isFalse();
        assertThatThrownBy(rep::tryReceive)
                .isInstanceOf(SocketStateException.class)
                .hasMessageContaining("send a reply before receiving");
        assertThat(rep.trySend(Message.of("r1"))).isTrue();
        assertThat(a.received()).containsExactly(Message.of("", "r1"));
        assertThat(rep.canReceive()).isTrue();
        assertThat(rep.tryReceive()).isEqualTo(Message.of("2"));
    }

    @Test
    void aReplyThatFailsForWantOfMemoryCanBeSentAgain() {
        var a = attach(FakePipe.roomy().deliver("", "1"));
        assertThat(rep.tryReceive()).isEqualTo(Message.of("1"));
        a.outOfMemory();
        assertThatThrownBy(() -> rep.trySend(Message.of("r1"))).isInstanceOf(OutOfMemoryError.class);

        assertThat(rep.trySend(Message.of("r1"))).isTrue();

        assertThat(a.received()).containsExactly(Message.of("", "r1"));
    }

    @Test
    @DisplayName("RFC 28: REP SHALL receive incoming messages from its peers using a fair-queuing strategy")
    void aBusyPeerDoesNotKeepTheOthersWaiting() {
        attach(FakePipe.roomy().deliver("", "a1").deliver("", "a2"));
        attach(FakePipe.roomy().deliver("", "b1"));
        assertThat(serve()).isEqualTo(Message.of("a1"));
        assertThat(serve()).isEqualTo(Message.of("b1"));
        assertThat(serve()).isEqualTo(Message.of("a2"));
    }

    @Test
    @DisplayName("RFC 28: REP SHALL remove and store the address envelope, including the delimiter, and pass the "
            + "remaining data frames")
    void theApplicationSeesTheBodyOnly() {
        attach(FakePipe.roomy().deliver("hop1", "hop2", "", "body", "", "more"));
        assertThat(rep.tryReceive()).isEqualTo(Message.of("body", "", "more"));
    }

    @Test
    @DisplayName("RFC 28: REP SHALL prepend the address envelope and delimiter to the reply")
    void theReplyGoesBackInTheSameEnvelope() {
        var a = attach(FakePipe.roomy().deliver("hop1", "hop2", "", "body"));
        serve();
        assertThat(a.received()).containsExactly(Message.of("hop1", "hop2", "", "reply"));
    }

    @Test
    @DisplayName("RFC 28: REP SHALL deliver this message back to the originating peer")
    void theReplyGoesToTheAskerAlone() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy().deliver("", "1"));
        serve();
        assertThat(b.received()).containsExactly(Message.of("", "reply"));
        assertThat(a.received()).isEmpty();
    }

    @Test
    @DisplayName("RFC 28: REP SHALL silently discard the reply, or return an error, if the originating peer is no "
            + "longer connected")
    void theReplyToOneWhoLeftIsDroppedAndCounted() {
        var a = attach(FakePipe.roomy().deliver("", "1"));
        rep.tryReceive();
        rep.detach(a);
        assertThat(rep.trySend(Message.of("reply"))).isTrue();
        assertThat(a.received()).isEmpty();
        assertThat(drops.count(DropReason.REQUESTER_GONE)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 28: REP SHALL not block on sending")
    void theReplyToOneWhoIsFullIsDroppedAndCounted() {
        attach(FakePipe.full().deliver("", "1"));
        rep.tryReceive();
        assertThat(rep.trySend(Message.of("reply"))).isTrue();
        assertThat(drops.count(DropReason.REQUESTER_GONE)).isEqualTo(1);
        assertThat(rep.canSend()).isFalse();
    }

    @Test
    @DisplayName("RFC 28: REP SHALL not filter or modify outgoing or incoming messages in any way")
    void emptyBodyFramesSurvive() {
        var a = attach(FakePipe.roomy().deliver("", "", ""));
        assertThat(rep.tryReceive()).isEqualTo(Message.of("", ""));
        rep.trySend(Message.of("", "x", ""));
        assertThat(a.received()).containsExactly(Message.of("", "", "x", ""));
    }

    @Test
    void requestsWithoutDelimiterOrBodyAreDiscarded() {
        attach(FakePipe.roomy()
                .deliver("body")
                .deliver("a", "b")
                .deliver("")
                .deliver("id", "")
                .deliver("", "good"));
        assertThat(rep.canReceive()).isTrue();
        assertThat(rep.tryReceive()).isEqualTo(Message.of("good"));
        assertThat(drops.count(DropReason.MALFORMED_ENVELOPE)).isEqualTo(4);
    }

    @Test
    void afterOnlyMalformedRequestsItStillReceives() {
        var a = attach(FakePipe.roomy().deliver("nothing"));
        assertThat(rep.canReceive()).isFalse();
        a.deliver("", "1");
        rep.readable(a);
        assertThat(rep.tryReceive()).isEqualTo(Message.of("1"));
    }

    @Test
    void anEnvelopeOfAThousandFramesIsReturned() {
        var frames = new String[1002];
        Arrays.fill(frames, "hop");
        frames[1000] = "";
        frames[1001] = "body";
        var a = attach(FakePipe.roomy().deliver(frames));
        assertThat(rep.tryReceive()).isEqualTo(Message.of("body"));
        frames[1001] = "reply";
        rep.trySend(Message.of("reply"));
        assertThat(a.received()).containsExactly(Message.of(frames));
    }

    @Test
    void whoeverComesAtTheAskersPlaceGetsNoReply() {
        var a = attach(FakePipe.roomy().deliver("", "1").deliver("", "2"));
        assertThat(rep.tryReceive()).isEqualTo(Message.of("1"));
        rep.disconnected(a.broke());
        rep.connected(a);
        a.deliver(Pipe.RESTART).deliver("", "3");
        rep.readable(a);
        rep.trySend(Message.of("reply"));
        assertThat(serve()).as("asked before the connection broke").isEqualTo(Message.of("2"));
        assertThat(a.received()).isEmpty();
        assertThat(drops.count(DropReason.REQUESTER_GONE)).isEqualTo(2);
        assertThat(serve()).isEqualTo(Message.of("3"));
        assertThat(a.received()).containsExactly(Message.of("", "reply"));
    }

    @Test
    void noReplyGoesToTheConnectionAfterTheNext() {
        var a = attach(FakePipe.roomy().deliver("", "1"));
        for (String next : List.of("2", "3")) {
            rep.disconnected(a.broke());
            rep.connected(a);
            a.deliver(Pipe.RESTART).deliver("", next);
        }
        rep.readable(a);

        assertThat(serve()).isEqualTo(Message.of("1"));
        assertThat(serve()).as("asked before the second break").isEqualTo(Message.of("2"));
        assertThat(a.received()).isEmpty();
        assertThat(drops.count(DropReason.REQUESTER_GONE)).isEqualTo(2);
        assertThat(serve()).isEqualTo(Message.of("3"));
        assertThat(a.received()).containsExactly(Message.of("", "reply"));
    }

    @Test
    void breaksThatAreToldOfTogetherCountApart() {
        var a = attach(FakePipe.roomy().deliver("", "1"));
        rep.disconnected(a.broke().broke());
        rep.connected(a);
        a.deliver(Pipe.RESTART).deliver("", "2").deliver(Pipe.RESTART).deliver("", "3");
        rep.readable(a);

        assertThat(serve()).isEqualTo(Message.of("1"));
        assertThat(serve()).isEqualTo(Message.of("2"));
        assertThat(a.received()).isEmpty();
        assertThat(serve()).isEqualTo(Message.of("3"));
        assertThat(a.received()).containsExactly(Message.of("", "reply"));
    }

    @Test
    void aRequestSeenByCanReceiveIsDeliveredThoughTheAskerLeft() {
        var a = attach(FakePipe.roomy().deliver("", "1"));
        assertThat(rep.canReceive()).isTrue();
        rep.detach(a);
        assertThat(serve()).isEqualTo(Message.of("1"));
        assertThat(drops.count(DropReason.REQUESTER_GONE)).isEqualTo(1);
    }

    private Message serve() {
        Message request = rep.tryReceive();
        assertThat(request).isNotNull();
        rep.trySend(Message.of("reply"));
        return request;
    }

    private FakePipe attach(FakePipe pipe) {
        rep.attach(pipe);
        rep.connected(pipe);
        return pipe;
    }
}
