package io.zmq4j.patterns.titanic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import io.zmq4j.patterns.majordomo.MajordomoClient;
import io.zmq4j.patterns.majordomo.MajordomoWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Titanic server behind a broker, over sockets. */
class TitanicTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofMillis(100);

    /** Nobody is lost because the machine is busy. */
    private static final int LIVENESS = 50;

    @TempDir
    private Path directory;

    private final Context context = Context.create();
    private final MajordomoBroker broker = MajordomoBroker.start(
            context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).liveness(LIVENESS));

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(5));
    }

    private TitanicServer server(Fsync fsync) throws IOException {
        return TitanicServer.start(
                context,
                broker.endpoint(),
                directory,
                it -> it.fsync(fsync)
                        .heartbeat(Duration.ofSeconds(1))
                        .retry(BEAT)
                        .patience(Duration.ofSeconds(2))
                        .maxBytes(100_000));
    }

    private MajordomoWorker echo() {
        return MajordomoWorker.start(
                context,
                broker.endpoint(),
                "echo",
                request -> request.append("!"),
                it -> it.heartbeat(BEAT).liveness(LIVENESS).reconnect(BEAT));
    }

    @ParameterizedTest
    @EnumSource
    void aReplyIsKeptUntilItIsClosed(Fsync fsync) throws Exception {
        try (var server = server(fsync);
                var worker = echo();
                var client = TitanicClient.connect(context, broker.endpoint())) {
            UUID id = client.submit("echo", Message.of("hello", ""), PATIENCE);
            assertThat(client.await(id, PATIENCE)).contains(Message.of("hello", "", "!"));
            assertThat(client.reply(id, PATIENCE)).contains(Message.of("hello", "", "!"));
            client.close(id, PATIENCE);
            client.close(id, PATIENCE);
            assertThatThrownBy(() -> client.reply(id, PATIENCE))
                    .isInstanceOfSatisfying(
                            TitanicException.class,
                            failure -> assertThat(failure.status()).isEqualTo(400));
            assertThat(worker.statistics().requests()).isEqualTo(1);
            assertThat(server.statistics())
                    .satisfies(it -> assertThat(it.submitted()).isEqualTo(1))
                    .satisfies(it -> assertThat(it.replies()).isEqualTo(1))
                    .satisfies(it -> assertThat(it.closed()).isEqualTo(1))
                    .satisfies(it -> assertThat(it.pending() + it.answered()).isZero());
        }
    }

    @Test
    void aRequestWaitsForItsServiceAlsoWhileTheServerIsAway() throws Exception {
        UUID id;
        try (var server = server(Fsync.ALWAYS);
                var client = TitanicClient.connect(context, broker.endpoint())) {
            id = client.submit("echo", Message.of("hello"), PATIENCE);
            assertThat(client.reply(id, PATIENCE)).isEmpty();
            assertThat(server.statistics().pending()).isEqualTo(1);
        }
        try (var server = server(Fsync.ALWAYS);
                var worker = echo();
                var client = TitanicClient.connect(context, broker.endpoint())) {
            assertThat(client.await(id, PATIENCE)).contains(Message.of("hello", "!"));
            assertThat(server.statistics().damages()).isEmpty();
            assertThat(worker.statistics().requests()).isEqualTo(1);
        }
    }

    @Test
    void aRequestIsSentAgainUntilItIsAnswered() throws Exception {
        var calls = new AtomicInteger();
        var never = new CountDownLatch(1);
        try (var server = server(Fsync.NEVER);
                var client = TitanicClient.connect(context, broker.endpoint());
                var hanging = MajordomoWorker.start(context, broker.endpoint(), "odd", request -> {
                    calls.incrementAndGet();
                    never.await();
                    return request;
                })) {
            UUID id = client.submit("odd", Message.of("x"), PATIENCE);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (calls.get() == 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(hanging.stop(Duration.ofMillis(10))).isFalse();
            try (var other = MajordomoWorker.start(context, broker.endpoint(), "odd", request -> request)) {
                assertThat(client.await(id, PATIENCE)).contains(Message.of("x"));
                assertThat(other.statistics().requests()).isGreaterThanOrEqualTo(1);
            }
            assertThat(server.statistics().sent()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void aFullStoreRefusesWithAReasonAndTakesMoreWhenThereIsRoom() throws Exception {
        try (var server = server(Fsync.NEVER);
                var client = TitanicClient.connect(context, broker.endpoint())) {
            UUID first = client.submit("later", Message.of("x".repeat(60_000)), PATIENCE);
            assertThatThrownBy(() -> client.submit("later", Message.of("x".repeat(60_000)), PATIENCE))
                    .isInstanceOf(TitanicException.class)
                    .hasMessageContaining("100000 that are allowed");
            assertThat(server.statistics().refused()).isEqualTo(1);
            UUID second = client.submit("later", Message.of("small"), PATIENCE);
            client.close(first, PATIENCE);
            assertThat(client.reply(second, PATIENCE)).isEmpty();
        }
    }

    @Test
    void aDirectoryHasOneServer() throws Exception {
        try (var server = server(Fsync.NEVER)) {
            assertThatThrownBy(() -> server(Fsync.NEVER))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
            assertThat(server.statistics().segments()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("RFC 9: status frames of three digits, uuids of 32 hexadecimal characters in both cases")
    void theFramesOfTheProtocol() throws Exception {
        try (var server = server(Fsync.NEVER);
                var client = MajordomoClient.connect(context, broker.endpoint())) {
            Message stored = client.request("titanic.request", Message.of("later", "x"), PATIENCE);
            assertThat(stored.text()).isEqualTo("200");
            assertThat(stored.text(1)).matches("[0-9A-F]{32}");
            for (String id : new String[] {stored.text(1), stored.text(1).toLowerCase(Locale.ROOT)}) {
                assertThat(client.request("titanic.reply", Message.of(id), PATIENCE))
                        .isEqualTo(Message.of("300"));
            }
            for (String wrong : new String[] {"", "no id", "G".repeat(32), "0".repeat(33)}) {
                assertThat(client.request("titanic.reply", Message.of(wrong), PATIENCE)
                                .text())
                        .startsWith("400 ");
                assertThat(client.request("titanic.close", Message.of(wrong), PATIENCE)
                                .text())
                        .startsWith("400 ");
            }
            assertThat(client.request("titanic.reply", Message.of("0".repeat(32)), PATIENCE)
                            .text())
                    .startsWith("400 ");
            assertThat(client.request("titanic.close", Message.of("0".repeat(32)), PATIENCE))
                    .isEqualTo(Message.of("200"));
            for (Message wrong : new Message[] {
                Message.of("later"),
                Message.of("", "x"),
                Message.of("titanic.request", "x"),
                Message.of("mmi.service", "x")
            }) {
                assertThat(client.request("titanic.request", wrong, PATIENCE).text())
                        .startsWith("400 ");
            }
            assertThat(server.statistics().toJson()).startsWith("{\"pending\":1,\"answered\":0,");
        }
    }
}
