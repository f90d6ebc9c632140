package io.zmq4j.patterns.binarystar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.error.EndpointException;
import io.zmq4j.patterns.agent.Soon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryStarTest {
    private final Context context = Context.create();

    @TempDir
    private Path directory;

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    private BinaryStar star(Role role, String local, String remote) {
        return BinaryStar.start(
                context,
                role,
                "ipc://" + directory.resolve(local),
                "ipc://" + directory.resolve(remote),
                it -> it.heartbeat(Duration.ofMillis(50)).liveness(50));
    }

    private static void awaitState(BinaryStar star, StarState state) {
        Soon.until(star.endpoint() + " is " + state, () -> star.state() == state);
    }

    @Test
    void thePrimaryServesAndTheBackupTakesOverWhenItIsGoneAndAClientAsks() {
        var primary = star(Role.PRIMARY, "a", "b");
        var backup = star(Role.BACKUP, "b", "a");
        awaitState(primary, StarState.ACTIVE);
        awaitState(backup, StarState.PASSIVE);
        assertThat(primary.mayServe()).isTrue();
        assertThat(backup.mayServe()).isFalse();

        primary.close();
        Soon.until("the primary's silence", backup::peerIsSilent);
        assertThat(backup.state()).isEqualTo(StarState.PASSIVE);
        assertThat(backup.mayServe()).isTrue();
        assertThat(primary.mayServe()).isFalse();

        var restarted = star(Role.PRIMARY, "a", "b");
        awaitState(restarted, StarState.PASSIVE);
        assertThat(backup.state()).isEqualTo(StarState.ACTIVE);
        assertThat(backup.statistics().served()).isEqualTo(1);
        assertThat(backup.statistics().refused()).isEqualTo(1);
    }

    @Test
    void twoThatServeAreToldAndServeNobody() {
        var first = star(Role.PRIMARY, "a", "nobody");
        var second = star(Role.PRIMARY, "b", "nobody");
        Soon.until("silence", () -> first.peerIsSilent() && second.peerIsSilent());
        assertThat(first.mayServe()).isTrue();
        assertThat(second.mayServe()).isTrue();
        second.close();

        var told = new CopyOnWriteArrayList<StarState>();
        var third = star(Role.PRIMARY, "nobody", "a");
        third.onChange(told::add);
        // Heard as active: it becomes the passive one, and the first one stays as it is.
        awaitState(third, StarState.PASSIVE);
        assertThat(first.state()).isEqualTo(StarState.ACTIVE);
        Soon.until("the listener is told", () -> told.equals(List.of(StarState.PASSIVE)));

        try (var pub = context.pub()) {
            third.close();
            pub.bind("ipc://" + directory.resolve("nobody"));
            Soon.until("a conflict", () -> {
                pub.send("3");
                return first.state() == StarState.CONFLICT;
            });
        }
        assertThat(first.mayServe()).isFalse();
    }

    @Test
    void strangersAreCountedAndChangeNothing() {
        var primary = star(Role.PRIMARY, "a", "b");
        try (var pub = context.pub()) {
            pub.bind("ipc://" + directory.resolve("b"));
            Soon.until("a stranger's word", () -> {
                pub.send("9");
                return primary.statistics().malformed() > 0;
            });
        }
        assertThat(primary.state()).isEqualTo(StarState.PRIMARY);
    }

    @Test
    void anEndpointInUseIsAnErrorAndLeavesNothingOpen() {
        star(Role.PRIMARY, "a", "b");
        int open = context.sockets().size();

        assertThatThrownBy(() -> star(Role.BACKUP, "a", "b")).isInstanceOf(EndpointException.class);
        assertThat(context.sockets()).hasSize(open);
    }

    @Test
    void whoWaitsForAStateHearsOfItOrOfTheEnd() {
        var primary = star(Role.PRIMARY, "a", "b");
        assertThat(primary.awaitState(StarState.PRIMARY, Duration.ZERO)).isTrue();
        assertThat(primary.awaitState(StarState.ACTIVE, Duration.ofMillis(1))).isFalse();
        star(Role.BACKUP, "b", "a");
        assertThat(primary.awaitState(StarState.ACTIVE, Soon.LIMIT)).isTrue();
        primary.close();
        assertThat(primary.awaitState(StarState.PASSIVE, Duration.ofSeconds(-1)))
                .isFalse();
    }

    @Test
    void itEndsWithItsContext() {
        var primary = star(Role.PRIMARY, "a", "b");

        context.close(Duration.ZERO);

        primary.await();
        assertThat(primary.mayServe()).isFalse();
    }
}
