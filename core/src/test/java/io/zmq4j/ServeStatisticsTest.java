package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.mechanism.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeStatisticsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Context context = Context.builder().name("served").build();
    private final Context viewer = Context.create();

    @AfterEach
    void close() {
        viewer.close(Duration.ZERO);
        context.close(Duration.ZERO);
    }

    private ReqSocket ask(String endpoint) {
        var req = viewer.req().receiveTimeout(SOON);
        req.connect(endpoint);
        return req;
    }

    private static String answer(ReqSocket req, String request) {
        req.send(request);
        return req.receiveText();
    }

    @Test
    void whoAsksGetsTheSnapshot() {
        var pub = context.pub().named("ticker");
        var served = context.serveStatistics("tcp://127.0.0.1:*");

        try (var req = ask(served.uri())) {
            assertThat(answer(req, "stats 1"))
                    .startsWith("{\"schema\":1,\"name\":\"served\",")
                    .contains("\"type\":\"PUB\",\"name\":\"ticker\"");
            assertThat(answer(req, "what?")).startsWith("{\"error\":");
        }
        assertThat(pub.isClosed()).isFalse();
    }

    @Test
    void aDealerMayLeaveTheDelimiterOut() {
        var served = context.serveStatistics("tcp://127.0.0.1:*");

        try (var dealer = viewer.dealer().receiveTimeout(SOON)) {
            dealer.connect(served.uri());
            dealer.send("stats 1");
            assertThat(dealer.receiveText()).startsWith("{\"schema\":1,");
        }
    }

    @Test
    void whatServesIsNoSocketOfTheApplications() {
        var served = context.serveStatistics("tcp://127.0.0.1:*");

        try (var req = ask(served.uri())) {
            assertThat(answer(req, "stats 1")).contains("\"sockets\":[]", "\"events\":[]");
        }
        assertThat(context.sockets()).isEmpty();
        served.close();
        assertThat(context.snapshot().ended()).isEmpty();
    }

    @Test
    void closedItServesNoMoreAndItsPlaceIsFree() {
        var served = context.serveStatistics("tcp://127.0.0.1:*");
        served.close();

        assertThat(served.state()).isEqualTo(EndpointState.CLOSED);
        try (var again = context.serveStatistics("tcp://127.0.0.1:" + served.port());
                var req = ask(again.uri())) {
            assertThat(answer(req, "stats 1")).startsWith("{\"schema\":1,");
        }
    }

    @Test
    void itEndsWithTheContext() {
        var served = context.serveStatistics("tcp://127.0.0.1:*");
        try (var req = ask(served.uri())) {
            answer(req, "stats 1");
            context.close(SOON);
            assertThat(served.state()).isEqualTo(EndpointState.CLOSED);
        }
        assertThatThrownBy(() -> context.serveStatistics("tcp://127.0.0.1:*"))
                .isInstanceOf(SocketClosedException.class);
    }

    @Test
    void otherMachinesAreRefusedUnlessItIsSaidWhoMayAsk() {
        assertThatThrownBy(() -> context.serveStatistics("tcp://*:*"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("SECURITY");

        try (var served =
                context.serveStatistics("tcp://*:*", router -> router.set(SocketOptions.SECURITY, Plain.server()))) {
            assertThat(served.state()).isEqualTo(EndpointState.LISTENING);
        }
    }

    @Test
    void whatIsRefusedLeavesNothingOpen() {
        assertThatThrownBy(() -> context.serveStatistics("tcp://127.0.0.1:99999"))
                .isInstanceOf(EndpointException.class);
        assertThatThrownBy(() -> context.serveStatistics("tcp://127.0.0.1:*", router -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        long began = System.nanoTime();
        context.close(SOON);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    @Test
    void theFileOfAnIpcEndpointHasTheModeThatTheUmaskSays(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("stats");
        context.serveStatistics("ipc://" + file);
        Path made = Files.createFile(directory.resolve("other"));

        // A file begins without the right to be executed, a socket with it.
        var mode = Files.getPosixFilePermissions(file);
        mode.removeIf(each -> each.name().endsWith("EXECUTE"));
        assertThat(mode).isEqualTo(Files.getPosixFilePermissions(made));
    }

    @Test
    void whoTakesNoAnswersLosesThemAndOthersGetTheirs() {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            open.add(context.pub().named("a socket with a rather long name, so that an answer is large " + i));
        }
        var served = context.serveStatistics("tcp://127.0.0.1:*");
        try (var hostile = viewer.dealer().receiveHighWaterMark(1).sendTimeout(SOON);
                var req = ask(served.uri())) {
            hostile.connect(served.uri());
            long until = System.nanoTime() + SOON.toNanos();
            while (context.drops().getOrDefault(DropReason.QUEUE_FULL, 0L) == 0 && System.nanoTime() < until) {
                hostile.send(Message.of("", "stats 1"));
            }

            assertThat(context.drops()).containsKey(DropReason.QUEUE_FULL);
            assertThat(open).noneMatch(Socket::isClosed);
            assertThat(answer(req, "stats 1")).startsWith("{\"schema\":1,");
        }
    }

    @Test
    void whoSendsMoreThanARequestIsDisconnected() throws InterruptedException {
        var served = context.serveStatistics("tcp://127.0.0.1:*");
        try (var req = ask(served.uri());
                var hostile = viewer.dealer()) {
            var gone = new CountDownLatch(1);
            hostile.onEvent(event -> {
                if (event.type() == SocketEvent.Type.DISCONNECTED) {
                    gone.countDown();
                }
            });
            hostile.connect(served.uri());
            hostile.send(new byte[2000]);

            assertThat(gone.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(answer(req, "stats 1")).startsWith("{\"schema\":1,");
        }
    }

    @Test
    void aContextThatServesIsLostAllTheSame() {
        var lost = serveAndForget();
        long until = System.nanoTime() + SOON.toNanos();
        while (lost.state() != EndpointState.CLOSED && System.nanoTime() < until) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(lost.state()).isEqualTo(EndpointState.CLOSED);
    }

    private static Binding serveAndForget() {
        return Context.builder().warnings(false).build().serveStatistics("tcp://127.0.0.1:*");
    }
}
