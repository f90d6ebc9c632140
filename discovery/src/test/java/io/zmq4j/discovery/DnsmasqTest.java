package io.zmq4j.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real name server whose records come and go. */
class DnsmasqTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    /** Who is there after each of ten changes, of five servers. */
    private static final List<List<Integer>> SCRIPT = List.of(
            List.of(0, 1, 2),
            List.of(1, 2),
            List.of(1, 2, 3, 4),
            List.of(4),
            List.of(0),
            List.of(0, 1, 2, 3, 4),
            List.of(2, 3),
            List.of(3, 4, 0),
            List.of(1),
            List.of(1, 0));

    private final Context here = Context.create();
    private final Context there = Context.create();

    @AfterEach
    void close() {
        here.close(Duration.ZERO);
        there.close(Duration.ZERO);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** A server at an address of its own, all at one port, and what it got. */
    private final class Worker {
        final String address;
        final PullSocket pull = there.pull();
        final Binding door;

        Worker(int number, int port) {
            address = "127.0.7." + (10 + number);
            door = pull.bind("tcp://" + address + ":" + port);
        }

        String record() {
            return address + " workers.test";
        }
    }

    private static int freePort() throws Exception {
        try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.7.10"))) {
            return free.getLocalPort();
        }
    }

    @Test
    void tenChangesUnderLoadLoseNothing(@TempDir Path directory) throws Exception {
        int port = freePort();
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            workers.add(new Worker(i, port));
        }
        var got = new AtomicIntegerArray(1_000_000);
        var isOver = new AtomicBoolean();
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (Worker worker : workers) {
            threads.add(run(() -> {
                for (Optional<Message> job = Optional.empty(); !(isOver.get() && job.isEmpty()); ) {
                    job = worker.pull.receive(Duration.ofMillis(200));
                    job.ifPresent(message -> got.incrementAndGet(Integer.parseInt(message.text())));
                }
            }));
        }
        var push = here.push();
        int sent = 0;
        try (Dnsmasq dns = Dnsmasq.start(directory)) {
            Connection connection =
                    push.connect("dns+tcp://workers.test:" + port + "?every=100ms&server=" + dns.server());
            var isSent = new AtomicBoolean();
            var count = new AtomicIntegerArray(1);
            CompletableFuture<Void> sender = run(() -> {
                while (!isSent.get() && count.get(0) < got.length()) {
                    push.send(Integer.toString(count.getAndIncrement(0)));
                }
            });
            for (List<Integer> step : SCRIPT) {
                dns.records(step.stream().map(i -> workers.get(i).record()).toList());
                for (int i = 0; i < workers.size(); i++) {
                    int expected = step.contains(i) ? 1 : 0;
                    Binding door = workers.get(i).door;
                    awaitUntil("worker " + i + " has " + expected, () -> door.peerCount() == expected);
                }
                awaitUntil("all are there", () -> connection.peerCount() == step.size());
                assertThat(connection.state()).isEqualTo(EndpointState.CONNECTED);
            }
            isSent.set(true);
            sender.get(20, TimeUnit.SECONDS);
            sent = count.get(0);
            push.close();
            here.close();
        }
        isOver.set(true);
        for (var thread : threads) {
            thread.get(20, TimeUnit.SECONDS);
        }

        assertThat(sent).isGreaterThan(1_000);
        assertThat(push.drops()).isEmpty();
        for (int i = 0; i < sent; i++) {
            assertThat(got.get(i))
                    .as("how often message %s of %s arrived", i, sent)
                    .isEqualTo(1);
        }
    }

    private static CompletableFuture<Void> run(Runnable task) {
        var done = new CompletableFuture<Void>();
        var thread = new Thread(() -> {
            try {
                task.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    @Test
    void aNameThatIsNotThereYetIsAskedForUntilItIs(@TempDir Path directory) throws Exception {
        int port = freePort();
        var worker = new Worker(0, port);
        var push = here.push();
        try (Dnsmasq dns = Dnsmasq.start(directory)) {
            Connection connection =
                    push.connect("dns+tcp://workers.test:" + port + "?every=100ms&server=" + dns.server());
            awaitUntil("told that there is none", () -> connection.lastError().isPresent());
            assertThat(connection.lastError()).contains("the name workers.test has no A record");

            dns.records(List.of(worker.record()));
            assertThat(connection.awaitPeer(IN_TIME)).isTrue();
            assertThat(connection.lastError()).isEmpty();

            dns.records(List.of());
            awaitUntil("the last one is gone", () -> worker.door.peerCount() == 0);
        }
    }

    @Test
    void aServerThatIsDownKeepsEverybodyConnected(@TempDir Path directory) throws Exception {
        int port = freePort();
        var worker = new Worker(0, port);
        var push = here.push();
        try (Dnsmasq dns = Dnsmasq.start(directory)) {
            dns.records(List.of(worker.record()));
            Connection connection =
                    push.connect("dns+tcp://workers.test:" + port + "?every=100ms&server=" + dns.server());
            assertThat(connection.awaitPeer(IN_TIME)).isTrue();
            dns.stop();
            awaitUntil(
                    "told that it does not answer", () -> connection.lastError().isPresent());
            assertThat(connection.peerCount()).isEqualTo(1);
            assertThat(connection.lastError().orElseThrow()).contains("cannot look up workers.test at " + dns.server());
        }
    }

    @Test
    void servicesHavePortsOfTheirOwn(@TempDir Path directory) throws Exception {
        var first = there.pull();
        var second = there.pull();
        Binding one = first.bind("tcp://127.0.7.1:*");
        Binding two = second.bind("tcp://127.0.7.2:*");
        String hostOne = "--host-record=one.test,127.0.7.1";
        String hostTwo = "--host-record=two.test,127.0.7.2";
        String srvOne = "--srv-host=_zmq._tcp.test,one.test," + one.port();
        String srvTwo = "--srv-host=_zmq._tcp.test,two.test," + two.port();
        var push = here.push();
        try (Dnsmasq dns = Dnsmasq.start(directory, hostOne, hostTwo, srvOne, srvTwo)) {
            Connection connection = push.connect("srv+tcp://_zmq._tcp.test?every=100ms&server=" + dns.server());
            assertThat(one.awaitPeer(IN_TIME)).isTrue();
            assertThat(two.awaitPeer(IN_TIME)).isTrue();

            dns.restart(hostOne, hostTwo, srvTwo);
            awaitUntil("the first one is left", () -> one.peerCount() == 0);
            assertThat(two.peerCount()).isEqualTo(1);
            awaitUntil("only one is left", () -> connection.peerCount() == 1);
        }
    }

    @Test
    void quadARecordsAreForSocketsThatTakeIpv6(@TempDir Path directory) throws Exception {
        var pull = there.pull();
        pull.set(SocketOptions.IPV6, true);
        Binding door = pull.bind("tcp://[::1]:*");
        var push = here.push();
        push.set(SocketOptions.IPV6, true);
        var other = here.push();
        try (Dnsmasq dns = Dnsmasq.start(directory)) {
            dns.records(List.of("::1 six.test"));
            String endpoint = "dns+tcp://six.test:" + door.port() + "?every=100ms&server=" + dns.server();
            Connection without = other.connect(endpoint);

            assertThat(push.connect(endpoint).awaitPeer(IN_TIME)).isTrue();
            awaitUntil("without IPv6 there is none", () -> without.lastError().isPresent());
            assertThat(without.lastError()).contains("the name six.test has no A record");
        }
    }

    @Test
    void moreAddressesThanADatagramHoldsAreAskedForOverTcp(@TempDir Path directory) throws Exception {
        var push = here.push();
        try (Dnsmasq dns = Dnsmasq.start(directory)) {
            List<String> records = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                records.add("127.0.8." + i + " many.test");
            }
            dns.records(records);
            var found = new CompletableFuture<Long>();
            push.onEvent(event -> {
                if (event.type() == SocketEvent.Type.PEERS_FOUND && event.value() > 0) {
                    found.complete(event.value());
                }
            });
            push.linger(Duration.ZERO).connect("dns+tcp://many.test:9?server=" + dns.server());
            assertThat(found.get(20, TimeUnit.SECONDS)).isEqualTo(100);
        }
    }
}
