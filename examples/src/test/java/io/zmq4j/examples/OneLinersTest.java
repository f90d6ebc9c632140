package io.zmq4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.codec.Codec;
import io.zmq4j.jackson.JsonCodec;
import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a Java programmer would write without a look at the documentation, one line each, and what comes of it. */
class OneLinersTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private final Context context = Context.create();
    private final PushSocket push = context.push();
    private final PullSocket pull = context.pull();
    private final PubSocket pub = context.pub();
    private final SubSocket sub = context.sub();
    private final ReqSocket req = context.req();
    private final RepSocket rep = context.rep();
    private final DealerSocket dealer = context.dealer();
    private final RouterSocket router = context.router();

    record Point(int x, int y) {}

    @BeforeEach
    void connect() {
        push.connect(pull.bind("inproc://tasks"));
        sub.connect(pub.bind("inproc://news"));
        req.connect(rep.bind("inproc://questions"));
        dealer.connect(router.bind("inproc://requests"));
    }

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    @Test
    void contextWithAName() {
        try (var named = Context.builder().name("prices").build()) {
            assertThat(named.name()).isEqualTo("prices");
        }
    }

    @Test
    void bindAndAskForThePort() {
        assertThat(context.pub().bind("tcp://127.0.0.1:*").port()).isBetween(1, 65_535);
    }

    @Test
    void connectToABinding() {
        assertThat(context.push().connect(context.pull().bind("ipc://*")).uri()).startsWith("ipc:///");
    }

    @Test
    void waitForAPeer() {
        assertThat(push.awaitPeer(SECONDS)).isTrue();
    }

    @Test
    void countPeers() {
        assertThat(pull.awaitPeer(SECONDS) ? pull.peerCount() : 0).isEqualTo(1);
    }

    @Test
    void giveAnEndpointUpByTry() {
        try (var binding = context.pull().bind("inproc://once")) {
            assertThat(binding.uri()).isEqualTo("inproc://once");
        }
        assertThat(context.pull().bind("inproc://once").uri()).isEqualTo("inproc://once");
    }

    @Test
    void sendAndReceiveText() {
        push.send("hello");
        assertThat(pull.receiveText()).isEqualTo("hello");
    }

    @Test
    void sendAndReceiveBytes() {
        push.send(new byte[] {1, 2});
        assertThat(pull.receiveBytes()).containsExactly(1, 2);
    }

    @Test
    void sendABuffer() {
        push.send(ByteBuffer.wrap(new byte[] {1, 2}));
        assertThat(pull.receiveBytes(SECONDS)).hasValue(new byte[] {1, 2});
    }

    @Test
    void sendSeveralFrames() {
        push.send("a", "b");
        assertThat(pull.receive().text(1)).isEqualTo("b");
    }

    @Test
    void makeAMessageAndTakeAFrame() {
        assertThat(Message.of("a", "b").text(1)).isEqualTo("b");
    }

    @Test
    void appendToAMessage() {
        assertThat(Message.of("key").append("value")).isEqualTo(Message.of("key", "value"));
    }

    @Test
    void frameWithANumber() {
        assertThat(Message.builder().text("count").int32(42).build().last().int32())
                .isEqualTo(42);
    }

    @Test
    void printAMessage() {
        assertThat("" + Message.of("a", "b")).contains("a").contains("b");
    }

    @Test
    void loopOverFrames() {
        List<String> frames = new ArrayList<>();
        for (Frame frame : Message.of("a", "b")) {
            frames.add(frame.text());
        }
        assertThat(frames).containsExactly("a", "b");
    }

    @Test
    void receiveOrGoOn() {
        assertThat(pull.tryReceive()).isEmpty();
    }

    @Test
    void receiveWithATimeout() {
        assertThat(pull.receive(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void receiveTextOrElse() {
        assertThat(pull.receiveText(Duration.ofMillis(1)).orElse("nothing")).isEqualTo("nothing");
    }

    @Test
    void loopOverMessages() {
        push.send("a");
        for (var message : pull.messages()) {
            assertThat(message.text()).isEqualTo("a");
            break;
        }
    }

    @Test
    void streamOfMessages() {
        List.of("a", "b").forEach(push::send);
        assertThat(pull.stream().limit(2).map(Message::text).toList()).containsExactly("a", "b");
    }

    @Test
    void callMeBack() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        pull.onMessage(message -> heard.add(message.text()));
        push.send("a");
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("a");
    }

    @Test
    void futureMessage() {
        push.send("a");
        assertThat(pull.receiveAsync().thenApply(Message::text).join()).isEqualTo("a");
    }

    @Test
    void subscribeAsYouOpen() {
        var news = context.sub().subscribe("sport").subscribe("weather");
        news.connect("inproc://news");
        assertThat(pub.awaitPeer(SECONDS)).isTrue();
        pub.send("weather", "fine");
        assertThat(news.receive().text(1)).isEqualTo("fine");
    }

    @Test
    void valuesByACodec() {
        push.send("42", Codec.text());
        int answer = pull.receive(Codec.text().map(Integer::valueOf, String::valueOf));
        assertThat(answer).isEqualTo(42);
    }

    @Test
    void valuesAsJson() {
        push.send(new Point(1, 2), JsonCodec.of(Point.class));
        assertThat(pull.receiveText()).isEqualTo("{\"x\":1,\"y\":2}");
    }

    @Test
    void loopOverValues() {
        push.send("{\"x\":1,\"y\":2}");
        for (Point point : pull.receiving(JsonCodec.of(Point.class))) {
            assertThat(point).isEqualTo(new Point(1, 2));
            break;
        }
    }

    @Test
    void requestAndReply() {
        rep.serve(request -> Message.of("re: " + request.text()));
        assertThat(req.request("hello").text()).isEqualTo("re: hello");
    }

    @Test
    void requestWithATimeout() {
        rep.serve(request -> request);
        assertThat(req.request("hello", SECONDS).text()).isEqualTo("hello");
    }

    @Test
    void requestWithRetries() {
        rep.serve(request -> request);
        assertThat(req.request("hello", SECONDS, 3).text()).isEqualTo("hello");
    }

    @Test
    void requestAsAFuture() {
        router.serve(request -> request);
        assertThat(dealer.request("hello", SECONDS).thenApply(Message::text).join())
                .isEqualTo("hello");
    }

    @Test
    void replyToAMessage() {
        dealer.send("", "hello");
        router.send(router.receive().reply("re: hello"));
        assertThat(dealer.receive().body().text()).isEqualTo("re: hello");
    }

    @Test
    void sendToAPeerByItsRoutingId() {
        var other = context.dealer().routingId("bob");
        other.connect("inproc://requests");
        assertThat(other.awaitPeer(SECONDS)).isTrue();
        router.send("bob", "hello");
        assertThat(other.receiveText()).isEqualTo("hello");
    }

    @Test
    void optionsInAChain() {
        assertThat(context.push()
                        .sendHighWaterMark(10)
                        .linger(Duration.ZERO)
                        .sendTimeout(SECONDS)
                        .sendHighWaterMark())
                .isEqualTo(10);
    }

    @Test
    void optionByItsName() {
        push.set(SocketOptions.LINGER, Duration.ZERO);
        assertThat(push.get(SocketOptions.LINGER)).isZero();
    }

    @Test
    void defaultsForAllSockets() {
        try (var quick =
                Context.builder().sockets(all -> all.linger(Duration.ZERO)).build()) {
            assertThat(quick.push().linger()).isZero();
        }
    }

    @Test
    void pollTwoSockets() {
        var poller = context.poller();
        var tasks = poller.onReadable(pull);
        var news = poller.onReadable(sub);
        push.send("a");
        assertThat(poller.poll(SECONDS)).isTrue();
        assertThat(List.of(tasks.isReady(), news.isReady())).containsExactly(true, false);
    }

    @Test
    void sendWithoutAPeerOrGoOn() {
        assertThat(context.push().trySend(Message.of("a"))).isFalse();
    }

    @Test
    void askWhatWasDropped() {
        assertThat(push.drops()).isEqualTo(Map.of());
    }

    @Test
    void closeWithinATime() {
        context.close(Duration.ofSeconds(1));
        assertThat(push.isClosed()).isTrue();
    }

    @Test
    void copyABufferOut() {
        push.send("ab".getBytes(UTF_8));
        assertThat(pull.receive().copyTo(ByteBuffer.allocate(10))).isEqualTo(2);
    }
}
