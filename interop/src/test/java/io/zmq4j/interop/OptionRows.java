package io.zmq4j.interop;

import static io.zmq4j.interop.OptionRow.Effect.AT_ONCE;
import static io.zmq4j.interop.OptionRow.Effect.NEW_CONNECTIONS;
import static io.zmq4j.interop.OptionRow.Effect.NEW_ENDPOINTS;
import static io.zmq4j.interop.OptionScene.Side.BINDS;
import static io.zmq4j.interop.OptionScene.Side.CONNECTS;
import static io.zmq4j.interop.Transport.INPROC;
import static io.zmq4j.interop.Transport.IPC;
import static io.zmq4j.interop.Transport.TCP;
import static io.zmq4j.options.SocketOptions.FOREVER;
import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.PAIR;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.PULL;
import static io.zmq4j.zmtp.SocketType.PUSH;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;
import static io.zmq4j.zmtp.SocketType.STREAM;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XPUB;
import static io.zmq4j.zmtp.SocketType.XSUB;

import io.zmq4j.DealerSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.Receiver;
import io.zmq4j.RouterSocket;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.XPubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.interop.OptionRow.Effect;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.mechanism.Plain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** A row for every option. */
final class OptionRows {
    private static final String SYSTEM = "TcpTransportTest#optionsOfTheSystemAreHandedOnByBothSides";
    private static final String IPC_SYSTEM = "IpcTransportTest#bufferSizesAreHandedOnByBothSides";

    private static final String NO_KERNEL = "messages pass by reference: there is no kernel in between";
    private static final String IP_ONLY = "belongs to IP";
    private static final String CONNECTOR_ONLY = "belongs to the side that connects";
    private static final String NO_HANDSHAKE = "there is no handshake that could take time";
    private static final String NO_SILENCE = "a socket of the same context cannot vanish unnoticed";
    private static final String NO_WIRE = "whoever is in the same context is in the same program";
    private static final String NO_STREAM = "there are no bytes, and no stranger who sends any";
    private static final String MULTICAST = "belongs to multicast: see [multicast](multicast.md)";
    private static final String DATAGRAMS = MULTICAST + " and [udp](udp.md)";

    private static final byte[] ID = Bytes.utf8("A");

    private OptionRows() {}

    private static <T> OptionRow<T> row(SocketOption<T> option, Effect effect) {
        return new OptionRow<>(option, effect);
    }

    static List<OptionRow<?>> all() {
        var rows = new ArrayList<OptionRow<?>>();
        rows.addAll(queues());
        rows.addAll(connecting());
        rows.addAll(routing());
        rows.addAll(publishing());
        rows.addAll(limits());
        rows.addAll(security());
        rows.addAll(system());
        return rows;
    }

    private static List<OptionRow<?>> queues() {
        return List.of(
                row(SocketOptions.SNDHWM, AT_ONCE)
                        .shows(
                                2,
                                PUSH,
                                PULL,
                                scene -> isFull(
                                        OptionScene.fill(scene.narrow().meet().sender()))),
                row(SocketOptions.RCVHWM, AT_ONCE)
                        .shows(
                                2,
                                PULL,
                                PUSH,
                                scene -> isFull(OptionScene.fill(scene.narrow()
                                        .otherWith(SocketOptions.RCVHWM, 1000)
                                        .meet()
                                        .otherSender()))),
                row(SocketOptions.SNDTIMEO, AT_ONCE).shows(Duration.ofMillis(10), PUSH, PULL, scene -> {
                    scene.narrow().with(SocketOptions.SNDHWM, 1).meet();
                    OptionScene.fill(scene.sender());
                    return timesOut(scene, scene.start(() -> scene.sender().send(new byte[32 << 10])));
                }),
                row(SocketOptions.RCVTIMEO, AT_ONCE).shows(Duration.ofMillis(10), PULL, PUSH, scene -> {
                    scene.meet();
                    return timesOut(scene, scene.start(() -> scene.receiver().receive()));
                }),
                row(SocketOptions.LINGER, AT_ONCE)
                        .not(INPROC, BINDS, "what a bound socket sends is in its peer's queue at once")
                        .shows(Duration.ZERO, PUSH, PULL, OptionRows::forgetsAtClose),
                row(SocketOptions.IMMEDIATE, NEW_ENDPOINTS)
                        .not(BINDS, "a bound endpoint has no queue without a peer anyway")
                        .shows(true, PUSH, PULL, scene -> {
                            scene.meet().other.close();
                            Rig.awaitPeers(scene.subject, 0);
                            return !scene.sender().trySend(Message.of("to nobody"));
                        }),
                row(SocketOptions.CONFLATE, NEW_ENDPOINTS).shows(true, PULL, PUSH, scene -> {
                    scene.meet();
                    for (String text : List.of("1", "2", "3")) {
                        Rig.send(scene.otherSender(), text);
                    }
                    return scene.comes(() -> conflated(scene.subject) + conflated(scene.other) == 2);
                }));
    }

    private static boolean isFull(int taken) {
        return taken < OptionScene.FLOOD;
    }

    private static boolean timesOut(OptionScene scene, Future<?> call) {
        if (!scene.comes(call::isDone)) {
            return false;
        }
        try {
            call.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof WaitTimeoutException;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static long conflated(Socket socket) {
        return socket.drops().getOrDefault(DropReason.CONFLATED, 0L);
    }

    private static boolean forgetsAtClose(OptionScene scene) {
        scene.with(SocketOptions.LINGER, FOREVER);
        int sent = 1;
        if (scene.side == BINDS) {
            scene.narrow().meet();
            sent = OptionScene.fill(scene.sender());
        } else {
            // Nobody is there.
            scene.begin();
            Rig.send(scene.sender(), "first");
            scene.late();
        }
        scene.subject.close();
        if (scene.comes(() -> scene.subject.drops().containsKey(DropReason.LINGER_EXPIRED))) {
            return true;
        }
        // All that was sent comes then.
        if (scene.side == CONNECTS) {
            scene.join(scene.other);
        }
        Rig.receiveTexts(scene.otherReceiver(), sent);
        return false;
    }

    private static List<OptionRow<?>> connecting() {
        return List.of(
                row(SocketOptions.RECONNECT_IVL, NEW_ENDPOINTS)
                        .not(BINDS, CONNECTOR_ONLY)
                        .shows(FOREVER, PUSH, PULL, scene -> {
                            // With never a second try, the first must find somebody.
                            scene.join(scene.other);
                            scene.begin();
                            Rig.awaitPeers(scene.subject, 1);
                            scene.late();
                            scene.other.close();
                            return scene.tells(SocketEvent.Type.CLOSED);
                        }),
                row(SocketOptions.RECONNECT_IVL_MAX, NEW_ENDPOINTS)
                        .not(BINDS, CONNECTOR_ONLY)
                        .shows(Duration.ofMillis(50), PAIR, PAIR, OptionRows::isRefusedAtLongerAndLongerIntervals),
                row(SocketOptions.RECONNECT_STOP, NEW_ENDPOINTS)
                        .not(BINDS, CONNECTOR_ONLY)
                        .not(INPROC, "a name is there or is waited for")
                        .shows(2, PUSH, PUB, scene -> {
                            scene.join(scene.other);
                            scene.begin();
                            scene.late();
                            return scene.tells(SocketEvent.Type.CLOSED);
                        }),
                row(SocketOptions.CONNECT_TIMEOUT, NEW_ENDPOINTS)
                        .not(BINDS, CONNECTOR_ONLY)
                        .not(IPC, "a connect ends at once, well or not")
                        .not(INPROC, "a name is there or is waited for")
                        .shows(Duration.ofMillis(20), PUSH, PULL, OptionRows::givesUpAConnect),
                row(SocketOptions.HANDSHAKE_IVL, NEW_ENDPOINTS)
                        .not(INPROC, NO_HANDSHAKE)
                        .shows(
                                Duration.ofMillis(20),
                                PULL,
                                PUSH,
                                scene -> meetsRaw(scene, peer -> {
                                    scene.late();
                                    return scene.tells(SocketEvent.Type.HANDSHAKE_FAILED);
                                })));
    }

    private static boolean isRefusedAtLongerAndLongerIntervals(OptionScene scene) {
        scene.other.bind(scene.endpoint);
        Socket first = scene.open(PAIR);
        first.connect(scene.endpoint);
        Rig.awaitPeers(scene.other, 1);
        scene.with(SocketOptions.RECONNECT_IVL, Duration.ofMillis(1)).begin();
        scene.late();
        return scene.comes(() -> scene.events.all().stream()
                .anyMatch(event -> event.type() == SocketEvent.Type.CONNECT_RETRIED && event.value() > 8));
    }

    private static boolean givesUpAConnect(OptionScene scene) {
        try (ServerSocket busy = new ServerSocket()) {
            busy.bind(new InetSocketAddress("127.0.0.1", 0), 1);
            var waiting = new ArrayList<java.net.Socket>();
            try {
                while (waiting.size() < 10 && connects(busy, waiting)) {}
                scene.begin("tcp://127.0.0.1:" + busy.getLocalPort());
                scene.late();
                return scene.comes(() -> scene.events.all().stream()
                        .anyMatch(event -> event.detail().contains("timed out")));
            } finally {
                for (java.net.Socket each : waiting) {
                    each.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the queue of those who wait to be accepted is full, and the system lets others try for ever. */
    private static boolean connects(ServerSocket server, List<java.net.Socket> waiting) throws IOException {
        var socket = new java.net.Socket();
        waiting.add(socket);
        try {
            socket.connect(server.getLocalSocketAddress(), 100);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Lets somebody come who says nothing by himself. */
    private static boolean meetsRaw(OptionScene scene, Predicate<RawPeer> look) {
        if (scene.side == BINDS) {
            scene.begin();
            try (RawPeer peer = RawPeer.connect(scene.endpoint)) {
                return look.test(peer);
            }
        }
        try (var listener = new RawListener(scene.endpoint)) {
            scene.begin();
            try (RawPeer peer = listener.accept()) {
                return look.test(peer);
            }
        }
    }

    private static List<OptionRow<?>> routing() {
        return List.of(
                row(SocketOptions.ROUTING_ID, NEW_ENDPOINTS)
                        .shows(ID, DEALER, ROUTER, scene -> ((RouterSocket) scene.meet().other).hasPeer(ID)),
                row(SocketOptions.CONNECT_ROUTING_ID, NEW_ENDPOINTS)
                        .not(BINDS, CONNECTOR_ONLY)
                        .shows(ID, ROUTER, DEALER, scene -> ((RouterSocket) scene.meet().subject).hasPeer(ID)),
                row(SocketOptions.HELLO_MSG, NEW_CONNECTIONS).shows(ID, DEALER, ROUTER, scene -> {
                    scene.meet();
                    return scene.comes(() -> scene.otherReceiver().tryReceive().isPresent());
                }),
                row(SocketOptions.DISCONNECT_MSG, AT_ONCE)
                        .not(CONNECTS, "a connected endpoint waits until its peer is back")
                        .shows(ID, ROUTER, DEALER, OptionRows::hearsOfTheEnd),
                row(SocketOptions.HICCUP_MSG, AT_ONCE)
                        .not(BINDS, CONNECTOR_ONLY)
                        .not(INPROC, "no connection is renewed: the next socket of that name is another peer")
                        .shows(ID, DEALER, ROUTER, OptionRows::hearsOfTheEnd),
                row(SocketOptions.ROUTER_NOTIFY, NEW_CONNECTIONS).shows(1, ROUTER, DEALER, scene -> {
                    scene.meet();
                    return scene.comes(() -> scene.receiver().tryReceive().isPresent());
                }),
                row(SocketOptions.ROUTER_MANDATORY, AT_ONCE).shows(true, ROUTER, DEALER, scene -> {
                    try {
                        scene.meet().sender().send(Message.of("nobody", "x"));
                        return false;
                    } catch (UnroutableException e) {
                        return true;
                    }
                }),
                row(SocketOptions.ROUTER_HANDOVER, AT_ONCE).shows(true, ROUTER, DEALER, OptionRows::handsOver),
                row(SocketOptions.PROBE_ROUTER, NEW_CONNECTIONS).shows(true, DEALER, ROUTER, scene -> {
                    scene.meet();
                    return scene.comes(() -> scene.otherReceiver().tryReceive().isPresent());
                }),
                row(SocketOptions.REQ_RELAXED, AT_ONCE).shows(true, REQ, REP, scene -> {
                    Rig.send(scene.meet().sender(), "first");
                    try {
                        return scene.sender().trySend(Message.of("second"));
                    } catch (SocketStateException e) {
                        return false;
                    }
                }),
                row(SocketOptions.REQ_CORRELATE, AT_ONCE).shows(true, REQ, ROUTER, scene -> {
                    Rig.send(scene.meet().sender(), "request");
                    return Rig.receive(scene.otherReceiver()).frameCount() == 4;
                }),
                row(SocketOptions.STREAM_NOTIFY, NEW_ENDPOINTS)
                        .not(INPROC, NO_STREAM)
                        .shows(false, STREAM, STREAM, scene -> {
                            byte[] id = scene.meet().otherReceiver().receive().bytes(0);
                            scene.otherSender().send(id, Bytes.utf8("x"));
                            return scene.receiver().receive().size(1) > 0;
                        }));
    }

    private static boolean hearsOfTheEnd(OptionScene scene) {
        scene.meet().other.close();
        return scene.comes(() -> scene.receiver().tryReceive().isPresent());
    }

    private static boolean handsOver(OptionScene scene) {
        var router = (RouterSocket) scene.subject;
        var second = (DealerSocket) scene.open(DEALER);
        second.set(SocketOptions.ROUTING_ID, ID);
        scene.otherWith(SocketOptions.ROUTING_ID, ID).meet();
        if (scene.side == BINDS) {
            scene.join(second);
        } else {
            router.connect(second.bind(scene.transport.freshEndpoint()));
        }
        return scene.comes(() -> {
            router.trySend(Message.of("A", "x"));
            return second.tryReceive().isPresent();
        });
    }

    private static List<OptionRow<?>> publishing() {
        return List.of(
                row(SocketOptions.XPUB_VERBOSE, AT_ONCE)
                        .shows(true, XPUB, XSUB, scene -> subscriptionsHeard(scene, "\1a", "\1a") == 2),
                row(SocketOptions.XPUB_VERBOSER, AT_ONCE)
                        .shows(true, XPUB, XSUB, scene -> subscriptionsHeard(scene, "\1a", "\1a", "\0a", "\0a") == 4),
                row(SocketOptions.XPUB_MANUAL, AT_ONCE).shows(true, XPUB, SUB, scene -> {
                    try {
                        ((XPubSocket) scene.meet().subject).subscribe(ID);
                        return true;
                    } catch (SocketStateException e) {
                        return false;
                    }
                }),
                row(SocketOptions.XPUB_MANUAL_LAST_VALUE, AT_ONCE)
                        .shows(true, XPUB, XSUB, OptionRows::sendsTheNextToTheLatestAlone),
                row(SocketOptions.XSUB_VERBOSE_UNSUBSCRIBE, AT_ONCE).shows(true, XSUB, XPUB, scene -> {
                    scene.otherWith(SocketOptions.XPUB_VERBOSER, true).meet();
                    return heard(scene.sender(), scene.otherReceiver(), "\1a", "\1a", "\0a") == 3;
                }),
                row(SocketOptions.XPUB_NODROP, AT_ONCE).shows(true, PUB, SUB, scene -> {
                    scene.subscribed("").narrow().with(SocketOptions.SNDHWM, 1).meet();
                    Rig.awaitPeer(scene.subject);
                    return isFull(OptionScene.fill(scene.sender()));
                }),
                row(SocketOptions.XPUB_WELCOME_MSG, NEW_CONNECTIONS).shows(ID, XPUB, SUB, scene -> {
                    scene.subscribed("").meet();
                    return scene.comes(() -> scene.otherReceiver().tryReceive().isPresent());
                }),
                row(SocketOptions.INVERT_MATCHING, AT_ONCE).shows(true, XPUB, XSUB, scene -> {
                    Rig.send(scene.meet().otherSender(), "\1a");
                    Rig.receive(scene.receiver());
                    scene.sender().send("b");
                    return scene.comes(() -> scene.otherReceiver().tryReceive().isPresent());
                }));
    }

    private static boolean sendsTheNextToTheLatestAlone(OptionScene scene) {
        var xpub = (XPubSocket) scene.with(SocketOptions.XPUB_MANUAL, true).meet().subject;
        var second = (XSubSocket) scene.open(XSUB);
        if (scene.side == BINDS) {
            scene.join(second);
        } else {
            xpub.connect(second.bind(scene.transport.freshEndpoint()));
        }
        for (Sender subscriber : List.of(scene.otherSender(), second)) {
            Rig.send(subscriber, "\1a");
            Rig.receive(xpub);
            xpub.subscribe("a");
        }
        Rig.send(xpub, "a, the newest");
        Rig.send(xpub, "a, another");
        return Rig.receiveText(scene.otherReceiver()).equals("a, another");
    }

    /** How many of these the publisher's application receives. */
    private static int subscriptionsHeard(OptionScene scene, String... commands) {
        scene.meet();
        return heard(scene.otherSender(), scene.receiver(), commands);
    }

    private static int heard(Sender subscriber, Receiver publisher, String... commands) {
        for (String command : commands) {
            Rig.send(subscriber, command);
        }
        Rig.send(subscriber, "\1the end");
        int heard = 0;
        while (!Rig.receiveText(publisher).equals("\1the end")) {
            heard++;
        }
        return heard;
    }

    private static List<OptionRow<?>> limits() {
        return List.of(
                row(SocketOptions.MAXMSGSIZE, NEW_ENDPOINTS)
                        .not(INPROC, "the message is there already: to refuse it would save nothing")
                        .shows(10L, PULL, PUSH, scene -> {
                            Rig.send(scene.meet().otherSender(), "more than ten bytes");
                            return scene.tells(SocketEvent.Type.DISCONNECTED);
                        }),
                row(SocketOptions.HEARTBEAT_IVL, NEW_ENDPOINTS)
                        .not(INPROC, NO_SILENCE)
                        .shows(Duration.ofMillis(20), PULL, PUSH, OptionRows::givesUpTheSilent),
                row(SocketOptions.HEARTBEAT_TTL, NEW_ENDPOINTS)
                        .not(INPROC, NO_SILENCE)
                        .shows(Duration.ofSeconds(1), PULL, PUSH, scene -> {
                            scene.with(SocketOptions.HEARTBEAT_IVL, Duration.ofMillis(20));
                            return meetsRaw(scene, peer -> {
                                peer.handshake("PUSH");
                                scene.late();
                                return peer.readFrame().commandData()[1] == 10;
                            });
                        }),
                row(SocketOptions.HEARTBEAT_TIMEOUT, NEW_ENDPOINTS)
                        .not(INPROC, NO_SILENCE)
                        .shows(
                                Duration.ofMillis(20),
                                PULL,
                                PUSH,
                                scene -> givesUpTheSilent(scene.with(SocketOptions.HEARTBEAT_IVL, Duration.ofMillis(20))
                                        .with(SocketOptions.HEARTBEAT_TIMEOUT, Duration.ZERO))));
    }

    private static List<OptionRow<?>> security() {
        return List.of(
                row(SocketOptions.SECURITY, NEW_ENDPOINTS)
                        .not(INPROC, NO_WIRE)
                        .shows(Plain.client("ann", ""), PUSH, PULL, OptionRows::failsItsHandshake),
                row(SocketOptions.ZAP_DOMAIN, NEW_ENDPOINTS)
                        .not(INPROC, NO_WIRE)
                        .shows("nobody decides about it", PULL, PUSH, OptionRows::failsItsHandshake),
                row(SocketOptions.ZAP_ENFORCE_DOMAIN, NEW_ENDPOINTS)
                        .not(INPROC, NO_WIRE)
                        .shows(
                                false,
                                PULL,
                                PUSH,
                                scene -> talks(scene.with(SocketOptions.ZAP_DOMAIN, "nobody decides about it"))),
                row(SocketOptions.METADATA, NEW_ENDPOINTS)
                        .not(INPROC, NO_WIRE)
                        .shows("X-zone:eu", PUSH, PULL, OptionRows::isHeardOf));
    }

    private static boolean isHeardOf(OptionScene scene) {
        scene.meet();
        Rig.send(scene.sender(), "from here");
        return ((PullSocket) scene.other)
                .receiveFrom(Rig.PATIENCE)
                .orElseThrow()
                .peer()
                .metadata()
                .containsKey("X-zone");
    }

    private static boolean failsItsHandshake(OptionScene scene) {
        join(scene);
        return scene.comes(() -> scene.events.types().stream()
                .anyMatch(type ->
                        type == SocketEvent.Type.HANDSHAKE_FAILED || type == SocketEvent.Type.HANDSHAKE_FAILED_AUTH));
    }

    private static boolean talks(OptionScene scene) {
        join(scene);
        return scene.comes(() -> scene.events.types().contains(SocketEvent.Type.HANDSHAKE_SUCCEEDED));
    }

    /** The two find each other, or not. */
    private static void join(OptionScene scene) {
        scene.begin();
        scene.join(scene.other);
        if (scene.moment == OptionScene.Moment.CONNECTED) {
            scene.comes(() -> scene.events.types().size() > 2);
        }
        scene.late();
    }

    private static boolean givesUpTheSilent(OptionScene scene) {
        return meetsRaw(scene, peer -> {
            peer.handshake("PUSH");
            scene.late();
            return scene.tells(SocketEvent.Type.DISCONNECTED);
        });
    }

    private static List<OptionRow<?>> system() {
        return List.of(
                row(SocketOptions.BACKLOG, NEW_ENDPOINTS)
                        .not(CONNECTS, "belongs to the side that binds")
                        .not(INPROC, BINDS, "nobody waits to be accepted")
                        .elsewhere(TCP, "TcpTransportTest#theBacklogBoundsWhoWaitsToBeAccepted")
                        .elsewhere(IPC, "IpcTransportTest#theBacklogBoundsWhoWaitsToBeAccepted"),
                row(SocketOptions.SNDBUF, NEW_ENDPOINTS)
                        .not(INPROC, NO_KERNEL)
                        .elsewhere(TCP, SYSTEM)
                        .elsewhere(IPC, IPC_SYSTEM),
                row(SocketOptions.RCVBUF, NEW_ENDPOINTS)
                        .not(INPROC, NO_KERNEL)
                        .elsewhere(TCP, SYSTEM)
                        .elsewhere(IPC, IPC_SYSTEM),
                ofIp(SocketOptions.TCP_KEEPALIVE).elsewhere(TCP, SYSTEM),
                ofIp(SocketOptions.TCP_KEEPALIVE_CNT).elsewhere(TCP, SYSTEM),
                ofIp(SocketOptions.TCP_KEEPALIVE_IDLE).elsewhere(TCP, SYSTEM),
                ofIp(SocketOptions.TCP_KEEPALIVE_INTVL).elsewhere(TCP, SYSTEM),
                ofIp(SocketOptions.IPV6).shows(true, PULL, PUSH, OptionRows::usesIpv6),
                ofIp(SocketOptions.TOS).elsewhere(TCP, SYSTEM),
                ofIp(SocketOptions.SOCKS_PROXY)
                        .not(BINDS, CONNECTOR_ONLY)
                        .elsewhere(TCP, "SocksTest#messagesGoThroughTheProxyWhichIsTheOneToLookTheNameUp"),
                ofIp(SocketOptions.SOCKS_USERNAME)
                        .not(BINDS, CONNECTOR_ONLY)
                        .elsewhere(TCP, "SocksTest#theProxyIsToldNameAndPassword"),
                ofIp(SocketOptions.SOCKS_PASSWORD)
                        .not(BINDS, CONNECTOR_ONLY)
                        .elsewhere(TCP, "SocksTest#theProxyIsToldNameAndPassword"),
                row(SocketOptions.RATE, NEW_ENDPOINTS).not(MULTICAST),
                row(SocketOptions.RECOVERY_IVL, NEW_ENDPOINTS).not(MULTICAST),
                row(SocketOptions.MULTICAST_HOPS, NEW_ENDPOINTS).not(DATAGRAMS),
                row(SocketOptions.MULTICAST_MAXTPDU, NEW_ENDPOINTS).not(MULTICAST),
                row(SocketOptions.MULTICAST_LOOP, NEW_ENDPOINTS).not(DATAGRAMS));
    }

    private static <T> OptionRow<T> ofIp(SocketOption<T> option) {
        return row(option, NEW_ENDPOINTS).not(IPC, IP_ONLY).not(INPROC, IP_ONLY);
    }

    private static boolean usesIpv6(OptionScene scene) {
        if (scene.side == BINDS) {
            scene.begin("tcp://*:*");
            scene.late();
            return scene.subject.lastEndpoint().startsWith("tcp://[");
        }
        scene.other.set(SocketOptions.IPV6, true);
        scene.begin(scene.other.bind("tcp://[::1]:*").uri());
        scene.late();
        return scene.tells(SocketEvent.Type.HANDSHAKE_SUCCEEDED);
    }
}
