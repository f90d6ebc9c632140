package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the faces of poller, proxy and device refuse, at once and in plain words. */
class GoBetweenTest {
    private final Context context = Context.create();
    private final PullSocket pull = context.pull();
    private final PushSocket push = context.push();
    private final PairSocket pair = context.pair();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingIsNotTaken() {
        var poller = context.poller();
        var proxy = Proxy.between(pull, push);
        List<ThrowingCallable> calls = List.of(
                () -> poller.onReadable(null),
                () -> poller.onWritable(null),
                () -> poller.onChannel(null, SelectionKey.OP_READ),
                () -> poller.poll(null),
                () -> Proxy.between(null, push),
                () -> Proxy.between(pull, null),
                () -> proxy.capture(null),
                () -> proxy.control(null));
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NullPointerException.class));
    }

    @Test
    void aProxyNeedsAWayThrough() {
        assertThatThrownBy(() -> Proxy.between(push, pull))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PUSH")
                .hasMessageContaining("exchange them");
        assertThatThrownBy(() -> Proxy.between(context.rep(), context.req()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ROUTER and DEALER");
    }

    @Test
    void aSocketHasOnePartInAProxy() {
        var dealer = context.dealer();
        List<ThrowingCallable> calls = List.of(
                () -> Proxy.between(pull, push).capture(push),
                () -> Proxy.between(pull, push).control(pull),
                () -> Proxy.between(dealer, push).capture(dealer),
                () -> Proxy.between(pull, push).capture(pair).control(pair),
                () -> Proxy.between(pull, push).control(pair).capture(pair));
        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("another part"));
    }

    @Test
    void anInterruptEndsAStartedProxyQuietly() throws Exception {
        var deaths = new AtomicReference<Throwable>();
        Thread thread = Proxy.between(pull, push).start();
        thread.setUncaughtExceptionHandler((dying, death) -> deaths.set(death));
        thread.interrupt();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(deaths.get()).isNull();
    }

    @Test
    void aDeviceThatCannotBeMadeLeavesNothingBound() {
        assertThatThrownBy(() -> Device.queue(context, "inproc://one", "nonsense"))
                .isInstanceOf(EndpointException.class);
        assertThat(pull.bind("inproc://one").uri()).isEqualTo("inproc://one");
        assertThatThrownBy(() -> Device.streamer(context, "inproc://two", null)).isInstanceOf(RuntimeException.class);
        assertThat(pull.bind("inproc://two").uri()).isEqualTo("inproc://two");
    }
}
