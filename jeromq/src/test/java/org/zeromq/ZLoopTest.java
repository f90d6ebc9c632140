package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loop of handlers for sockets, channels and timers. */
class ZLoopTest {
    private final ZContext context = new ZContext();
    private final ZLoop loop = new ZLoop(context);
    private final List<String> called = new CopyOnWriteArrayList<>();
    private int endpoints;

    @AfterEach
    void close() {
        context.close();
    }

    private ZLoop.IZLoopHandler handler(String name, int result) {
        return (inLoop, item, arg) -> {
            called.add(name);
            return result;
        };
    }

    /** A socket with messages. */
    private ZMQ.Socket readable(String... messages) {
        ZMQ.Socket socket = context.createSocket(SocketType.PULL);
        ZMQ.Socket peer = context.createSocket(SocketType.PUSH);
        String endpoint = "inproc://" + endpoints++;
        socket.bind(endpoint);
        peer.connect(endpoint);
        for (String message : messages) {
            peer.send(message);
        }
        return socket;
    }

    private static ZMQ.PollItem in(ZMQ.Socket socket) {
        return new ZMQ.PollItem(socket, ZMQ.Poller.POLLIN);
    }

    @Test
    void withNothingToWaitForItEnds() {
        assertThat(loop.start()).isZero();
    }

    @Test
    void aTimerFiresAsOftenAsItIsTold() {
        assertThat(loop.addTimer(1, 3, handler("thrice", 0), "a")).isZero();

        assertThat(loop.start()).isZero();

        assertThat(called).containsExactly("thrice", "thrice", "thrice");
    }

    @Test
    void aTimerFiresUntilItsHandlerEndsTheLoop() {
        loop.addTimer(
                1,
                0,
                (inLoop, item, arg) -> {
                    called.add(arg + " " + item + " " + (inLoop == loop));
                    return called.size() < 5 ? 0 : -1;
                },
                "arg");

        assertThat(loop.start()).isEqualTo(-1);

        assertThat(called).hasSize(5).containsOnly("arg null true");
    }

    @Test
    void onlyMinusOneEndsTheLoop() {
        loop.addTimer(1, 1, handler("1", 1), null);
        loop.addTimer(2, 1, handler("-2", -2), null);

        assertThat(loop.start()).isZero();

        assertThat(called).containsExactlyInAnyOrder("1", "-2");
    }

    @Test
    void timersWithoutADelayFireAtOnce() {
        loop.addTimer(0, 2, handler("zero", 0), null);
        loop.addTimer(-5, 1, handler("negative", 0), null);

        assertThat(loop.start()).isZero();

        assertThat(called).containsExactly("zero", "negative", "zero");
    }

    @Test
    void aRemovedTimerFiresNoMore() {
        loop.addTimer(1, 0, handler("removed before", 0), "before");
        assertThat(loop.removeTimer("before")).isZero();
        assertThat(loop.removeTimer("unknown")).isZero();
        loop.addTimer(
                1,
                0,
                (inLoop, item, arg) -> {
                    called.add("removes itself");
                    inLoop.removeTimer(arg);
                    return inLoop.removeTimer("next");
                },
                "self");
        loop.addTimer(1, 0, handler("next", 0), "next");
        loop.addTimer(20, 1, handler("end", -1), "end");

        assertThat(loop.start()).isEqualTo(-1);

        assertThat(called).doesNotContain("removed before").endsWith("removes itself", "end");
        assertThat(called).filteredOn("removes itself"::equals).hasSize(1);
    }

    @Test
    void aTimerIsRemovedByTheVeryObject() {
        String name = new String("name");
        loop.addTimer(1, 1, handler("kept", 0), name);

        loop.removeTimer(new String(name));
        assertThat(loop.start()).isZero();

        assertThat(called).containsExactly("kept");
        assertThatIllegalArgumentException().isThrownBy(() -> loop.removeTimer(null));
    }

    @Test
    void aTimerThatAHandlerAddsFires() {
        loop.addTimer(1, 1, (inLoop, item, arg) -> inLoop.addTimer(1, 1, handler("added", -1), null), null);

        assertThat(loop.start()).isEqualTo(-1);

        assertThat(called).containsExactly("added");
    }

    @Test
    void aHandlerIsCalledForEachMessage() {
        ZMQ.Socket socket = readable("1", "2", "3");
        ZMQ.PollItem item = in(socket);
        assertThat(loop.addPoller(
                        item,
                        (inLoop, ready, arg) -> {
                            called.add(arg + socket.recvStr() + (ready == item) + ready.isReadable());
                            return called.size() < 3 ? 0 : -1;
                        },
                        "got "))
                .isZero();

        assertThat(loop.start()).isEqualTo(-1);

        assertThat(called).containsExactly("got 1truetrue", "got 2truetrue", "got 3truetrue");
    }

    @Test
    void whatAHandlerRemovesIsNotCalled() {
        ZMQ.PollItem one = in(readable("1"));
        ZMQ.PollItem two = in(readable("2"));
        ZLoop.IZLoopHandler removesBoth = (inLoop, item, arg) -> {
            called.add("one of them");
            inLoop.removePoller(one);
            inLoop.removePoller(two);
            return 0;
        };
        loop.addPoller(one, removesBoth, null);
        loop.addPoller(two, removesBoth, null);

        assertThat(loop.start()).isZero();

        assertThat(called).containsExactly("one of them");
    }

    @Test
    void aPollerIsRemovedByAnotherItemOfItsSocket() {
        ZMQ.Socket socket = readable("1");
        loop.addPoller(in(socket), handler("removed", 0), null);

        loop.removePoller(in(socket));

        assertThat(loop.start()).isZero();
        assertThat(called).isEmpty();
    }

    @Test
    void aPollerThatAHandlerAddsIsCalled() {
        ZMQ.Socket first = readable("1");
        ZMQ.Socket second = readable("2");
        loop.addPoller(
                in(first),
                (inLoop, item, arg) -> {
                    first.recv();
                    return inLoop.addPoller(in(second), handler("added", -1), null);
                },
                null);

        assertThat(loop.start()).isEqualTo(-1);

        assertThat(called).containsExactly("added");
    }

    @Test
    void channelsAreWaitedForAsSocketsAre() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        pipe.sink().write(ByteBuffer.allocate(1));
        loop.addPoller(new ZMQ.PollItem(pipe.source(), ZMQ.Poller.POLLIN), handler("channel", -1), null);

        assertThat(loop.start()).isEqualTo(-1);

        assertThat(called).containsExactly("channel");
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void aBusySocketDoesNotHoldUpTimers() {
        loop.addPoller(in(readable("1")), (inLoop, item, arg) -> 0, null);
        loop.addTimer(10, 1, handler("timer", -1), null);

        assertThat(loop.start()).isEqualTo(-1);

        assertThat(called).containsExactly("timer");
    }

    @Test
    void aSocketThatAHandlerClosesIsRemoved() {
        ZMQ.Socket socket = readable();
        loop.addPoller(in(socket), handler("never", 0), null);
        loop.addTimer(
                1,
                1,
                (inLoop, item, arg) -> {
                    socket.close();
                    return 0;
                },
                null);
        loop.addTimer(20, 1, handler("goes on", 0), null);

        assertThat(loop.start()).isZero();

        assertThat(called).containsExactly("goes on");
    }

    @Test
    void whatAHandlerThrowsEndsTheLoopWhichCanBeStartedAgain() {
        loop.addTimer(
                1,
                1,
                (inLoop, item, arg) -> {
                    throw new IllegalStateException("thrown");
                },
                null);
        loop.addTimer(2, 1, handler("left", 0), null);

        assertThatThrownBy(loop::start).hasMessage("thrown");
        assertThat(loop.start()).isZero();

        assertThat(called).containsExactly("left");
    }

    @Test
    void anInterruptEndsItAndIsKept() throws Exception {
        loop.addTimer(60_000, 0, handler("never", 0), null);
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> run = new FutureTask<>(() -> {
            begun.countDown();
            return loop.start() == 0 && Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(run);
        thread.start();
        begun.await();
        thread.interrupt();

        assertThat(run.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theContextsEndEndsIt() throws Exception {
        ZLoop plain = new ZLoop(context.getContext());
        for (ZLoop one : List.of(loop, plain)) {
            one.addPoller(in(readable()), handler("never", 0), null);
        }
        FutureTask<Integer> run = new FutureTask<>(loop::start);
        FutureTask<Integer> runPlain = new FutureTask<>(plain::start);
        new Thread(run).start();
        new Thread(runPlain).start();

        context.close();

        assertThat(run.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(runPlain.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void theContextsEndEndsOneThatHasTimersAlone() throws Exception {
        loop.addTimer(1, 1, handler("soon", 0), "soon");
        loop.addTimer(Integer.MAX_VALUE, 1, handler("late", 0), "late");
        var run = new FutureTask<>(loop::start);
        new Thread(run).start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (called.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        context.close();

        assertThat(run.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(called).containsExactly("soon");
    }

    @Test
    void aPollerOfAnotherContextThatEndsIsRemoved() throws Exception {
        ZMQ.Context other = ZMQ.context(1);
        ZMQ.Socket socket = other.socket(SocketType.PULL);
        loop.addPoller(in(socket), handler("ended", 0), null);
        var run = new FutureTask<>(loop::start);
        var loops = new Thread(run);
        var ends = new Thread(other::term);

        loops.start();
        ends.start();

        // With nothing left to wait for it ends, though the socket is still open.
        assertThat(run.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(called).isEmpty();
        socket.close();
        ends.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(other.isTerminated()).isTrue();
    }

    @Test
    @SuppressWarnings("deprecation")
    void destroyAndVerboseDoNoHarm() {
        loop.verbose(true);
        loop.addTimer(1, 1, handler("timer", 0), "a timer");
        loop.destroy();

        assertThat(loop.start()).isZero();

        assertThat(called).containsExactly("timer");
    }

    @Test
    void whatIsMissingIsToldByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZLoop((ZMQ.Context) null));
        assertThatNullPointerException().isThrownBy(() -> loop.addTimer(1, 1, null, null));
        assertThatNullPointerException().isThrownBy(() -> loop.addPoller(null, handler("a", 0), null));
        assertThatNullPointerException().isThrownBy(() -> loop.addPoller(in(readable()), null, null));
        assertThatNullPointerException().isThrownBy(() -> loop.removePoller(null));
    }
}
