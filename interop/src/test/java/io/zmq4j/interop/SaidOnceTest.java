package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real context says in a real log. */
@Isolated("the log and a system property are everybody's")
class SaidOnceTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final String PROPERTY = "io.zmq4j.warnings";

    private final Logger logger = Logger.getLogger("io.zmq4j");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final String before = System.getProperty(PROPERTY, "");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        System.setProperty(PROPERTY, "true");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        System.setProperty(PROPERTY, before);
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private List<LogRecord> of(String theme, String text) {
        return records.stream()
                .filter(line -> line.getLoggerName().equals("io.zmq4j." + theme))
                .filter(line -> line.getMessage().contains(text))
                .toList();
    }

    private static String closedPort() throws IOException {
        try (var closed = new ServerSocket(0)) {
            return "tcp://127.0.0.1:" + closed.getLocalPort();
        }
    }

    @Test
    void anEndpointThatRefusesIsSaidOnceAndSoIsItsRecovery() throws IOException {
        String endpoint = closedPort();
        try (var context = Context.create();
                var push = context.push();
                var pull = context.pull()) {
            push.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(1));
            var line = push.connect(endpoint);
            awaitUntil(
                    "it is said",
                    () -> !of("connection", "cannot connect to " + endpoint).isEmpty());

            pull.bind(endpoint);
            assertThat(line.awaitPeer(IN_TIME)).isTrue();
            awaitUntil(
                    "it is said",
                    () -> !of("connection", "is connected to " + endpoint).isEmpty());

            assertThat(of("connection", "cannot connect to " + endpoint)).hasSize(1);
        }
    }

    @Test
    void aDropIsSaid() {
        try (var context = Context.create();
                var router = context.router()) {
            router.bind("inproc://router");
            router.send(Message.of("nobody", "x"));
            awaitUntil(
                    "it is said",
                    () -> !of("drop", "ROUTER dropped 1 message (UNROUTABLE)").isEmpty());
        }
    }

    @Test
    void aListenerThatFailsIsSaidWithItsStack() {
        try (var context = Context.create();
                var pull = context.pull()) {
            var unused = pull.onEvent(event -> {
                throw new IllegalStateException("part of a test");
            });
            pull.bind("inproc://pull");
            awaitUntil(
                    "it is said",
                    () -> !of("handler", "an event listener failed").isEmpty());
            assertThat(of("handler", "an event listener failed").get(0).getThrown())
                    .hasMessage("part of a test");
        }
    }

    @Test
    void aCloseThatWaitsSaysForWhat() throws IOException {
        String endpoint = closedPort();
        var context = Context.create();
        var push = context.push();
        push.connect(endpoint);
        push.send("a");
        push.send("b");

        context.close(Duration.ofMillis(1100));

        assertThat(of("close", "close waits up to 1 s for 2 messages to " + endpoint + " (not connected)"))
                .hasSize(1);
    }

    @Test
    void aCloseThatHasNothingToWaitForSaysNothing() {
        var context = Context.create();
        context.push().connect("inproc://nobody");
        context.close();
        assertThat(of("close", "")).isEmpty();
    }

    // ---- leaks

    private static void openedHereAndLost(Context context) {
        context.pull().bind("inproc://lost");
    }

    private static void createdHereAndLost() {
        Context.create().pull().bind("inproc://lost");
    }

    private void awaitCollected(String text) {
        awaitUntil("it is said", () -> {
            System.gc();
            return !of("leak", text).isEmpty();
        });
    }

    @Test
    void aSocketThatWasLostIsClosedAndReportedWithWhereItWasOpened() {
        try (var context = Context.create()) {
            openedHereAndLost(context);
            awaitCollected("a socket, PULL [bound inproc://lost");

            List<LogRecord> lines = of("leak", "a socket");
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).getThrown().getStackTrace())
                    .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("openedHereAndLost"));
            awaitUntil("it is closed", () -> context.sockets().isEmpty());
            context.pull().bind("inproc://lost");
        }
    }

    @Test
    void aContextThatWasLostIsReportedWithoutItsSockets() {
        createdHereAndLost();
        awaitCollected("a Context was dropped without close()");

        assertThat(of("leak", "a Context").get(0).getThrown().getStackTrace())
                .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("createdHereAndLost"));
        assertThat(of("leak", "a socket")).isEmpty();
    }

    @Test
    void whatWasClosedIsNoLeakHowever() {
        try (var context = Context.create()) {
            context.pull().close();
            closedByItsContext();
            // One that is lost after them: when it is said, they would have been.
            openedHereAndLost(context);
            awaitCollected("PULL [bound inproc://lost");
        }
        assertThat(of("leak", "")).hasSize(1);
    }

    private static void closedByItsContext() {
        var context = Context.create();
        context.pull();
        context.close();
    }

    @Test
    void aSocketThatIsWaitedForIsNotLost() {
        try (var context = Context.create()) {
            var received = context.pull().receiveAsync();
            var door = context.pull().bind("inproc://door");
            var poller = context.poller();
            poller.onReadable(context.pull());
            openedHereAndLost(context);
            awaitCollected("PULL [bound inproc://lost");

            assertThat(context.sockets()).hasSize(3);
            assertThat(of("leak", "")).hasSize(1);
            assertThat(received.cancel(false)).isTrue();
            Reference.reachabilityFence(door);
            Reference.reachabilityFence(poller);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneSwitchSilencesAll(boolean isProperty) throws IOException {
        System.setProperty(PROPERTY, String.valueOf(!isProperty));
        String endpoint = closedPort();
        var context = isProperty
                ? Context.create()
                : Context.builder().warnings(false).build();
        var push = context.push();
        var line = push.connect(endpoint);
        push.send("x");
        awaitUntil("it waits", () -> line.nextTry().isPresent());
        openedHereAndLost(context);
        awaitUntil("it is closed", () -> {
            System.gc();
            return context.sockets().size() == 1;
        });
        context.close(Duration.ofMillis(600));
        assertThat(records).isEmpty();
    }
}
