package io.zmq4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.test.junit.Inproc;
import io.zmq4j.test.junit.ZmqTest;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ZmqTest
class PeerTest {
    private static final Duration NOT_LONG = Duration.ofMillis(20);

    @Test
    void answersByRulesAndKeepsWhatCame(ReqSocket req, Peer peer) {
        peer.on("one", "1").on("two", request -> Message.of("2", request.text(1)));
        req.connect(peer.uri());

        assertThat(req.request("one")).isEqualTo(Message.of("1"));
        assertThat(req.request(Message.of("two", "more"))).isEqualTo(Message.of("2", "more"));
        assertThat(peer.received()).containsExactly(Message.of("one"), Message.of("two", "more"));
    }

    @Test
    void theLastRuleForATextHolds(ReqSocket req, Peer peer) {
        peer.on("one", "1").on("one", "uno");
        req.connect(peer.uri());
        assertThat(req.request("one").text()).isEqualTo("uno");
    }

    @Test
    void aDealerThatSendsNoDelimiterIsAnsweredWithoutOne(DealerSocket dealer, Peer peer) {
        peer.on("one", "1");
        dealer.connect(peer.uri());
        dealer.send("one");
        assertThat(dealer.receive()).isEqualTo(Message.of("1"));
    }

    @Test
    void isSilentWhenItIsTold(DealerSocket dealer, Peer peer) {
        peer.on("one", "1").silent();
        dealer.connect(peer.uri());
        dealer.send("one");
        peer.expect("one");
        assertThat(dealer.receive(NOT_LONG)).isEmpty();
    }

    @Test
    void asADealerItAsksAReply(RepSocket rep, Peer peer) {
        peer.as(SocketType.DEALER);
        rep.connect(peer.uri());
        peer.send("", "ask");
        assertThat(rep.receiveText()).isEqualTo("ask");
        rep.send("answer");
        peer.expect("answer");
    }

    @Test
    void asAPubItWaitsForASubscription(SubSocket sub, Peer peer) {
        peer.as(SocketType.PUB);
        sub.connect(peer.uri());
        sub.subscribe("news");
        peer.send("news", "today");
        assertThat(sub.receive()).isEqualTo(Message.of("news", "today"));
    }

    @Test
    void asAPushItSendsAndAsAPullItReceives(PullSocket pull, PushSocket push, Peer from, @Inproc Peer to) {
        from.as(SocketType.PUSH);
        to.as(SocketType.PULL);
        pull.connect(from.uri());
        push.connect(to.uri());
        from.send("a");
        push.send(pull.receive());
        assertThat(to.expect("a")).isEqualTo(Message.of("a"));
        assertThat(to.uri()).startsWith("inproc://");
        assertThat(from.uri()).startsWith("tcp://127.0.0.1:");
    }

    @Test
    void givesWhatHasComeWhenTheTimeHasPassed(PushSocket push, Peer peer) {
        peer.as(SocketType.PULL);
        assertThat(peer.received(NOT_LONG)).isEmpty();
        push.connect(peer.uri());
        push.send("a");
        push.send("b");
        assertThat(peer.received(2)).containsExactly(Message.of("a"), Message.of("b"));
        assertThat(peer.received(NOT_LONG)).hasSize(2);
    }

    @Test
    void saysWhatDidCome(PushSocket push, Peer peer) {
        peer.as(SocketType.PULL);
        push.connect(peer.uri());
        push.send("a");
        assertThatThrownBy(() -> peer.expect("b"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected %s at %s, and %s came; all that came: [%3$s]"
                        .formatted(Message.of("b"), peer.uri(), Message.of("a")));
        assertThatThrownBy(() -> peer.expect("c"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected %s at %s, and nothing more came within 5 s; all that came: [%s]"
                        .formatted(Message.of("c"), peer.uri(), Message.of("a")));
    }

    @Test
    void saysWhatDidComeOfMany(PushSocket push, Peer peer) {
        peer.as(SocketType.PULL);
        push.connect(peer.uri());
        push.send("a");
        assertThatThrownBy(() -> peer.received(2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 2 messages at %s within 5 s; all that came: [%s]"
                        .formatted(peer.uri(), Message.of("a")));
    }

    @Test
    void saysThatNobodyCame(Peer peer) {
        peer.as(SocketType.PUB);
        assertThatThrownBy(() -> peer.send("a"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("nothing subscribed at " + peer.uri() + " within 5 s");
    }

    @Test
    void aRuleThatFailsFailsTheTest(Context context) {
        Peer peer = Peer.tcp().on("one", request -> {
            throw new IllegalStateException("broken rule");
        });
        try (var dealer = context.dealer()) {
            dealer.connect(peer.uri());
            dealer.send("one");
            assertThatThrownBy(() -> {
                        peer.received(1);
                        peer.close();
                    })
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("broken rule");
        }
        peer.close();
    }

    @Test
    void aPortIsFreeWhenItIsClosed(Context context) {
        Peer peer = Peer.tcp().as(SocketType.PULL);
        String uri = peer.uri();
        peer.close();
        try (var pull = context.pull()) {
            assertThat(pull.bind(uri).uri()).isEqualTo(uri);
        }
    }

    @Test
    void whatIsNotAllowedIsNamed(Peer peer) {
        assertThatThrownBy(() -> peer.as(SocketType.REP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type is REP")
                .hasMessageContaining("a ROUTER stands for a REP");
        assertThatThrownBy(() -> peer.reply("a")).hasMessageContaining("call expect first");
        peer.as(SocketType.PULL);
        assertThatThrownBy(() -> peer.as(SocketType.PUSH)).hasMessageContaining("is a PULL already");
        assertThatThrownBy(() -> peer.send("a")).hasMessage("a PULL does not send");
    }
}
