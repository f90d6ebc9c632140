package io.zmq4j.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.error.EndpointException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are directories, and those that are none; a file and a list that sockets follow. */
class StandardDirectoriesTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dns+tcp://workers:5555",
                "dns+tcp://workers.example.:5555?every=500ms&server=10.0.0.2",
                "dns+tcp://workers:5555?server=[fd00::2]:5353",
                "srv+tcp://_zmq._tcp.example?every=1m",
                "file:///etc/workers",
                "file://workers?every=100ms",
                "gossip+tcp://a:1,10.0.0.2:7000/work",
            })
    void aTextIsReadWithoutAskingAnybody(String text) {
        assertThat(new StandardDirectories().parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dns+tcp://workers | no port",
                "dns+tcp://workers:0 | port \"0\"",
                "dns+tcp://workers:x | port \"x\"",
                "dns+tcp://:5555 | an address needs no look-up",
                "dns+tcp://10.0.0.1:5555 | an address needs no look-up",
                "dns+tcp://[::1]:5555 | an address needs no look-up",
                "dns+tcp://a..b:5555 | \"a..b\"",
                "dns+tcp://workers:5555?each=5s | \"each=5s\"; allowed: every=…, server=…",
                "dns+tcp://workers:5555?every | \"every\"",
                "dns+tcp://workers:5555?every=5 | every=5; allowed: 100ms to 60m",
                "dns+tcp://workers:5555?every=1ms | every=1ms",
                "dns+tcp://workers:5555?every=61m | every=61m",
                "dns+tcp://workers:5555?server=ns.example | server=ns.example; allowed: an address",
                "dns+tcp://workers:5555?server=10.0.0.300 | server=10.0.0.300",
                "dns+tcp://workers:5555?server=10.0.0.2:99999 | server=10.0.0.2:99999",
                "srv+tcp://_zmq._tcp.example:5555 | \"_zmq._tcp.example:5555\"",
                "file:///etc/workers?server=10.0.0.2 | \"server=10.0.0.2\"; allowed: every=…",
                "gossip+tcp://a:1 | no seed, or no service",
                "gossip+tcp://a:1/ | no seed, or no service",
                "gossip+tcp://a/work | seed \"a\"",
                "gossip+tcp://a:1,b:x/work | port \"x\"",
            })
    void whatIsWrongIsNamed(String text, String problem) {
        var push = context.push();
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> push.connect(text))
                .withMessageStartingWith("Endpoint \"" + text + "\": ")
                .withMessageContaining(problem)
                .withMessageContaining("; allowed: ");
    }

    @Test
    void noneCanBeBound() {
        var pull = context.pull();
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> pull.bind("dns+tcp://workers:5555"))
                .withMessageContaining("it says where others are; allowed: to connect it");
    }

    @Test
    void aSocketFollowsAFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("workers");
        var first = context.pull();
        var second = context.pull();
        Binding one = first.bind("tcp://127.0.0.1:*");
        Binding two = second.bind("tcp://127.0.0.1:*");
        var push = context.push();
        Connection workers = push.connect("file://" + file + "?every=100ms");
        awaitUntil("told that there is none", () -> workers.lastError().isPresent());
        assertThat(workers.lastError()).contains("there is no file " + file);

        Files.writeString(file, one.uri() + "\ndns+tcp://within:1\n");
        assertThat(one.awaitPeer(IN_TIME)).isTrue();
        Files.writeString(file, two.uri() + "\n");
        assertThat(two.awaitPeer(IN_TIME)).isTrue();
        awaitUntil("the first is left", () -> one.peerCount() == 0);
        Files.delete(file);
        awaitUntil("told that it is gone", () -> workers.lastError().isPresent());
        assertThat(two.peerCount()).isEqualTo(1);
    }

    @Test
    void socketsFollowAList() throws Exception {
        var pull = context.pull();
        Binding door = pull.bind("tcp://127.0.0.1:*");
        var list = new PeerList();
        var push = context.push();
        var other = context.push();
        Connection one = push.connect(list);
        other.connect(list);

        list.add(door.uri());
        awaitUntil("both are there", () -> door.peerCount() == 2);
        assertThat(list.endpoints()).containsExactly(door.uri());
        assertThat(one.uri()).isEqualTo(list.toString()).startsWith("list://");
        push.disconnect(list.toString());
        awaitUntil("one is left", () -> door.peerCount() == 1);
        list.remove(door.uri());
        awaitUntil("nobody is left", () -> door.peerCount() == 0);
        assertThat(new PeerList(door.uri())).doesNotHaveToString(list.toString());
    }
}
