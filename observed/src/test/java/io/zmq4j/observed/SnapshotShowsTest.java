package io.zmq4j.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Context#snapshot} says of each fault. */
class SnapshotShowsTest {
    private final Exhibit exhibit = new Exhibit();

    @AfterEach
    void close() {
        exhibit.close();
    }

    static SocketSnapshot shown(Context context, String socket, Predicate<SocketSnapshot> isShown)
            throws InterruptedException {
        return Soon.shown(
                socket,
                () -> context.snapshot().sockets().stream()
                        .filter(each -> each.name().equals(socket))
                        .findFirst()
                        .orElseThrow(),
                isShown);
    }

    @Test
    void thatNobodyListens() throws InterruptedException {
        Fault.NOBODY_LISTENS.happenTo(exhibit);
        SocketSnapshot lost =
                shown(exhibit.client, "lost", it -> it.endpoints().get(0).lastError() != null);
        assertThat(lost.endpoints().get(0).lastError()).contains("refused");
        assertThat(lost.endpoints().get(0).state()).isIn(EndpointState.WAITING, EndpointState.CONNECTING);
    }

    @Test
    void thatThePeerIsOfTheWrongType() throws InterruptedException {
        Fault.WRONG_TYPE.happenTo(exhibit);
        SocketSnapshot stray =
                shown(exhibit.client, "stray", it -> it.endpoints().get(0).lastError() != null);
        assertThat(stray.endpoints().get(0).lastError()).contains("PUB");
    }

    @Test
    void thatThePeerWantsAnotherMechanism() throws InterruptedException {
        Fault.WRONG_MECHANISM.happenTo(exhibit);
        SocketSnapshot guarded =
                shown(exhibit.client, "guarded", it -> it.endpoints().get(0).lastError() != null);
        assertThat(guarded.endpoints().get(0).lastError()).contains("NULL");
        assertThat(guarded.options().get("SECURITY")).contains("PLAIN").doesNotContain("secret");
    }

    @Test
    void aSubscriberThatIsSlow() throws InterruptedException {
        Fault.SLOW_SUBSCRIBER.happenTo(exhibit);
        SocketSnapshot ticker =
                shown(exhibit.server, "ticker", it -> it.statistics().drops().containsKey(DropReason.QUEUE_FULL));
        assertThat(ticker.statistics().peers())
                .as("a peer whose queue is full")
                .anyMatch(peer -> peer.traffic().queuedOut() >= Exhibit.HIGH_WATER_MARK / 2
                        && peer.sendHighWaterMark() == Exhibit.HIGH_WATER_MARK);
        assertThat(exhibit.server.snapshot().events())
                .anyMatch(event -> event.event().type() == SocketEvent.Type.DROPPED
                        && event.socket().contains("ticker"));
    }

    @Test
    void aSenderThatWaits() throws InterruptedException {
        Fault.STALLED_LINK.happenTo(exhibit);
        SocketSnapshot source = shown(exhibit.client, "source", it -> it.waitingSenders() == 1);
        assertThat(source.statistics().traffic().queuedOut()).isGreaterThanOrEqualTo(Exhibit.HIGH_WATER_MARK / 2);
        exhibit.pipeline.resume();
        shown(
                exhibit.client,
                "source",
                it -> it.waitingSenders() == 0 && it.statistics().traffic().queuedOut() < Exhibit.HIGH_WATER_MARK / 2);
    }

    @Test
    void aConnectionThatBreaksAndComesBack() throws InterruptedException {
        Fault.BROKEN_CONNECTION.happenTo(exhibit);
        SocketSnapshot source = shown(
                exhibit.client,
                "source",
                it -> it.statistics().connectionsMade() > 1
                        && it.endpoints().get(0).state() == EndpointState.CONNECTED);
        assertThat(source.statistics().connectionsEnded()).isPositive();
        ContextSnapshot client = exhibit.client.snapshot();
        assertThat(client.events()).extracting(event -> event.event().type()).contains(SocketEvent.Type.DISCONNECTED);
    }

    @Test
    void whatSocketsCameToThatAreClosed() throws InterruptedException {
        exhibit.server.sockets().stream()
                .filter(socket -> socket.name().equals("sink"))
                .forEach(io.zmq4j.Socket::close);
        Soon.shown(
                "ended",
                () -> exhibit.server.snapshot().ended(),
                ended -> ended.stream()
                        .anyMatch(each ->
                                each.name().equals("sink") && each.traffic().messagesIn() > 10));
    }
}
