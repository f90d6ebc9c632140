package io.zmq4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.examples.badnetwork.Listener;
import io.zmq4j.examples.badnetwork.Station;
import io.zmq4j.examples.balanced.EchoClient;
import io.zmq4j.examples.balanced.EchoServer;
import io.zmq4j.examples.broker.Broker;
import io.zmq4j.examples.broker.ProxyBroker;
import io.zmq4j.examples.broker.Requester;
import io.zmq4j.examples.broker.Responder;
import io.zmq4j.examples.devices.ForwarderDevice;
import io.zmq4j.examples.devices.NewsSender;
import io.zmq4j.examples.devices.QueueDevice;
import io.zmq4j.examples.devices.StreamerDevice;
import io.zmq4j.examples.devices.TaskSender;
import io.zmq4j.examples.hello.HelloClient;
import io.zmq4j.examples.hello.HelloServer;
import io.zmq4j.examples.hub.Collector;
import io.zmq4j.examples.hub.Hub;
import io.zmq4j.examples.hub.Speaker;
import io.zmq4j.examples.hub.Watcher;
import io.zmq4j.examples.pair.PairClient;
import io.zmq4j.examples.pair.PairServer;
import io.zmq4j.examples.pipeline.Sink;
import io.zmq4j.examples.pipeline.Ventilator;
import io.zmq4j.examples.pipeline.Worker;
import io.zmq4j.examples.radio.FootballFan;
import io.zmq4j.examples.radio.FootballRadio;
import io.zmq4j.examples.restarts.PatientClient;
import io.zmq4j.examples.restarts.PlainClient;
import io.zmq4j.examples.restarts.Server;
import io.zmq4j.examples.salt.Master;
import io.zmq4j.examples.salt.Minion;
import io.zmq4j.examples.spread.WorldClient;
import io.zmq4j.examples.spread.WorldServer;
import io.zmq4j.examples.stream.HttpHello;
import io.zmq4j.examples.tasks.Consumer;
import io.zmq4j.examples.tasks.Producer;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ExamplesTest {
    private Rehearsal rehearsal;

    @BeforeEach
    void open(@TempDir Path directory) {
        rehearsal = new Rehearsal(directory);
    }

    @AfterEach
    void close() throws InterruptedException {
        rehearsal.close();
    }

    @Test
    void helloGetsTenWorlds() throws Exception {
        rehearsal.start(HelloServer::main, rehearsal.endpoint("a"));
        rehearsal.perform(HelloClient::main, rehearsal.endpoint("a"));
        assertThat(rehearsal.heard()).contains("1: Hello -> World", "10: Hello -> World");
    }

    @Test
    void pairEndsAfterFiveExchangesAndEof() throws Exception {
        Thread server = rehearsal.start(PairServer::main, rehearsal.endpoint("a"));
        rehearsal.perform(PairClient::main, rehearsal.endpoint("a"));
        server.join(10_000);
        assertThat(rehearsal.heard()).contains("server: line 5", "client: answer 5", "client: EOF");
    }

    @Test
    void requestsAreSpreadOverServers() throws Exception {
        rehearsal.start(WorldServer::main, rehearsal.endpoint("a"));
        rehearsal.start(WorldServer::main, rehearsal.endpoint("b"));
        rehearsal.perform(WorldClient::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"));
        assertThat(rehearsal.heard())
                .filteredOn(line -> line.contains("World from") && line.endsWith("/a"))
                .hasSizeBetween(4, 5);
        assertThat(rehearsal.heard())
                .filteredOn(line -> line.contains("World from") && line.endsWith("/b"))
                .hasSizeBetween(4, 5);
    }

    @Test
    void echoesAreBalanced() throws Exception {
        rehearsal.start(EchoServer::main, rehearsal.endpoint("a"));
        rehearsal.start(EchoServer::main, rehearsal.endpoint("b"));
        rehearsal.perform(EchoClient::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"));
        assertThat(rehearsal.heard()).contains("msg 0 -> msg 0", "msg 9 -> msg 9");
    }

    @Test
    void httpIsSpokenByAStream() throws Exception {
        rehearsal.start(HttpHello::main, "tcp://127.0.0.1:*");
        rehearsal.await(1, line -> line.startsWith("listening on "));
        String endpoint = rehearsal.heard().get(0).replace("listening on tcp://", "http://");
        var client = HttpClient.newHttpClient();
        for (String name : List.of("world", "moon")) {
            var request =
                    HttpRequest.newBuilder(URI.create(endpoint + "/" + name)).build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("Hello, " + name + "\n");
        }
        assertThat(rehearsal.heard()).contains("GET /world HTTP/1.1", "GET /moon HTTP/1.1");
    }

    @Test
    void queueDevicePassesRequestsAndReplies() throws Exception {
        rehearsal.start(QueueDevice::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"));
        rehearsal.start(Responder::main, rehearsal.endpoint("b"), "reply");
        rehearsal.perform(Requester::main, rehearsal.endpoint("a"), "ask", "3");
        assertThat(rehearsal.heard()).contains("ask 1 -> ask 1 by reply", "ask 3 -> ask 3 by reply");
    }

    @Test
    void forwarderDevicePassesPublications() throws Exception {
        rehearsal.start(ForwarderDevice::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"));
        rehearsal.start(FootballFan::main, rehearsal.endpoint("b"), "brazil");
        rehearsal.start(NewsSender::main, rehearsal.endpoint("a"), "brazil", "5");
        rehearsal.start(NewsSender::main, rehearsal.endpoint("a"), "portugal", "5");
        rehearsal.await(5, line -> line.startsWith("brazil "));
        assertThat(rehearsal.heard()).noneMatch(line -> line.startsWith("portugal "));
    }

    @Test
    void streamerDevicePassesTasks() throws Exception {
        rehearsal.start(StreamerDevice::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"));
        rehearsal.start(Consumer::main, rehearsal.endpoint("b"));
        rehearsal.perform(TaskSender::main, rehearsal.endpoint("a"), "10", "5");
        rehearsal.await(1, "task2---5"::equals);
        rehearsal.await(1, "task2---14"::equals);
    }

    @Test
    void fanHearsItsCountriesOnly() throws Exception {
        rehearsal.start(FootballFan::main, rehearsal.endpoint("a"), "germany");
        rehearsal.start(FootballRadio::main, rehearsal.endpoint("a"), "2");
        rehearsal.await(10, line -> line.startsWith("germany "));
    }

    @Test
    void pipelineGivesEveryWorkerItsShare() throws Exception {
        rehearsal.start(Worker::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"), "w1");
        rehearsal.start(Worker::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"), "w2");
        rehearsal.start(Ventilator::main, rehearsal.endpoint("a"), "20", "2");
        rehearsal.perform(Sink::main, rehearsal.endpoint("b"), "20");
        assertThat(rehearsal.heard()).filteredOn(line -> line.endsWith("by w1")).hasSize(10);
        assertThat(rehearsal.heard()).filteredOn(line -> line.endsWith("by w2")).hasSize(10);
    }

    @Test
    void thousandTasksArrive() throws Exception {
        rehearsal.start(Producer::main, rehearsal.endpoint("a"));
        rehearsal.start(Consumer::main, rehearsal.endpoint("a"));
        rehearsal.await(1000, line -> line.startsWith("task2---"));
        rehearsal.await(1, "all sent, dropped: {}"::equals);
        rehearsal.await(1, "ended well"::equals);
    }

    @Test
    void listenerFiltersByPrefix() throws Exception {
        rehearsal.start(Station::main, rehearsal.endpoint("a"), "2");
        rehearsal.start(Listener::main, rehearsal.endpoint("a"), "1000", "27", "3");
        rehearsal.await(1, line -> line.startsWith("27 "));
        rehearsal.await(1, line -> line.startsWith("3 "));
        assertThat(rehearsal.heard()).noneMatch(line -> line.startsWith("2 "));
    }

    @Test
    void plainClientIsAnswered() throws Exception {
        rehearsal.start(Server::main, rehearsal.endpoint("a"), "1");
        rehearsal.perform(PlainClient::main, rehearsal.endpoint("a"), "3");
        assertThat(rehearsal.heard()).contains("request 3 -> answer to request 3");
    }

    @Test
    void patientClientIsAnsweredByTheServerThatComesLater() throws Exception {
        Thread client = rehearsal.start(PatientClient::main, rehearsal.endpoint("a"), "2", "200", "40");
        Thread server = rehearsal.start(Server::main, rehearsal.endpoint("a"), "3000");
        rehearsal.await(1, "working on request 1"::equals);
        server.interrupt();
        server.join(10_000);
        rehearsal.start(Server::main, rehearsal.endpoint("a"), "1");
        client.join(10_000);
        assertThat(rehearsal.heard()).contains("request 1 -> answer to request 1", "request 2 -> answer to request 2");
    }

    @Test
    void brokerBringsRepliesToTheirAskers() throws Exception {
        askThrough(Broker::main);
    }

    @Test
    void proxyDoesTheSameAsTheBroker() throws Exception {
        askThrough(ProxyBroker::main);
    }

    private void askThrough(Rehearsal.Main broker) throws InterruptedException {
        rehearsal.start(broker, rehearsal.endpoint("a"), rehearsal.endpoint("b"));
        rehearsal.start(Responder::main, rehearsal.endpoint("b"), "reply");
        Thread other = rehearsal.start(Requester::main, rehearsal.endpoint("a"), "other", "5");
        rehearsal.perform(Requester::main, rehearsal.endpoint("a"), "one", "5");
        other.join(10_000);
        assertThat(rehearsal.heard()).contains("one 5 -> one 5 by reply", "other 5 -> other 5 by reply");
    }

    @Test
    void hubHandsOnToAllAndToOne() throws Exception {
        rehearsal.start(Hub::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"), rehearsal.endpoint("c"));
        rehearsal.start(Watcher::main, rehearsal.endpoint("b"), "chat");
        rehearsal.start(Collector::main, rehearsal.endpoint("c"));
        rehearsal.start(Speaker::main, rehearsal.endpoint("a"), "chat", "1000", "5");
        rehearsal.await(3, line -> line.startsWith("chat {\"from\": \"java\""));
        rehearsal.await(3, line -> line.startsWith("{\"from\": \"java\""));
    }

    @Test
    void masterKnowsWhoAnswered() throws Exception {
        var stdin = System.in;
        var keyboard = new PipedOutputStream();
        System.setIn(new PipedInputStream(keyboard));
        var typing = new PrintStream(keyboard, true, StandardCharsets.UTF_8);
        try {
            rehearsal.start(Minion::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"), "web", "1", "3");
            Thread master = rehearsal.start(Master::main, rehearsal.endpoint("a"), rehearsal.endpoint("b"));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            for (int asked = 1; !rehearsal.heard().contains("3 minions"); asked++) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                typing.println("who");
                rehearsal.await(asked, line -> line.endsWith(" minions"));
            }
            // A minion may have been heard before its subscription has come.
            String answer = "web-2 upper salt: 1 answered [SALT], 0 did not []";
            for (int asked = 1; !rehearsal.heard().contains(answer); asked++) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                typing.println("web-2 upper salt");
                rehearsal.await(asked, line -> line.startsWith("web-2 upper salt: "));
            }
            typing.close();
            master.join(10_000);
            assertThat(master.isAlive()).isFalse();
        } finally {
            System.setIn(stdin);
        }
    }
}
