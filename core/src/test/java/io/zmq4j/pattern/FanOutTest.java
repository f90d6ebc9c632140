package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private final FanOut out = new FanOut(new DropCounters());

    @Test
    void aListThatIsRestartedSendsToNobodyWhoWasInIt() {
        var a = FakePipe.roomy();
        var b = FakePipe.roomy();
        out.add(a);
        out.add(b);
        out.restart();
        out.send(Message.of("nobody"));
        out.add(b);
        out.send(Message.of("b"));
        out.add(a);
        out.send(Message.of("both"));
        assertThat(a.received()).containsExactly(Message.of("both"));
        assertThat(b.received()).containsExactly(Message.of("b"), Message.of("both"));
    }

    @Test
    void aListThatIsClearedKeepsNoPipeAlive() {
        var gone = new WeakReference<>(FakePipe.roomy());
        out.add(gone.get());
        out.restart();
        out.clear();
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (gone.get() != null && System.nanoTime() < deadline) {
            System.gc();
        }
        assertThat(gone.get()).isNull();
    }

    @Test
    void whoHasRoomForManyIsLookedAtOnceForAsMany() {
        var a = new FakePipe(100);
        var b = new FakePipe(300);
        out.add(a);
        out.add(b);
        int sent = 0;
        while (sent < 1000 && out.hasRoom()) {
            out.send(Message.of("x"));
            sent++;
        }
        assertThat(sent).isEqualTo(100);
        assertThat(a.writes()).isEqualTo(100 + 2);
        assertThat(b.received()).hasSize(100);
    }

    @Test
    void whoIsNewInTheListIsLookedAt() {
        out.add(FakePipe.roomy());
        assertThat(out.hasRoom()).isTrue();
        out.add(FakePipe.full());
        assertThat(out.hasRoom()).isFalse();
    }

    @Test
    void whoTakesAnothersPlaceInTheListIsLookedAt() {
        out.add(FakePipe.roomy());
        out.add(FakePipe.roomy());
        assertThat(out.hasRoom()).isTrue();
        out.restart();
        out.add(FakePipe.full());
        assertThat(out.hasRoom()).isFalse();
    }

    @Test
    void whatOneOfTheListHasRoomForSaysNothingOfTheRest() {
        var a = FakePipe.roomy();
        var b = new FakePipe(1);
        out.add(a);
        out.add(b);
        out.send(Message.of("full"));
        out.restart();
        out.add(a);
        assertThat(out.hasRoom()).isTrue();
        out.add(b);
        assertThat(out.hasRoom()).isFalse();
    }

    @Test
    void whatIsRemovedLeavesItsPlaceToOneWhoIsLookedAt() {
        var a = FakePipe.roomy();
        out.add(a);
        assertThat(out.hasRoom()).isTrue();
        out.add(FakePipe.full());
        out.remove(a);
        assertThat(out.hasRoom()).isFalse();
    }

    @Test
    void roomIsLookedForAgainIfItMayHaveShrunk() {
        var a = new FakePipe(2);
        out.add(a);
        assertThat(out.hasRoom()).isTrue();
        a.write(Message.of("not by the list"));
        a.write(Message.of("nor this"));
        out.lookAgain();
        assertThat(out.hasRoom()).isFalse();
    }
}
