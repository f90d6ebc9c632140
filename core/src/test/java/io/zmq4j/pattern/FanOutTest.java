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
    void aListThatIsClearedKeepsNoPipeAlive() throws InterruptedException {
        var gone = new WeakReference<>(FakePipe.roomy());
        out.add(gone.get());
        out.restart();
        out.clear();
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (gone.get() != null && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(1);
        }
        assertThat(gone.get()).isNull();
    }
}
