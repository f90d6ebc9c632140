package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zap.Zap;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is asked about peers, who answers, answers wrongly, late, twice, or not at all. */
class ZapClientTest {
    private static final Duration IN_TIME = Duration.ofSeconds(10);
    private static final String ANYWHERE = "tcp://127.0.0.1:*";

    private final Sockets sockets = new Sockets();
    private final BlockingQueue<SocketEvent> events = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        sockets.close();
    }

    private SocketCore handler() {
        SocketCore handler = sockets.open(SocketType.ROUTER);
        handler.bind(Zap.ENDPOINT);
        return handler;
    }

    private SocketCore server() {
        SocketCore server = sockets.open(SocketType.PULL);
        server.set(SocketOptions.ZAP_DOMAIN, "test");
        server.onEvent(events::add, false);
        return server;
    }

    private SocketCore client(String endpoint) {
        SocketCore client = sockets.there.open(SocketType.PUSH);
        client.set(SocketOptions.LINGER, Duration.ZERO);
        client.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(20));
        client.connect(endpoint);
        return client;
    }

    private static Message take(SocketCore handler) {
        Message request = handler.receive(IN_TIME);
        assertThat(request).as("a request, in time").isNotNull();
        return request;
    }

    private static void reply(SocketCore handler, Message request, String status, String text, String userId) {
        reply(handler, request, "", "1.0", request.text(3), status, text, userId, "");
    }

    private static void reply(SocketCore handler, Message request, String... frames) {
        handler.send(Message.of(frames).prepend(request.bytes(0)));
    }

    private SocketEvent await(Type type) throws InterruptedException {
        SocketEvent event;
        do {
            event = events.poll(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            assertThat(event).as("%s, in time", type).isNotNull();
        } while (event.type() != type);
        return event;
    }

    @Test
    @DisplayName("RFC 27: the request's frames, with NULL and a domain")
    void aPeerComesInAsWhomTheHandlerSays() {
        SocketCore handler = handler();
        SocketCore server = server();
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        Message request = take(handler);
        assertThat(request.from(1)).isEqualTo(Message.of("", "1.0", "1", "test", "127.0.0.1", "", "NULL"));
        assertThat(client.peerCount()).isZero();
        reply(handler, request, "", "1.0", "1", "200", "OK", "joe", "\5Level\0\0\0\0019");

        Received received = server.receiveFrom(IN_TIME);
        assertThat(received).isNotNull();
        assertThat(received.message()).isEqualTo(Message.of("hi"));
        assertThat(received.peer().userId()).isEqualTo("joe");
        assertThat(received.peer().metadata()).containsEntry("level", "9").doesNotContainKey("User-Id");
    }

    @Test
    @DisplayName("RFC 27: a PLAIN server sends user name and password, without a domain as well")
    void aPlainServerAlwaysAsks() {
        SocketCore handler = handler();
        SocketCore server = sockets.open(SocketType.PULL);
        server.set(SocketOptions.SECURITY, Plain.server());
        String endpoint = server.bind(ANYWHERE).uri();
        SocketCore client = sockets.there.open(SocketType.PUSH);
        client.set(SocketOptions.SECURITY, Plain.client("admin", "secret"));
        client.connect(endpoint);
        client.send(Message.of("hi"));

        Message request = take(handler);
        assertThat(request.from(1))
                .isEqualTo(Message.of("", "1.0", "1", "", "127.0.0.1", "", "PLAIN", "admin", "secret"));
        reply(handler, request, "200", "OK", "");

        Received received = server.receiveFrom(IN_TIME);
        assertThat(received).isNotNull();
        assertThat(received.peer().userId()).isEmpty();
        assertThat(received.peer().mechanism()).isEqualTo("PLAIN");
    }

    @Test
    void theRoutingIdOfTheSocketThatAsksIsInTheRequest() {
        SocketCore handler = handler();
        SocketCore server = sockets.open(SocketType.ROUTER);
        server.set(SocketOptions.ZAP_DOMAIN, "test");
        server.set(SocketOptions.ROUTING_ID, "mine".getBytes(StandardCharsets.US_ASCII));
        String endpoint = server.bind(ANYWHERE).uri();
        SocketCore client = sockets.there.open(SocketType.DEALER);
        client.connect(endpoint);

        assertThat(take(handler).text(6)).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void aRefusalIsAnEventWithItsStatusOnBothSides(int status) throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        SocketCore client = sockets.there.open(SocketType.PUSH);
        var clientEvents = new LinkedBlockingQueue<SocketEvent>();
        client.onEvent(clientEvents::add, false);
        client.connect(server.bind(ANYWHERE).uri());

        reply(handler, take(handler), String.valueOf(status), "because", "");

        SocketEvent event = await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(status);
        assertThat(event.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED);
        assertThat(event.detail()).contains(String.valueOf(status), "because");
        SocketEvent told;
        do {
            told = clientEvents.poll(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            assertThat(told).as("told to the client").isNotNull();
        } while (told.type() != Type.HANDSHAKE_FAILED_AUTH);
        assertThat(told.value()).isEqualTo(status);
        assertThat(told.detail()).doesNotContain("because");
        assertThat(server.peerCount()).isZero();
    }

    @Test
    void aRefusalThatPassesLetsThePeerTryAgain() throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        reply(handler, take(handler), "300", "later", "");
        assertThat(await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(300);
        reply(handler, take(handler), "200", "OK", "joe");

        assertThat(server.receive(IN_TIME)).isEqualTo(Message.of("hi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|1.0|ID|200|OK|joe",
                "|1.0|ID|200|OK|joe||",
                "|1.1|ID|200|OK|joe|",
                "x|1.0|ID|200|OK|joe|",
                "|1.0|ID|201|OK|joe|",
                "|1.0|ID|2|OK|joe|",
                "|1.0|ID||OK|joe|",
                "|1.0|ID|400|no|joe|",
                "|1.0|ID|200|OK|joe|broken",
                "|1.0|ID"
            })
    void aMalformedReplyRefuses(String frames) throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        client(server.bind(ANYWHERE).uri());

        Message request = take(handler);
        reply(handler, request, frames.replace("ID", request.text(3)).split("\\|", -1));

        SocketEvent event = await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(500);
        assertThat(event.detail()).contains("malformed reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|1.0|99|200|OK|joe|", "|1.0||200|OK|joe|", "|1.0", "", "|1.0|99"})
    void aReplyThatAnswersNothingIsIgnored(String frames) {
        SocketCore handler = handler();
        SocketCore server = server();
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        Message request = take(handler);
        reply(handler, request, frames.split("\\|", -1));
        reply(handler, request, "200", "OK", "ann");

        Received received = server.receiveFrom(IN_TIME);
        assertThat(received).isNotNull();
        assertThat(received.peer().userId()).isEqualTo("ann");
    }

    @Test
    void onlyTheFirstReplyCounts() {
        SocketCore handler = handler();
        SocketCore server = server();
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        Message request = take(handler);
        reply(handler, request, "200", "OK", "ann");
        reply(handler, request, "400", "no", "");
        reply(handler, request, "200", "OK", "bob");

        Received received = server.receiveFrom(IN_TIME);
        assertThat(received).isNotNull();
        assertThat(received.peer().userId()).isEqualTo("ann");
        client.send(Message.of("still there"));
        assertThat(server.receive(IN_TIME)).isEqualTo(Message.of("still there"));
    }

    @Test
    void anAnswerOutOfOrderFindsItsPeer() {
        SocketCore handler = handler();
        SocketCore server = sockets.open(SocketType.ROUTER);
        server.set(SocketOptions.SECURITY, Plain.server());
        String endpoint = server.bind(ANYWHERE).uri();
        List<Message> requests = new ArrayList<>();
        for (String user : List.of("ann", "bob", "cid")) {
            SocketCore client = sockets.there.open(SocketType.DEALER);
            client.set(SocketOptions.SECURITY, Plain.client(user, ""));
            client.connect(endpoint);
            client.send(Message.of(user));
            requests.add(take(handler));
        }

        for (int i = requests.size() - 1; i >= 0; i--) {
            reply(handler, requests.get(i), "200", "OK", requests.get(i).text(8));
        }

        for (int i = 0; i < 3; i++) {
            Received received = server.receiveFrom(IN_TIME);
            assertThat(received).isNotNull();
            assertThat(received.peer().userId()).isEqualTo(received.message().text(1));
        }
    }

    @Test
    void aHandlerThatNeverAnswersCostsTheHandshakesTime() throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        server.set(SocketOptions.HANDSHAKE_IVL, Duration.ofMillis(200));
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        Message first = take(handler);
        assertThat(await(Type.HANDSHAKE_FAILED).reason()).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
        Message second = take(handler);
        assertThat(second.text(3)).isNotEqualTo(first.text(3));

        // The late answer to the first does not let in the second.
        reply(handler, first, "200", "OK", "ann");
        assertThat(await(Type.HANDSHAKE_FAILED).reason()).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
        assertThat(server.peerCount()).isZero();
    }

    @Test
    void whenTheHandlerGoesWhoWaitsMayTryAgain() throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));
        take(handler);

        handler.close();
        SocketEvent event = await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(300);

        awaitUntil("the name is free", () -> !sockets.here.zap().hasHandler());
        SocketCore next = handler();
        reply(next, take(next), "200", "OK", "joe");
        assertThat(server.receive(IN_TIME)).isEqualTo(Message.of("hi"));
    }

    @Test
    void withADomainAndNoHandlerNobodyComesIn() throws Exception {
        SocketCore server = server();
        client(server.bind(ANYWHERE).uri());

        SocketEvent event = await(Type.HANDSHAKE_FAILED_AUTH);
        assertThat(event.value()).isEqualTo(300);
        assertThat(event.detail()).contains("no socket is bound to inproc://zeromq.zap.01");
    }

    @Test
    void withoutEnforcementADomainWithoutHandlerLetsIn() {
        SocketCore server = server();
        server.set(SocketOptions.ZAP_ENFORCE_DOMAIN, false);
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        Received received = server.receiveFrom(IN_TIME);
        assertThat(received).isNotNull();
        assertThat(received.peer().userId()).isNull();
    }

    @Test
    void withoutEnforcementAHandlerIsAskedAllTheSame() throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        server.set(SocketOptions.ZAP_ENFORCE_DOMAIN, false);
        client(server.bind(ANYWHERE).uri());

        reply(handler, take(handler), "400", "no", "");
        assertThat(await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(400);
    }

    @Test
    void aPlainServerWithoutHandlerLetsNobodyInWhateverIsEnforced() throws Exception {
        SocketCore server = server();
        server.set(SocketOptions.ZAP_ENFORCE_DOMAIN, false);
        server.set(SocketOptions.SECURITY, Plain.server());
        SocketCore client = sockets.there.open(SocketType.PUSH);
        client.set(SocketOptions.SECURITY, Plain.client("admin", "secret"));
        client.connect(server.bind(ANYWHERE).uri());

        assertThat(await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(300);
        assertThat(server.peerCount()).isZero();
    }

    @Test
    void withoutADomainNullAsksNobody() {
        SocketCore handler = handler();
        SocketCore server = sockets.open(SocketType.PULL);
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        assertThat(server.receive(IN_TIME)).isEqualTo(Message.of("hi"));
        assertThat(handler.tryReceive()).isNull();
    }

    @Test
    void theConnectingSideAsksAboutTheBoundOneIfItHasTheDomain() {
        SocketCore handler = handler();
        SocketCore bound = sockets.there.open(SocketType.PUSH);
        SocketCore connecting = server();
        connecting.connect(bound.bind(ANYWHERE).uri());

        reply(handler, take(handler), "200", "OK", "joe");
        assertThat(connecting.awaitPeer(IN_TIME)).isTrue();
    }

    @Test
    void theConnectingSideTriesAgainUntilSomebodyDecides() throws Exception {
        SocketCore bound = sockets.there.open(SocketType.PUSH);
        SocketCore connecting = server();
        connecting.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(20));
        connecting.connect(bound.bind(ANYWHERE).uri());
        assertThat(await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(300);

        SocketCore handler = handler();
        reply(handler, take(handler), "200", "OK", "joe");
        assertThat(connecting.awaitPeer(IN_TIME)).isTrue();
    }

    @Test
    void theConnectingSideTriesAgainLateWhomItDoesNotWant() throws Exception {
        SocketCore handler = handler();
        SocketCore bound = sockets.there.open(SocketType.PUSH);
        SocketCore connecting = server();
        connecting.connect(bound.bind(ANYWHERE).uri());

        reply(handler, take(handler), "400", "no", "");
        assertThat(await(Type.HANDSHAKE_FAILED_AUTH).reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED);
        assertThat(await(Type.CONNECT_RETRIED).value()).isEqualTo(60_000);
    }

    @Test
    void bothSidesMayAsk() {
        SocketCore handler = handler();
        SocketCore there = sockets.there.open(SocketType.ROUTER);
        there.bind(Zap.ENDPOINT);
        SocketCore server = server();
        SocketCore client = sockets.there.open(SocketType.PUSH);
        client.set(SocketOptions.ZAP_DOMAIN, "other");
        client.connect(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        reply(handler, take(handler), "200", "OK", "joe");
        reply(there, take(there), "200", "OK", "ann");

        assertThat(server.receive(IN_TIME)).isEqualTo(Message.of("hi"));
    }

    @Test
    void aPeerThatLeavesWhileItWaitsIsMissedAtOnce() throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        String endpoint = server.bind(ANYWHERE).uri();
        int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
        try (var peer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            peer.getOutputStream().write(greeting("NULL"));
            take(handler);
            // What comes before the end must not hide it.
            peer.getOutputStream().write(ready("PUSH"));
        }

        SocketEvent event = await(Type.HANDSHAKE_FAILED);
        assertThat(event.reason()).isEqualTo(CloseReason.CONNECTION_LOST);
        awaitUntil("its place is free", () -> sockets.here.zap().waiting() == 0);
    }

    @Test
    void aPeerThatSendsWithoutEndWhileItWaitsIsStopped() throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        server.set(SocketOptions.HANDSHAKE_IVL, Duration.ofSeconds(1));
        String endpoint = server.bind(ANYWHERE).uri();
        int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
        try (var peer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            peer.getOutputStream().write(greeting("NULL"));
            take(handler);
            var writer = new Thread(() -> {
                try {
                    while (true) {
                        peer.getOutputStream().write(new byte[100_000]);
                    }
                } catch (java.io.IOException e) {
                    // The other side has ended it.
                }
            });
            writer.start();

            assertThat(await(Type.HANDSHAKE_FAILED).reason()).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
            writer.join(IN_TIME.toMillis());
            assertThat(writer.isAlive()).isFalse();
        }
    }

    private static byte[] greeting(String mechanism) {
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        byte[] name = mechanism.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, greeting, 12, name.length);
        return greeting;
    }

    private static byte[] ready(String type) {
        return ("\4" + (char) (1 + 5 + 1 + 11 + 4 + type.length()) + "\5READY\13Socket-Type\0\0\0"
                        + (char) type.length() + type)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void socketsCloseWhileTheyWait() throws Exception {
        SocketCore handler = handler();
        SocketCore server = server();
        client(server.bind(ANYWHERE).uri());
        Message request = take(handler);

        server.close();
        awaitUntil("its place is free", () -> sockets.here.zap().waiting() == 0);
        reply(handler, request, "200", "OK", "joe");

        SocketCore another = server();
        SocketCore client = client(another.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));
        reply(handler, take(handler), "200", "OK", "ann");
        assertThat(another.receive(IN_TIME)).isEqualTo(Message.of("hi"));
    }

    @Test
    void theContextClosesWhileSomebodyWaits() {
        SocketCore handler = handler();
        SocketCore server = server();
        client(server.bind(ANYWHERE).uri());
        take(handler);

        long began = System.nanoTime();
        sockets.here.close(Duration.ofSeconds(20));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(sockets.here.sockets()).isEmpty();
        assertThatThrownBy(handler::receive).isInstanceOf(SocketClosedException.class);
    }

    @Test
    void noMoreThanSoManyWaitAndEachIsAnsweredOnce() {
        SocketCore handler = handler();
        ZapClient zap = sockets.here.zap();
        int most = ZapClient.MOST_WAITING;
        List<AtomicInteger> answers = new ArrayList<>();
        Queue<Verdict> turnedAway = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 3 * most; i++) {
            var count = new AtomicInteger();
            answers.add(count);
            zap.ask(request("d" + i), verdict -> {
                count.incrementAndGet();
                if (!verdict.isAllowed()) {
                    turnedAway.add(verdict);
                }
            });
        }
        assertThat(turnedAway).hasSize(2 * most);
        assertThat(turnedAway).allMatch(verdict -> verdict.status() == Verdict.Status.TEMPORARY_ERROR);
        assertThat(zap.turnedAway()).isEqualTo(2L * most);

        for (int i = 0; i < most; i++) {
            Message request = take(handler);
            reply(handler, request, "200", "OK", "joe");
            reply(handler, request, "200", "OK", "joe");
        }

        awaitUntil("all are answered", () -> zap.waiting() == 0);
        assertThat(answers).allMatch(count -> count.get() == 1);
        zap.ask(request("again"), verdict -> turnedAway.clear());
        reply(handler, take(handler), "200", "OK", "joe");
        awaitUntil("there is room again", turnedAway::isEmpty);
    }

    @Test
    void whatIsWithdrawnIsNotAnswered() {
        SocketCore handler = handler();
        ZapClient zap = sockets.here.zap();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        Runnable withdraw = zap.ask(request("first"), verdict -> answered.add("first"));
        Message first = take(handler);
        withdraw.run();
        withdraw.run();
        assertThat(zap.waiting()).isZero();
        zap.ask(request("second"), verdict -> answered.add("second"));

        reply(handler, first, "200", "OK", "");
        reply(handler, take(handler), "200", "OK", "");

        awaitUntil("the second is answered", () -> !answered.isEmpty());
        assertThat(answered).containsExactly("second");
    }

    @Test
    void hundredsOfPeersWaitAtOnceAndAllComeIn() {
        SocketCore handler = handler();
        SocketCore server = server();
        String endpoint = server.bind(ANYWHERE).uri();
        int count = 300;
        List<Message> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            client(endpoint).send(Message.of("hi"));
        }
        for (int i = 0; i < count; i++) {
            requests.add(take(handler));
        }
        assertThat(server.peerCount()).isZero();
        requests.forEach(request -> reply(handler, request, "200", "OK", "joe"));

        for (int i = 0; i < count; i++) {
            assertThat(server.receive(IN_TIME)).isEqualTo(Message.of("hi"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAIR", "PUSH", "DEALER"})
    void aSocketThatCannotBeAskedDecidesNothing(String type) throws Exception {
        SocketCore wrong = sockets.open(SocketType.named(type));
        wrong.bind(Zap.ENDPOINT);
        SocketCore server = server();
        client(server.bind(ANYWHERE).uri());

        if (type.equals("DEALER")) {
            // It may talk to a DEALER, and then says nothing.
            assertThat(take(wrong).text(1)).isEqualTo("1.0");
        } else {
            assertThat(await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(300);
        }
        assertThat(server.peerCount()).isZero();
    }

    @Test
    void aHandlerMayBeARep() {
        SocketCore handler = sockets.open(SocketType.REP);
        handler.bind(Zap.ENDPOINT);
        SocketCore server = server();
        SocketCore client = client(server.bind(ANYWHERE).uri());
        client.send(Message.of("hi"));

        Message request = take(handler);
        assertThat(request).isEqualTo(Message.of("1.0", "1", "test", "127.0.0.1", "", "NULL"));
        handler.send(Message.of("1.0", "1", "200", "OK", "joe", ""));

        assertThat(server.receive(IN_TIME)).isEqualTo(Message.of("hi"));
    }

    @Test
    void whatIsBoundForEverybodyIsToldOnce() throws Exception {
        SocketCore server = sockets.open(SocketType.PULL);
        server.onEvent(events::add, false);
        server.bind("tcp://127.0.0.1:*");
        String open = server.bind("tcp://*:*").uri();
        server.bind("tcp://0.0.0.0:*");
        server.close();

        List<SocketEvent> told = new ArrayList<>();
        SocketEvent event;
        do {
            event = events.poll(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            if (event.type() == Type.UNPROTECTED) {
                told.add(event);
            }
        } while (event.type() != Type.MONITOR_STOPPED);
        assertThat(told).singleElement().satisfies(only -> {
            assertThat(only.endpoint()).isEqualTo(open);
            assertThat(only.detail()).contains("SECURITY is NULL");
        });
    }

    @Test
    void whatIsBoundWithADomainOrAMechanismIsNotOpenToEverybody() throws Exception {
        SocketCore server = server();
        server.bind("tcp://*:*");
        server.set(SocketOptions.ZAP_DOMAIN, "");
        server.set(SocketOptions.SECURITY, Plain.server());
        server.bind("tcp://*:*");
        server.close();

        SocketEvent event;
        do {
            event = events.poll(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.type()).isNotEqualTo(Type.UNPROTECTED);
        } while (event.type() != Type.MONITOR_STOPPED);
    }

    private static ZapRequest request(String domain) {
        return new ZapRequest(domain, "127.0.0.1", new byte[0], "NULL", List.of());
    }
}
