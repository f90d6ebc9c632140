package io.zmq4j.patterns.freelance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Soon;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreelanceTest {
    private final Context context = Context.create();

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    private FreelanceServer server(String name) {
        return FreelanceServer.start(context, "tcp://127.0.0.1:*", request -> Message.of(name + ": " + request.text()));
    }

    private FreelanceClient client(List<String> servers) {
        return FreelanceClient.start(
                context,
                servers,
                it -> it.patience(Duration.ofSeconds(2))
                        .ping(Duration.ofMillis(50))
                        .liveness(100));
    }

    private static void awaitAlive(FreelanceClient client, String... endpoints) {
        for (var endpoint : endpoints) {
            Soon.until(
                    endpoint + " is alive", () -> client.statistics().servers().get(endpoint) == ServerState.ALIVE);
        }
    }

    @Test
    void thePreferredServerAnswers() {
        var one = server("one");
        var two = server("two");
        var client = client(List.of(one.endpoint(), two.endpoint()));
        awaitAlive(client, one.endpoint(), two.endpoint());

        assertThat(client.request("x", Soon.LIMIT).text()).isEqualTo("one: x");
        assertThat(client.requestAsync(Message.of("y"), Soon.LIMIT)).succeedsWithin(Soon.LIMIT);
        assertThat(two.statistics().served()).isZero();
        assertThat(two.statistics().pings()).isPositive();
    }

    @Test
    void aServerThatIsGoneCostsNoTimeOutAsItCannotBeReached() {
        var one = server("one");
        var two = server("two");
        var client = client(List.of(one.endpoint(), two.endpoint()));
        awaitAlive(client, one.endpoint(), two.endpoint());

        one.close();

        assertThat(client.request("x", Soon.LIMIT).text()).isEqualTo("two: x");
    }

    @Test
    void aServerThatHangsCostsOneTimeOut() throws Exception {
        var never = new CountDownLatch(1);
        var one = FreelanceServer.start(context, "tcp://127.0.0.1:*", request -> {
            never.await();
            return request;
        });
        var two = server("two");
        var client = FreelanceClient.start(
                context,
                List.of(one.endpoint(), two.endpoint()),
                it -> it.patience(Duration.ofMillis(100)).ping(Duration.ofSeconds(5)));
        awaitAlive(client, one.endpoint(), two.endpoint());

        assertThat(client.request("x", Soon.LIMIT).text()).isEqualTo("two: x");
        assertThat(client.statistics().servers()).containsEntry(one.endpoint(), ServerState.SILENT);
        assertThat(client.request("y", Soon.LIMIT).text()).isEqualTo("two: y");
    }

    @Test
    void aServerThatComesBackIsAskedAgainAndGetsNothingOld() {
        var one = server("one");
        var two = server("two");
        var client = client(List.of(one.endpoint(), two.endpoint()));
        awaitAlive(client, one.endpoint(), two.endpoint());
        one.close();
        for (int i = 0; i < 10; i++) {
            assertThat(client.request("x", Soon.LIMIT).text()).isEqualTo("two: x");
        }

        var again = FreelanceServer.start(context, one.endpoint(), request -> Message.of("again: " + request.text()));
        Soon.until("it was heard", () -> again.statistics().pings() > 1);
        Soon.until("it is asked", () -> client.request("y", Soon.LIMIT).text().equals("again: y"));
        assertThat(again.statistics().malformed()).isZero();
    }

    @Test
    void manyAtOnceAreEachAnswered() {
        var one = server("one");
        var client = client(List.of(one.endpoint()));
        awaitAlive(client, one.endpoint());

        var replies = IntStream.range(0, 500)
                .mapToObj(i -> client.requestAsync(Message.of("" + i), Soon.LIMIT))
                .toList();

        for (int i = 0; i < 500; i++) {
            assertThat(replies.get(i)).succeedsWithin(Soon.LIMIT).isEqualTo(Message.of("one: " + i));
        }
        assertThat(client.statistics().outstanding()).isZero();
    }

    @Test
    void aBodyMayHaveEmptyFrames() {
        var echo = FreelanceServer.start(context, "tcp://127.0.0.1:*", request -> request);
        var client = client(List.of(echo.endpoint()));

        assertThat(client.request(Message.of("a", "", "b"), Soon.LIMIT)).isEqualTo(Message.of("a", "", "b"));
        assertThat(client.request(Message.of(""), Soon.LIMIT)).isEqualTo(Message.of(""));
    }

    @Test
    void whereNobodyIsItSaysSo() {
        var client = client(List.of("tcp://127.0.0.1:9"));

        assertThatThrownBy(() -> client.request("x", Duration.ofMillis(100)))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("nobody could be asked");
    }

    @Test
    void moreThanMayBeOutstandingIsBusy() {
        var client = FreelanceClient.start(context, List.of("tcp://127.0.0.1:9"), it -> it.maxOutstanding(1));
        var first = client.requestAsync(Message.of("x"), Soon.LIMIT);

        assertThatThrownBy(() -> client.request("y", Soon.LIMIT)).hasMessageContaining("too many");
        first.cancel(true);
        Soon.until("there is room", () -> client.statistics().outstanding() == 0);
    }

    @Test
    void aHandlerThatFailsGivesNoAnswerAndIsCounted() {
        var bad = FreelanceServer.start(context, "tcp://127.0.0.1:*", request -> {
            throw new IllegalStateException("a test's");
        });
        var good = server("good");
        var client = FreelanceClient.start(
                context, List.of(bad.endpoint(), good.endpoint()), it -> it.patience(Duration.ofMillis(50)));
        awaitAlive(client, bad.endpoint(), good.endpoint());

        assertThat(client.request("x", Soon.LIMIT).text()).isEqualTo("good: x");
        assertThat(bad.statistics().failed()).isPositive();
    }

    @Test
    void whatIsNoCommandIsCountedAndTheServerServesOn() {
        var server = server("good");
        try (var stranger = context.dealer().linger(Duration.ZERO)) {
            stranger.connect(server.endpoint());
            stranger.send(Message.of("PONG"));
            stranger.send(Message.of("ping"));
            stranger.send(Message.of(""));
            stranger.send(Message.of("control frame without a body"));
            Soon.until("all are counted", () -> server.statistics().malformed() == 4);
            stranger.send(Message.of("any control frame", "x"));
            assertThat(stranger.receive(Soon.LIMIT)).contains(Message.of("any control frame", "good: x"));
        }
    }

    @Test
    void closingFailsWhatIsOutstanding() {
        var client = client(List.of("tcp://127.0.0.1:9"));
        var future = client.requestAsync(Message.of("x"), Soon.LIMIT);

        client.close();

        assertThat(future).failsWithin(Soon.LIMIT);
        assertThatThrownBy(() -> client.request("x", Soon.LIMIT)).isInstanceOf(SocketClosedException.class);
    }
}
