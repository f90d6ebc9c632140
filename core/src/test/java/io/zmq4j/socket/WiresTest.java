package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.connection.OtherSecurity;
import io.zmq4j.connection.ToySeal;
import io.zmq4j.endpoint.Acceptor;
import io.zmq4j.endpoint.Dialer;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.MemoryTransport;
import io.zmq4j.transport.MemoryWire;
import io.zmq4j.transport.Texts;
import io.zmq4j.transport.Through;
import io.zmq4j.transport.ToyTls;
import io.zmq4j.transport.Transport;
import io.zmq4j.transport.Wire;
import io.zmq4j.transport.tcp.TcpEndpoint;
import io.zmq4j.transport.tcp.TcpTransport;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.Metadata;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole sockets over wires that are no channels: in memory, and behind something that is as awkward as TLS. */
class WiresTest {
    private static final int CAPACITY = 4_096;
    private static final int MESSAGES = 5_000;
    private static final int LARGE = 100_000;

    private final Sockets sockets = new Sockets();
    private final Queue<ToyTls> toys = new ConcurrentLinkedQueue<>();
    private TcpEndpoint bound = MemoryTransport.ENDPOINT;

    enum Way {
        MEMORY,
        MEMORY_OF_SEVEN_BYTES,
        TOY_OVER_MEMORY,
        TOY_OVER_TCP,
        SEALED_OVER_MEMORY,
        SEALED_OVER_TCP
    }

    @AfterEach
    void close() {
        sockets.close();
        assertThat(MemoryWire.trouble()).isNull();
    }

    private Wire toy(Wire inner, boolean isDialling) {
        var toy = new ToyTls(inner, isDialling);
        toys.add(toy);
        return toy;
    }

    private Transport<TcpEndpoint> transport(Way way) {
        return switch (way) {
            case MEMORY -> new MemoryTransport(CAPACITY);
            case MEMORY_OF_SEVEN_BYTES -> new MemoryTransport(7);
            case TOY_OVER_MEMORY -> Through.wires(new MemoryTransport(CAPACITY), this::toy);
            case TOY_OVER_TCP -> Through.wires(new TcpTransport(), this::toy);
            case SEALED_OVER_MEMORY -> Through.protocol(new MemoryTransport(CAPACITY), WiresTest::sealed);
            case SEALED_OVER_TCP -> Through.protocol(new TcpTransport(), WiresTest::sealed);
        };
    }

    /** ZMTP whose mechanism seals every frame, after work that takes a moment. */
    private static Engine.Factory sealed(EngineOptions options) {
        return sealed(options, ToySeal::slow);
    }

    private static Engine.Factory sealed(EngineOptions options, Function<Metadata, Mechanism> mechanism) {
        return ZmtpEngine.with(new EngineOptions(
                options.socketType(),
                options.routingId(),
                options.maxMessageSize(),
                options.handshakeInterval(),
                options.heartbeatInterval(),
                options.heartbeatTtl(),
                options.heartbeatTimeout(),
                new OtherSecurity(mechanism),
                false));
    }

    private SocketCore listening(SocketType type, Transport<TcpEndpoint> transport) {
        SocketCore socket = sockets.there.open(type);
        OptionValues options = socket.options().snapshot();
        Listener listener = listen(transport, options);
        new Acceptor<>(socket, transport, listener, options).start();
        return socket;
    }

    private Listener listen(Transport<TcpEndpoint> transport, OptionValues options) {
        Listener listener = transport.listen((TcpEndpoint) Texts.bound("tcp://127.0.0.1:*"), options);
        bound = (TcpEndpoint) Texts.connected(listener.endpoint());
        return listener;
    }

    private SocketCore dialling(SocketType type, Transport<TcpEndpoint> transport) {
        SocketCore socket = sockets.open(type);
        socket.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(1));
        dial(socket, transport);
        return socket;
    }

    private void dial(SocketCore socket, Transport<TcpEndpoint> transport) {
        new Dialer<>(socket, transport, bound, socket.options().snapshot()).start();
    }

    private static Message receive(SocketCore socket) {
        Message message = socket.receive(Sockets.IN_TIME);
        assertThat(message).as("in time").isNotNull();
        return message;
    }

    /** Large ones among small ones: they do not fit into what the wire holds, nor end where its records end. */
    private static Message message(int number, Way way) {
        boolean isLarge = number % 1_000 == 999 && way != Way.MEMORY_OF_SEVEN_BYTES;
        return Message.of(String.valueOf(number), "x".repeat(isLarge ? LARGE : number % 50));
    }

    @ParameterizedTest
    @EnumSource
    void messagesComeWholeAndInOrder(Way way) {
        Transport<TcpEndpoint> transport = transport(way);
        SocketCore pull = listening(SocketType.PULL, transport);
        SocketCore push = dialling(SocketType.PUSH, transport);
        var sender = new Thread(() -> {
            for (int i = 0; i < MESSAGES; i++) {
                push.send(message(i, way));
            }
        });
        sender.start();
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(receive(pull)).isEqualTo(message(i, way));
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsAreAnswered(Way way) {
        Transport<TcpEndpoint> transport = transport(way);
        SocketCore rep = listening(SocketType.REP, transport);
        SocketCore req = dialling(SocketType.REQ, transport);
        for (int i = 0; i < 200; i++) {
            req.send(Message.of("request " + i));
            assertThat(receive(rep)).isEqualTo(Message.of("request " + i));
            rep.send(Message.of("reply " + i));
            assertThat(receive(req)).isEqualTo(Message.of("reply " + i));
        }
    }

    /** Nothing has left when the handshake is still under way, and the goodbye waits for the wire's own last word. */
    @ParameterizedTest
    @EnumSource
    void whatWasSentBeforeACloseArrives(Way way) {
        Transport<TcpEndpoint> transport = transport(way);
        SocketCore pull = listening(SocketType.PULL, transport);
        SocketCore push = dialling(SocketType.PUSH, transport);
        for (int i = 0; i < 500; i++) {
            push.send(message(i, way));
        }
        push.close();
        for (int i = 0; i < 500; i++) {
            assertThat(receive(pull)).isEqualTo(message(i, way));
        }
    }

    @Test
    void aWireThatIsCutIsReplacedAndNothingComesTwice() {
        var memory = new MemoryTransport(CAPACITY);
        Transport<TcpEndpoint> transport = Through.wires(memory, this::toy);
        SocketCore pull = listening(SocketType.PULL, transport);
        SocketCore push = dialling(SocketType.PUSH, transport);
        var sender = new Thread(() -> {
            for (int i = 0; i < MESSAGES; i++) {
                if (i % 500 == 250) {
                    List<MemoryWire> wires = memory.dialled();
                    wires.get(wires.size() - 1).cut();
                }
                push.send(Message.of(String.valueOf(i)));
            }
            push.send(Message.of("end"));
        });
        sender.start();
        List<Message> came = new ArrayList<>();
        for (Message next = receive(pull); !next.equals(Message.of("end")); next = receive(pull)) {
            came.add(next);
        }
        // What was in memory when it was cut is lost, as what the kernel has is.
        assertThat(came).doesNotHaveDuplicates();
        assertThat(memory.dialled()).hasSizeGreaterThan(1);
    }

    /** What one half of a wire owes because of what the other has read goes out though nobody sends anything. */
    @ParameterizedTest
    @EnumSource(names = {"TOY_OVER_MEMORY", "TOY_OVER_TCP"})
    void whatAWireOwesIsWrittenThoughNothingIsSent(Way way) {
        Transport<TcpEndpoint> transport = transport(way);
        SocketCore pull = listening(SocketType.PULL, transport);
        SocketCore push = dialling(SocketType.PUSH, transport);
        push.send(Message.of("both are up"));
        receive(pull);

        toys.forEach(ToyTls::askForUpdate);

        Sockets.awaitUntil("all are answered", () -> toys.stream().allMatch(toy -> toy.updates() == 1));
    }

    /** It asks for room while it waits for the peer, of which there is plenty: a selector would say so for ever. */
    @Test
    void aHandshakeThatWaitsForThePeerWaits() throws InterruptedException {
        Transport<TcpEndpoint> transport = Through.wires(new TcpTransport(), this::toy);
        listen(transport, new OptionValues(SocketType.PULL));
        SocketCore push = dialling(SocketType.PUSH, transport);
        push.send(Message.of("x"));
        Sockets.awaitUntil("a wire is made", () -> !toys.isEmpty());
        // That nothing happens can only be seen by waiting: first for what the connect still does, then for what must
        // not come.
        Thread.sleep(50);
        long before = push.loop().polls();

        Thread.sleep(200);

        assertThat(push.loop().polls() - before).as("looks into the selector").isLessThan(50);
    }

    @Test
    void theWireSaysWhyItEnded() {
        var memory = new MemoryTransport(CAPACITY);
        Transport<TcpEndpoint> transport = Through.wires(memory, this::toy);
        SocketCore pull = listening(SocketType.PULL, transport);
        Queue<SocketEvent> ends = new ConcurrentLinkedQueue<>();
        pull.onEvent(
                event -> {
                    if (event.type() == SocketEvent.Type.DISCONNECTED) {
                        ends.add(event);
                    }
                },
                false);
        SocketCore first = dialling(SocketType.PUSH, transport);
        first.send(Message.of("x"));
        receive(pull);
        first.close();
        Sockets.awaitUntil("the first end", () -> ends.size() == 1);
        SocketCore second = dialling(SocketType.PUSH, transport);
        second.send(Message.of("x"));
        receive(pull);
        memory.dialled().get(1).finish();
        Sockets.awaitUntil("the second end", () -> ends.size() == 2);

        assertThat(ends)
                .extracting(SocketEvent::reason)
                .containsExactly(CloseReason.PEER_CLOSED, CloseReason.CONNECTION_LOST);
        assertThat(ends).element(1).extracting(SocketEvent::detail).isEqualTo("it was cut off");
    }

    @Test
    void theReasonIsTheWiresOwnIfItHasOne() {
        var transport = Through.wires(
                new MemoryTransport(CAPACITY), (wire, isDialling) -> isDialling ? wire : toy(wire, false));
        Queue<SocketEvent> failures = new ConcurrentLinkedQueue<>();
        SocketCore pull = sockets.there.open(SocketType.PULL);
        pull.onEvent(
                event -> {
                    if (event.type() == SocketEvent.Type.HANDSHAKE_FAILED) {
                        failures.add(event);
                    }
                },
                false);
        OptionValues options = pull.options().snapshot();
        new Acceptor<>(pull, transport, listen(transport, options), options).start();
        dialling(SocketType.PUSH, transport);
        Sockets.awaitUntil("a failure", () -> !failures.isEmpty());

        assertThat(failures).element(0).extracting(SocketEvent::reason).isEqualTo(CloseReason.MECHANISM_MISMATCH);
    }

    /** What is encoded once for all subscribers is read in place by those connections that seal it. */
    @Test
    void publicationsReachSealedSubscribersAndOthers() {
        Transport<TcpEndpoint> clear = new TcpTransport();
        Transport<TcpEndpoint> sealed = Through.protocol(new TcpTransport(), WiresTest::sealed);
        SocketCore pub = listening(SocketType.PUB, clear);
        SocketCore first = subscriber(clear);
        OptionValues options = pub.options().snapshot();
        new Acceptor<>(pub, sealed, listen(sealed, options), options).start();
        List<SocketCore> subscribers = List.of(first, subscriber(sealed), subscriber(sealed));
        for (SocketCore each : subscribers) {
            assertThat(each.awaitPeer(Sockets.IN_TIME)).isTrue();
        }
        Sockets.awaitUntil("all have subscribed", () -> {
            pub.send(Message.of("?"));
            return subscribers.stream().allMatch(each -> each.tryReceive() != null);
        });
        pub.send(Message.of("!"));
        for (SocketCore each : subscribers) {
            for (Message next = receive(each); !next.equals(Message.of("!")); next = receive(each)) {
                assertThat(next).isEqualTo(Message.of("?"));
            }
        }
        for (int i = 0; i < 900; i++) {
            pub.send(Message.of(String.valueOf(i)));
        }
        for (SocketCore each : subscribers) {
            for (int i = 0; i < 900; i++) {
                assertThat(receive(each)).isEqualTo(Message.of(String.valueOf(i)));
            }
        }
    }

    private SocketCore subscriber(Transport<TcpEndpoint> transport) {
        SocketCore sub = sockets.open(SocketType.SUB);
        sub.subscribe(new byte[0]);
        dial(sub, transport);
        return sub;
    }

    /** What a mechanism is lent for a row of frames must not stay with a connection. */
    @Test
    void aMechanismRestsWhenNoThreadIsAtIt() {
        Queue<ToySeal> seals = new ConcurrentLinkedQueue<>();
        Transport<TcpEndpoint> transport = Through.protocol(
                new TcpTransport(),
                options -> sealed(options, own -> {
                    var seal = (ToySeal) ToySeal.slow(own);
                    seals.add(seal);
                    return seal;
                }));
        SocketCore there = listening(SocketType.PAIR, transport);
        SocketCore here = dialling(SocketType.PAIR, transport);
        for (int i = 0; i < 100; i++) {
            here.send(Message.of("there"));
            there.send(Message.of("back"));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(receive(there)).isEqualTo(Message.of("there"));
            assertThat(receive(here)).isEqualTo(Message.of("back"));
        }
        Sockets.awaitUntil(
                "both sides are at rest",
                () -> seals.stream().filter(ToySeal::hasComeToRest).count() == 2);
    }

    /** They are sealed anew for the next connection: what was sealed for the one before is of no use there. */
    @Test
    void whatWasSealedForAConnectionThatBrokeIsSentOnTheNext() throws Exception {
        var memory = new MemoryTransport(CAPACITY);
        Transport<TcpEndpoint> transport = Through.protocol(memory, WiresTest::sealed);
        SocketCore pull = listening(SocketType.PULL, transport);
        pull.set(SocketOptions.RCVHWM, 1);
        SocketCore push = dialling(SocketType.PUSH, transport);
        push.send(Message.of("first"));
        assertThat(receive(pull)).isEqualTo(Message.of("first"));
        for (int i = 0; i < 500; i++) {
            push.send(Message.of(String.valueOf(i), "x".repeat(100)));
        }
        // Less than this is in memory, and lost with it, as what the kernel has is.
        int mostLost = 2 * CAPACITY / 100 + 2;
        memory.dialled().get(0).cut();
        push.send(Message.of("end"));
        List<Message> came = new ArrayList<>();
        for (Message next = receive(pull); !next.equals(Message.of("end")); next = receive(pull)) {
            came.add(next);
        }

        assertThat(came).doesNotHaveDuplicates().hasSizeGreaterThan(500 - mostLost);
    }

    /** No greeting, no handshake, no frames: only the transport knows what is spoken over its wires. */
    @Test
    void aTransportMaySpeakAnotherProtocol() throws IOException {
        Transport<TcpEndpoint> lines =
                Through.protocol(new TcpTransport(), options -> (listener, now) -> new LineEngine(listener));
        SocketCore pair = listening(SocketType.PAIR, lines);
        try (var peer = new Socket(
                        InetAddress.getLoopbackAddress(), bound.address().port());
                var said = new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8))) {
            peer.getOutputStream().write("one\ntw".getBytes(StandardCharsets.UTF_8));
            assertThat(receive(pair)).isEqualTo(Message.of("one"));
            peer.getOutputStream().write("o\n".getBytes(StandardCharsets.UTF_8));
            assertThat(receive(pair)).isEqualTo(Message.of("two"));

            pair.send(Message.of("three"));
            pair.send(Message.of("four"));

            assertThat(said.readLine()).isEqualTo("three");
            assertThat(said.readLine()).isEqualTo("four");
        }
    }
}
