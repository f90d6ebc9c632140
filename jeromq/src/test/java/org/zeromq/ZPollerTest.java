package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import zmq.poll.PollItem;
import zmq.util.function.BiFunction;

/** Waiting for many sockets and channels, and the handlers that are called. */
class ZPollerTest {
    private static final int IN_TIME = 20_000;

    private final ZContext context = new ZContext();
    private final ZPoller poller = new ZPoller(context);
    private final List<String> called = new ArrayList<>();
    private int endpoints;

    @AfterEach
    void close() {
        poller.close();
        context.close();
    }

    /** A handler that notes its name, the kind and the events. */
    private ZPoller.EventsHandler handler(String name, boolean goesOn) {
        return new ZPoller.ComposeEventsHandler(
                (socket, events) -> {
                    called.add(name + " S" + events);
                    return goesOn;
                },
                (channel, events) -> {
                    called.add(name + " C" + events);
                    return goesOn;
                });
    }

    /** Two sockets that are connected; the first has a message. */
    private ZMQ.Socket readable() {
        ZMQ.Socket socket = context.createSocket(SocketType.PAIR);
        ZMQ.Socket peer = context.createSocket(SocketType.PAIR);
        String endpoint = "inproc://" + endpoints++;
        socket.bind(endpoint);
        peer.connect(endpoint);
        peer.send("message");
        return socket;
    }

    private ZMQ.Socket silent() {
        ZMQ.Socket socket = context.createSocket(SocketType.PULL);
        socket.bind("inproc://" + endpoints++);
        return socket;
    }

    private int poll() {
        called.clear();
        return poller.poll(IN_TIME);
    }

    private static Pipe pipe() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        pipe.sink().configureBlocking(false);
        return pipe;
    }

    @Test
    void tellsWhatTheLastPollHasFound() {
        ZMQ.Socket socket = readable();
        ZMQ.Socket other = silent();
        poller.register(socket, ZPoller.IN | ZPoller.OUT);
        poller.register(other, ZPoller.IN);

        assertThat(poller.isReadable(socket)).isFalse();
        assertThat(poll()).isEqualTo(1);

        assertThat(poller.isReadable(socket)).isTrue();
        assertThat(poller.pollin(socket)).isTrue();
        assertThat(poller.readable(socket)).isTrue();
        assertThat(poller.readable((Object) socket)).isTrue();
        assertThat(poller.isWritable(socket)).isTrue();
        assertThat(poller.pollout(socket)).isTrue();
        assertThat(poller.writable(socket)).isTrue();
        assertThat(poller.writable((Object) socket)).isTrue();
        assertThat(poller.isError(socket)).isFalse();
        assertThat(poller.pollerr(socket)).isFalse();
        assertThat(poller.error(socket)).isFalse();
        assertThat(poller.isReadable(other)).isFalse();
        socket.recv();
        assertThat(poller.isReadable(socket)).as("until the next poll").isTrue();
        assertThat(poll()).isEqualTo(1);
        assertThat(poller.isReadable(socket)).isFalse();
    }

    @Test
    void whatIsNotRegisteredIsNotReady() {
        assertThat(poller.isReadable(silent())).isFalse();
        assertThat(poller.isReadable((ZMQ.Socket) null)).isFalse();
        assertThat(poller.isWritable((SelectableChannel) null)).isFalse();
        assertThat(poller.error("neither")).isFalse();
    }

    @Test
    void channelsAreHandledAsSocketsAre() throws Exception {
        Pipe pipe = pipe();
        poller.register(pipe.source(), handler("source", true), ZPoller.IN);
        poller.register(
                pipe.sink(),
                (BiFunction<SelectableChannel, Integer, Boolean>) (channel, events) -> called.add("sink C" + events),
                ZPoller.OUT);

        assertThat(poll()).isEqualTo(1);
        assertThat(called).containsExactly("sink C2");
        assertThat(poller.isWritable(pipe.sink())).isTrue();
        assertThat(poller.pollout(pipe.sink())).isTrue();
        assertThat(poller.writable(pipe.sink())).isTrue();
        assertThat(poller.isReadable(pipe.source())).isFalse();
        poller.unregister(pipe.sink());
        pipe.sink().write(ByteBuffer.allocate(1));

        assertThat(poll()).isEqualTo(1);
        assertThat(called).containsExactly("source C1");
        assertThat(poller.isReadable(pipe.source())).isTrue();
        assertThat(poller.pollin(pipe.source())).isTrue();
        assertThat(poller.readable(pipe.source())).isTrue();
        assertThat(poller.isError(pipe.source())).isFalse();
        assertThat(poller.pollerr(pipe.source())).isFalse();
        assertThat(poller.error(pipe.source())).isFalse();
        poller.unregister(pipe.source());
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void handlersAreCalledInTheOrderOfRegistrationUntilOneReturnsFalse() {
        ZMQ.Socket first = readable();
        ZMQ.Socket second = readable();
        ZMQ.Socket third = readable();
        poller.register(third, handler("third", true), ZPoller.IN);
        poller.register(first, handler("first", false), ZPoller.IN);
        poller.register(second, handler("second", true), ZPoller.IN);

        assertThat(poll()).isEqualTo(-1);
        assertThat(called).containsExactly("third S1", "first S1");
        assertThat(poller.dispatch()).isFalse();
        poller.unregister(first);
        assertThat(poll()).isEqualTo(2);
        assertThat(poller.dispatch()).isTrue();
    }

    @Test
    void allHandlersOfASocketAreCalledForWhatTheyWaitFor() {
        ZMQ.Socket socket = readable();
        poller.register(socket, handler("in", true), ZPoller.IN);
        poller.register(socket, handler("out", false), ZPoller.OUT);
        poller.register(socket, handler("both", true), ZPoller.IN | ZPoller.OUT);
        poller.register(socket, handler("error", true), ZPoller.ERR);

        assertThat(poll()).isEqualTo(-1);

        assertThat(called).containsExactly("in S3", "out S3", "both S3");
        assertThat(poller.registered()).isEqualTo(1);
    }

    @Test
    void aHandlerThatIsRegisteredTwiceForTheSameIsCalledOnce() {
        ZMQ.Socket socket = readable();
        ZPoller.EventsHandler handler = handler("a", true);
        poller.register(socket, handler, ZPoller.IN);
        poller.register(socket, handler, ZPoller.IN);

        assertThat(poll()).isEqualTo(1);

        assertThat(called).containsExactly("a S1");
    }

    @Test
    void theGlobalHandlerIsForWhatHasNone() {
        ZMQ.Socket own = readable();
        ZMQ.Socket none = readable();
        poller.register(own, handler("own", true), ZPoller.IN);
        poller.register(none, ZPoller.IN);
        assertThat(poll()).isEqualTo(2);
        assertThat(called).containsExactly("own S1");

        ZPoller.EventsHandler global = handler("global", true);
        poller.setGlobalHandler(global);
        assertThat(poller.getGlobalHandler()).isSameAs(global);
        assertThat(poll()).isEqualTo(2);
        assertThat(called).containsExactly("own S1", "global S1");

        poller.setGlobalHandler(handler("last", false));
        assertThat(poll()).isEqualTo(-1);
        assertThat(called).containsExactly("own S1", "last S1");
        poller.setGlobalHandler(null);
        assertThat(poll()).isEqualTo(2);
        assertThat(called).containsExactly("own S1");
    }

    @Test
    void whatAHandlerUnregistersIsNotCalledAndWhatItRegistersIsPolledNext() {
        ZMQ.Socket first = readable();
        ZMQ.Socket second = readable();
        ZMQ.Socket third = readable();
        poller.register(
                first,
                (BiFunction<ZMQ.Socket, Integer, Boolean>) (socket, events) -> {
                    called.add("first");
                    poller.unregister(first);
                    poller.unregister(second);
                    return poller.register(third, handler("third", true), ZPoller.IN);
                },
                ZPoller.IN);
        poller.register(second, handler("second", true), ZPoller.IN);

        assertThat(poll()).isEqualTo(2);
        assertThat(called).containsExactly("first");
        assertThat(poll()).isEqualTo(1);
        assertThat(called).containsExactly("third S1");
    }

    @Test
    void whatAHandlerThrowsEndsThePoll() {
        poller.register(
                readable(),
                (BiFunction<ZMQ.Socket, Integer, Boolean>) (socket, events) -> {
                    throw new IllegalStateException("thrown");
                },
                ZPoller.IN);

        assertThatThrownBy(this::poll).hasMessage("thrown");
    }

    @Test
    void registeringTellsWhetherItIs() {
        ZMQ.Socket socket = silent();

        assertThat(poller.register((ZMQ.Socket) null, ZPoller.IN)).isFalse();
        assertThat(poller.register((SelectableChannel) null, ZPoller.IN)).isFalse();
        assertThat(poller.register(socket, handler("a", true))).isTrue();
        assertThat(poller.register(new ZPoller.ZPollItem(socket, null, ZPoller.IN)))
                .isTrue();
        assertThat(poller.registered()).isEqualTo(1);
        assertThat(poller.unregister(socket)).isTrue();
        assertThat(poller.unregister(socket)).isFalse();
        assertThat(poller.unregister(null)).isFalse();
        assertThat(poller.registered()).isZero();
        assertThatNullPointerException().isThrownBy(() -> poller.register((ZPoller.ItemHolder) null));
    }

    @Test
    void aHolderOfAChannelIsFoundByTheChannel() throws Exception {
        Pipe pipe = pipe();
        ZPoller.ItemHolder holder = new ZPoller.ZPollItem(pipe.source(), handler("held", true), ZPoller.IN);
        poller.register(holder);
        pipe.sink().write(ByteBuffer.allocate(1));

        assertThat(poll()).isEqualTo(1);
        assertThat(called).containsExactly("held C1");
        assertThat(poller.items(pipe.source())).containsExactly(holder);
        assertThat(poller.unregister(holder)).isFalse();
        assertThat(poller.unregister(pipe.source())).isTrue();
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void itemsAreEqualIfTheSocketAndTheHandlerAre() {
        ZMQ.Socket socket = silent();
        ZPoller.EventsHandler handler = handler("a", true);
        ZPoller.ZPollItem item = new ZPoller.ZPollItem(socket, handler, ZPoller.IN);

        assertThat(item)
                .isEqualTo(new ZPoller.ZPollItem(socket, handler, ZPoller.OUT))
                .hasSameHashCodeAs(new ZPoller.ZPollItem(socket, handler, ZPoller.OUT))
                .isNotEqualTo(new ZPoller.ZPollItem(socket, null, ZPoller.IN))
                .isNotEqualTo(new ZPoller.ZPollItem(silent(), handler, ZPoller.IN))
                .isNotEqualTo("an item");
        assertThat(item.socket()).isSameAs(socket);
        assertThat(item.handler()).isSameAs(handler);
        assertThat(item.item().getSocket()).isSameAs(socket.base());
    }

    @Test
    void theLastPollCountsForADispatchByHand() {
        ZMQ.Socket socket = readable();
        Open open = new Open(context);
        open.register(socket, handler("a", true), ZPoller.IN);

        assertThat(open.poll(IN_TIME, false)).isEqualTo(1);
        assertThat(called).isEmpty();
        assertThat(open.dispatch(open.items())).isTrue();
        assertThat(called).containsExactly("a S1");
        open.close();
    }

    @Test
    void aSubclassMakesAddsAndPollsItems() {
        ZMQ.Socket socket = readable();
        Open open = new Open(context);
        open.register(socket, handler("a", true), ZPoller.IN);
        open.register(new ZPoller.ZPollItem(socket, null, ZPoller.OUT));

        assertThat(open.poll(IN_TIME)).isEqualTo(1);

        assertThat(open.seen).containsExactly("create 1", "add true", "add false", "poll 1");
        assertThat(open.filter(socket, ZPoller.IN)).isNotNull();
        assertThat(open.filter(socket, ZPoller.ERR)).isNull();
        assertThat(open.filter("unknown", ZPoller.IN)).isNull();
        open.close();
    }

    @Test
    void aSubclassMayRefuseWhatIsAdded() {
        ZPoller refusing = new ZPoller(context) {
            @Override
            protected boolean add(Object socketOrChannel, ItemHolder holder) {
                return false;
            }
        };

        assertThat(refusing.register(silent(), ZPoller.IN)).isFalse();
        assertThat(refusing.registered()).isZero();
        refusing.close();
    }

    @Test
    void anotherPollerHasTheCreatorAndNoItems() {
        List<String> made = new ArrayList<>();
        ZPoller.ItemCreator creator = new ZPoller.SimpleCreator() {
            @Override
            public ZPoller.ItemHolder create(ZMQ.Socket socket, ZPoller.EventsHandler handler, int events) {
                made.add("socket " + events);
                return super.create(socket, handler, events);
            }
        };
        try (ZPoller first = new ZPoller(creator, context);
                ZPoller second = new ZPoller(first);
                ZPoller third = new ZPoller(new ZPoller.SimpleCreator(), first)) {
            first.register(silent(), ZPoller.IN);
            assertThat(second.registered()).isZero();
            second.register(silent(), ZPoller.OUT);
            third.register(silent(), ZPoller.IN);
        }
        assertThat(made).containsExactly("socket 1", "socket 2");
    }

    @Test
    void aSelectorThatWasGivenStaysTheCallers() throws Exception {
        try (Selector selector = Selector.open()) {
            ZMQ.Socket socket = readable();
            ZPoller given = new ZPoller(selector);
            ZPoller shared = new ZPoller(given);
            given.register(socket, ZPoller.IN);
            shared.register(socket, ZPoller.IN);

            assertThat(given.poll(IN_TIME)).isEqualTo(1);
            given.close();
            assertThat(selector.isOpen()).isTrue();
            assertThat(shared.poll(IN_TIME)).isEqualTo(1);
        }
    }

    @Test
    void aClosedPollerKeepsItsItems() {
        poller.register(readable(), ZPoller.IN);
        assertThat(poll()).isEqualTo(1);

        poller.close();
        poller.destroy();

        assertThat(poller.registered()).isEqualTo(1);
        assertThat(poll()).isEqualTo(1);
    }

    @Test
    void aShadowsEndTakesTheSelectorOfItsPollerWithIt() {
        List<Selector> used = new ArrayList<>();
        ZContext shadow = context.shadow();
        ZPoller watched = new ZPoller(shadow) {
            @Override
            protected int poll(Selector selector, long timeout, Collection<PollItem> items) {
                used.add(selector);
                return super.poll(selector, timeout, items);
            }
        };
        ZMQ.Socket socket = readable();
        watched.register(socket, ZPoller.IN);
        assertThat(watched.poll(IN_TIME)).isEqualTo(1);

        shadow.close();
        assertThat(used.get(0).isOpen()).isFalse();
        assertThat(watched.poll(IN_TIME)).isEqualTo(1);
        watched.close();
        assertThat(used.get(1).isOpen()).isFalse();
    }

    @Test
    void theTimeoutEndsAPollWithoutItemsOrWithoutEvents() {
        assertThat(poller.poll(5)).isZero();
        poller.register(silent(), ZPoller.IN);
        assertThat(poller.poll(5)).isZero();
        assertThat(poller.poll(0)).isZero();
    }

    @Test
    void anInterruptEndsAPollAndIsKept() throws Exception {
        poller.register(silent(), ZPoller.IN);
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> poll = new FutureTask<>(() -> {
            begun.countDown();
            return poller.poll(-1) == -1 && Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(poll);
        thread.start();
        begun.await();
        thread.interrupt();

        assertThat(poll.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theContextsEndEndsAPollAndEachLaterOne() throws Exception {
        poller.register(silent(), ZPoller.IN);
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Integer> poll = new FutureTask<>(() -> {
            begun.countDown();
            return poller.poll(-1);
        });
        new Thread(poll).start();
        begun.await();

        context.close();

        assertThat(poll.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        assertThat(poller.poll(IN_TIME)).isEqualTo(-1);
    }

    @Test
    void aPollerNeedsACreatorAndASelector() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZPoller((ZPoller.ItemCreator) null, context));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZPoller((Selector) null));
        assertThatNullPointerException().isThrownBy(() -> new ZPoller((ZContext) null));
    }

    /** Lets the test call what is for subclasses, and notes what the poller calls. */
    private static final class Open extends ZPoller {
        final List<String> seen = new ArrayList<>();

        Open(ZContext context) {
            super(context);
        }

        @Override
        protected ItemHolder create(ZMQ.Socket socket, EventsHandler handler, int events) {
            seen.add("create " + events);
            return super.create(socket, handler, events);
        }

        @Override
        protected boolean add(Object socketOrChannel, ItemHolder holder) {
            seen.add("add " + (socketOrChannel != null));
            return super.add(socketOrChannel, holder);
        }

        @Override
        protected int poll(Selector selector, long timeout, Collection<PollItem> items) {
            seen.add("poll " + items.size());
            return super.poll(selector, timeout, items);
        }
    }
}
