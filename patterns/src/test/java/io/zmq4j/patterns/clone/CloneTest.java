package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Frame;
import io.zmq4j.patterns.agent.Soon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloneTest {
    private final Context context = Context.create();
    private final CloneServer server = CloneServer.start(context, CloneEndpoints.of("tcp://127.0.0.1:*"));

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    private CloneClient client(Consumer<CloneClientOptions> settings) {
        var client = CloneClient.start(context, List.of(server.endpoints()), settings);
        assertThat(client.awaitReady(Soon.LIMIT)).isTrue();
        return client;
    }

    private static void done(CompletableFuture<Void> future) throws Exception {
        future.get(20, TimeUnit.SECONDS);
    }

    private static void awaitValue(CloneClient client, String key, String value) {
        Soon.until(key + " is " + value, () -> client.get(key).map(Frame::text).equals(java.util.Optional.of(value)));
    }

    @Test
    void aClientSeesWhatIsThereAndWhatComes() throws Exception {
        var first = client(it -> {});
        done(first.put("tea", "42"));
        assertThat(first.get("tea").orElseThrow().text()).isEqualTo("42");

        var second = client(it -> {});
        assertThat(second.map()).containsOnlyKeys("tea");
        done(second.put("tea", "43"));
        done(second.put("coffee", "7"));

        awaitValue(first, "tea", "43");
        awaitValue(first, "coffee", "7");
        done(first.remove("tea"));
        Soon.until("tea is gone", () -> second.get("tea").isEmpty());
        assertThat(server.statistics().entries()).isEqualTo(1);
        assertThat(server.statistics().sequence()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aSubtreeHasItsKeysAndNoOthers() throws Exception {
        var all = client(it -> {});
        done(all.put("/prices/tea", "42"));
        done(all.put("/names/tea", "Tee"));

        var prices = client(it -> it.subtree("/prices/"));
        assertThat(prices.map()).containsOnlyKeys("/prices/tea");
        done(all.put("HUGZ/", "no key of the subtree"));
        done(prices.put("/prices/tea", "43"));

        assertThat(prices.map()).containsOnlyKeys("/prices/tea");
        assertThatThrownBy(() -> prices.put("/names/tea", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/prices/");
    }

    @Test
    void listenersHearOfChangesInOrderAndOfNothingElse() throws Exception {
        var client = client(it -> {});
        var heard = new CopyOnWriteArrayList<String>();
        client.onChange("/a/", change -> {
            throw new IllegalStateException("a test's");
        });
        var registration =
                client.onChange("/a/", change -> heard.add(change.key() + (change.deleted() ? " deleted" : " set")));

        done(client.put("/a/1", "x"));
        done(client.put("/a/1", "x"));
        done(client.put("/b/1", "x"));
        done(client.remove("/a/1"));
        Soon.until("both changes", () -> heard.size() == 2);
        registration.close();
        done(client.put("/a/2", "x"));

        assertThat(heard).containsExactly("/a/1 set", "/a/1 deleted");
    }

    @Test
    void whatHasATimeToLiveIsDeletedForAllAfterIt() throws Exception {
        var client = client(it -> {});
        done(client.put("short", "x".getBytes(), Duration.ofMillis(50)));
        done(client.put("long", "x".getBytes(), Duration.ofHours(1)));

        Soon.until("it is gone", () -> client.get("short").isEmpty());

        assertThat(client.map()).containsOnlyKeys("long");
        assertThat(server.statistics().ephemeral()).isEqualTo(1);
    }

    @Test
    void whatIsHeldStaysUntilItIsReleased() throws Exception {
        var client = client(it -> {});
        var other = client(it -> {});
        var held = client.hold("presence", "here".getBytes(), Duration.ofMillis(300));
        awaitValue(other, "presence", "here");
        long begin = server.statistics().applied();
        Soon.until("it was set again", () -> server.statistics().applied() >= begin + 4);
        assertThat(other.get("presence")).isPresent();

        held.close();

        Soon.until("it is gone", () -> other.get("presence").isEmpty());
    }

    @Test
    void whatADeadClientHeldGoesAway() throws Exception {
        var client = client(it -> {});
        var other = client(it -> {});
        client.hold("presence", "here".getBytes(), Duration.ofMillis(300));
        awaitValue(other, "presence", "here");

        client.close();

        Soon.until("it is gone", () -> other.get("presence").isEmpty());
    }

    @Test
    void noUpdateIsMissedBetweenSnapshotAndUpdates() throws Exception {
        var writer = client(it -> {});
        var puts = new ArrayList<CompletableFuture<Void>>();
        var readers = new ArrayList<CloneClient>();
        for (int i = 0; i < 2_000; i++) {
            puts.add(writer.put("key" + i % 500, "value" + i));
            if (i % 200 == 0) {
                readers.add(CloneClient.start(context, List.of(server.endpoints())));
            }
        }
        for (var put : puts) {
            done(put);
        }
        for (var reader : readers) {
            Soon.until("all of it", () -> reader.map().equals(writer.map()));
            assertThat(reader.statistics().gaps()).isZero();
        }
        assertThat(writer.map()).hasSize(500);
    }

    @Test
    void aLargeMapGoesToAClientThatIsSlowToo() throws Exception {
        var writer = client(it -> {});
        var puts = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 3_000; i++) {
            puts.add(writer.put("key" + i, "x".repeat(200)));
        }
        for (var put : puts) {
            done(put);
        }

        var reader = client(it -> it.sockets(socket -> socket.set("RCVHWM", "10")));

        assertThat(reader.map()).hasSize(3_000);
        assertThat(server.statistics().abandoned()).isZero();
    }

    @Test
    void whatIsBeyondTheBoundsIsLeftOutAndCounted() throws Exception {
        var writer = client(it -> {});
        for (int i = 0; i < 5; i++) {
            done(writer.put("key" + i, "x"));
        }

        var small = client(it -> it.maxEntries(3));

        assertThat(small.map()).hasSize(3);
        assertThat(small.statistics().notKept()).isEqualTo(2);
    }

    @Test
    void aServerThatComesBackIsAskedForAllOfIt() throws Exception {
        var client = client(it -> it.heartbeat(Duration.ofMillis(100)));
        done(client.put("tea", "42"));
        server.close();

        var again = CloneServer.start(context, server.endpoints(), it -> it.heartbeat(Duration.ofMillis(100)));
        Soon.until("it has the empty map", () -> client.map().isEmpty());
        done(client.put("coffee", "7"));

        assertThat(again.statistics().entries()).isEqualTo(1);
        assertThat(client.map()).containsOnlyKeys("coffee");
    }

    @Test
    void closingFailsWhatIsOutstandingAndLaterCallsToo() throws Exception {
        server.close();
        var client = CloneClient.start(context, List.of(server.endpoints()));
        var future = client.put("tea", "42");

        client.close();

        assertThatThrownBy(() -> done(future)).hasCauseInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> done(client.put("tea", "42"))).hasCauseInstanceOf(SocketClosedException.class);
        assertThat(client.awaitReady(Duration.ZERO)).isFalse();
        assertThat(client.statistics().outstanding()).isZero();
    }

    @Test
    void anUpdateThatNobodyPublishesFails() {
        server.close();
        var client = CloneClient.start(
                context,
                List.of(server.endpoints()),
                it -> it.patience(Duration.ofMillis(50)).heartbeat(Duration.ofMillis(10)));

        assertThatThrownBy(() -> done(client.put("tea", "42"))).hasMessageContaining("no reply came in time");
    }

    @Test
    void anEndpointInUseIsAnErrorAndLeavesNothingOpen() {
        int open = context.sockets().size();

        assertThatThrownBy(() -> CloneServer.start(context, server.endpoints())).isInstanceOf(EndpointException.class);
        assertThat(context.sockets()).hasSize(open);
    }

    @Test
    void allEndsWithTheContext() {
        var client = client(it -> {});

        context.close(Duration.ZERO);

        server.await();
        assertThat(client.put("tea", "42")).failsWithin(Soon.LIMIT);
    }
}
