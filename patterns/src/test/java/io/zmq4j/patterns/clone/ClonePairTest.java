package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Frame;
import io.zmq4j.patterns.agent.Soon;
import io.zmq4j.patterns.binarystar.Role;
import io.zmq4j.patterns.binarystar.StarState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, of which the other one takes over. */
class ClonePairTest {
    private static final Duration BEAT = Duration.ofMillis(100);

    private final Context context = Context.create();
    private final Context clients = Context.create();

    @TempDir
    private Path directory;

    @AfterEach
    void end() {
        clients.close(Duration.ZERO);
        context.close(Duration.ZERO);
    }

    private String ipc(String name) {
        return "ipc://" + directory.resolve(name);
    }

    private CloneEndpoints endpoints(String name) {
        return new CloneEndpoints(ipc(name + "s"), ipc(name + "p"), ipc(name + "c"));
    }

    private CloneServer server(Role role, String name, String other) {
        return CloneServer.start(
                context,
                endpoints(name),
                it -> it.heartbeat(BEAT).liveness(20).pair(role, ipc(name), ipc(other), endpoints(other)));
    }

    private CloneClient client() {
        var client = CloneClient.start(
                clients,
                List.of(endpoints("a"), endpoints("b")),
                it -> it.heartbeat(BEAT).liveness(30));
        assertThat(client.awaitReady(Soon.LIMIT)).isTrue();
        return client;
    }

    private static void awaitState(CloneServer server, StarState state) {
        Soon.until(server.endpoints() + " is " + state, () -> server.state() == state);
    }

    @Test
    void theMapSurvivesTheDeathOfOneServerAndThenOfTheOther() throws Exception {
        var primary = server(Role.PRIMARY, "a", "b");
        var backup = server(Role.BACKUP, "b", "a");
        awaitState(primary, StarState.ACTIVE);
        awaitState(backup, StarState.PASSIVE);
        var client = client();
        client.put("before", "1").get(20, TimeUnit.SECONDS);
        client.put("short", "x".getBytes(), Duration.ofSeconds(5)).get(20, TimeUnit.SECONDS);
        Soon.until("the backup has it", () -> backup.statistics().entries() == 2);

        primary.close();
        client.put("after", "2").get(20, TimeUnit.SECONDS);
        assertThat(backup.state()).isEqualTo(StarState.ACTIVE);
        assertThat(client.get("before")).map(Frame::text).isEqualTo(Optional.of("1"));
        assertThat(client.statistics().lost()).isPositive();

        var restarted = server(Role.PRIMARY, "a", "b");
        awaitState(restarted, StarState.PASSIVE);
        Soon.until("it has the map", () -> restarted.statistics().entries() >= 2);
        backup.close();
        client.put("third", "3").get(20, TimeUnit.SECONDS);

        assertThat(restarted.state()).isEqualTo(StarState.ACTIVE);
        assertThat(client.map()).containsKeys("before", "after", "third");
        Soon.until(
                "what was to live for five seconds is gone",
                () -> client.get("short").isEmpty());
    }

    @Test
    void whatWasAcknowledgedUnderLoadIsThereAfterwards() throws Exception {
        var primary = server(Role.PRIMARY, "a", "b");
        var backup = server(Role.BACKUP, "b", "a");
        awaitState(primary, StarState.ACTIVE);
        awaitState(backup, StarState.PASSIVE);
        var client = client();
        var puts = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 600; i++) {
            puts.add(client.put("key" + i, "value" + i));
            if (i == 300) {
                puts.get(0).get(20, TimeUnit.SECONDS);
                primary.close();
            }
        }
        for (var put : puts) {
            put.get(20, TimeUnit.SECONDS);
        }

        for (int i = 0; i < 600; i++) {
            assertThat(client.get("key" + i)).map(Frame::text).isEqualTo(Optional.of("value" + i));
        }
        assertThat(backup.statistics().entries()).isEqualTo(600);
    }

    @Test
    void aPassiveServerGivesNoSnapshotWhileTheOtherOneLives() {
        var primary = server(Role.PRIMARY, "a", "b");
        var backup = server(Role.BACKUP, "b", "a");
        awaitState(primary, StarState.ACTIVE);
        awaitState(backup, StarState.PASSIVE);

        var client = CloneClient.start(
                clients,
                List.of(endpoints("b"), endpoints("a")),
                it -> it.heartbeat(BEAT).liveness(3));
        assertThat(client.awaitReady(Soon.LIMIT)).isTrue();

        assertThat(client.statistics().server()).isEqualTo(1);
        assertThat(backup.state()).isEqualTo(StarState.PASSIVE);
    }
}
