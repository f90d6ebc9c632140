package io.zmq4j.session;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.connection.BufferPool;
import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.outbox.FlushPace;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.FarName;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Signal;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.ProvidedEndpoint;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A link session between a link that does what the test says and a socket that notes what it is told. The loop is a real
 * one, and the channel one that nobody else knows: only they can tell what a session watches for.
 */
class LinkSessionTest {
    private static final long DEADLINE_NANOS = SECONDS.toNanos(10);

    /** How often the caretaker looks. */
    private static final long CARETAKER_NANOS = MILLISECONDS.toNanos(20);

    /** One that sends and receives, and has no topics. */
    private static final SocketType DGRAM = SocketType.of("DGRAM", "DGRAM");

    private static final Message ONE = Message.of("one");
    private static final Message TWO = Message.of("two");

    private final Loop loop = new Loop(new Daemons("link-session-under-test"));
    private final List<ScriptedLink> links = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ScriptedLink link : links) {
            link.channel.close();
        }
        loop.close();
    }

    // ---- beginning

    @ParameterizedTest
    @ValueSource(strings = {"PUB", "XPUB"})
    void aPublisherIsSubscribedToEverything(SocketType type) {
        var endpoint = new Endpoint(type).start();

        assertThat(endpoint.pipe.tryRead()).isEqualTo(Message.wrap(new byte[] {1}));
        assertThat(endpoint.pipe.tryRead()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUB", "XSUB"})
    void aSubscriberHearsOfNoSubscription(SocketType type) {
        assertThat(new Endpoint(type).start().pipe.tryRead()).isNull();
    }

    @Test
    void nobodyIsSubscribedWhereThereAreNoTopics() {
        assertThat(new Endpoint(DGRAM).start().pipe.tryRead()).isNull();
    }

    @Test
    void itIsAPeerFromTheBeginning() {
        var endpoint = new Endpoint(SocketType.PUB).start();

        assertThat(endpoint.pipe.isConnected()).isTrue();
        assertThat(endpoint.signals).startsWith(Signal.ATTACH | Signal.CONNECTED);
        assertThat(endpoint.events)
                .containsExactly(new SocketEvent(SocketEvent.Type.LISTENING, "scripted://link", null, null, "", 0));
    }

    @Test
    void aLinkThatCannotBeOpenedIsTheCallersError() {
        var link = new ScriptedLink();
        link.refusal = new IOException("no such card");

        assertThatThrownBy(() -> new Endpoint(SocketType.PUB, link))
                .isInstanceOf(EndpointException.class)
                .hasMessage("Endpoint \"scripted://link\": no such card");
    }

    // ---- out

    @Test
    void aMessageIsOfferedUntilItIsTakenAndTakenOnce() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.write(ONE);
        endpoint.write(TWO);
        endpoint.session.flush();
        endpoint.session.flush();
        assertThat(endpoint.link.offered).containsExactly(ONE, ONE);

        endpoint.link.takes.set(2);
        endpoint.session.flush();
        endpoint.session.flush();

        assertThat(endpoint.link.offered).containsExactly(ONE, ONE, ONE, TWO);
        assertThat(endpoint.link.taken).containsExactly(ONE, TWO);
    }

    @Test
    void whatTheLinkTakesAndBringsIsCounted() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.link.takes.set(2);
        endpoint.write(ONE);
        endpoint.write(Message.of("three"));
        endpoint.session.flush();
        endpoint.link.takes.set(0);

        assertThat(endpoint.pipe.messagesOut()).isEqualTo(2);
        assertThat(endpoint.pipe.bytesOut()).isEqualTo(8);
        assertThat(endpoint.pipe.queuedOut()).isZero();
        var listener = new Endpoint(SocketType.SUB).start();
        listener.link.onReceive = host -> host.deliver(ONE);
        listener.session.pull();
        assertThat(listener.pipe.messagesIn()).isEqualTo(1);
        assertThat(listener.pipe.bytesIn()).isEqualTo(3);
        assertThat(listener.pipe.queuedIn()).isEqualTo(1);
        assertThat(listener.pipe.connections()).isEqualTo(1);
        assertThat(listener.pipe.name()).isEqualTo(new FarName("scripted://link", null, null));
    }

    @Test
    void whatALinkNeverTookWasNotSent() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.link.takes.set(1);
        endpoint.write(ONE);
        endpoint.session.flush();
        endpoint.write(TWO);
        endpoint.write(TWO);

        assertThat(endpoint.pipe.takeLost()).isEqualTo(2);
        assertThat(endpoint.pipe.messagesOut()).isEqualTo(1);
    }

    @Test
    void aWriterThatFoundTheQueueFullHearsOfRoom() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        while (endpoint.pipe.tryWrite(ONE)) {
            assertThat(endpoint.pipe.outbound().size()).isLessThanOrEqualTo(Endpoint.HIGH_WATER_MARK);
        }
        assertThat(endpoint.signals).doesNotContain(Signal.WRITABLE);

        endpoint.link.takes.set(Endpoint.HIGH_WATER_MARK);
        endpoint.session.flush();

        assertThat(endpoint.signals).endsWith(Signal.WRITABLE);
    }

    @Test
    void aBlockedLinkIsCalledWhenItsChannelTakesMore() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        select();
        int calls = endpoint.link.transmits.get();
        select();
        assertThat(endpoint.link.transmits).as("nothing to do").hasValue(calls);

        // A datagram channel always takes more.
        endpoint.link.blocked = true;
        endpoint.session.flush();
        select();
        assertThat(endpoint.link.transmits).hasValueGreaterThan(calls + 1);

        endpoint.link.blocked = false;
        select();
        calls = endpoint.link.transmits.get();
        select();
        assertThat(endpoint.link.transmits).as("blocked no more").hasValue(calls);
    }

    @Test
    void aLinkIsCalledAgainAtTheTimeItSays() {
        var endpoint = new Endpoint(SocketType.PUB);
        endpoint.link.nanosToNext = MILLISECONDS.toNanos(5);
        long began = System.nanoTime();

        endpoint.start();

        awaitUntil("the third call", () -> endpoint.link.transmits.get() >= 3);
        assertThat(endpoint.link.transmitted(3) - began).isGreaterThanOrEqualTo(MILLISECONDS.toNanos(10));
    }

    @Test
    void anEarlierTimeTakesThePlaceOfALaterOne() {
        var endpoint = new Endpoint(SocketType.PUB);
        endpoint.link.nanosToNext = HOURS.toNanos(1);
        endpoint.start();

        endpoint.link.nanosToNext = MILLISECONDS.toNanos(1);
        endpoint.session.flush();
        int calls = endpoint.link.transmits.get();

        awaitUntil("a call", () -> endpoint.link.transmits.get() > calls);
    }

    // ---- in

    @Test
    void whatTheLinkDeliversArrives() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        assertThat(endpoint.pipe.tryRead()).isNull();
        endpoint.signals.clear();
        endpoint.link.onReceive = host -> {
            host.deliver(ONE);
            host.deliver(TWO);
        };

        endpoint.link.somethingComes();

        awaitUntil("the socket is told", () -> endpoint.signals.contains(Signal.READABLE));
        assertThat(endpoint.pipe.tryRead()).isEqualTo(ONE);
        assertThat(endpoint.pipe.tryRead()).isEqualTo(TWO);
    }

    /** Or who looks whenever it is told would look for ever. */
    @Test
    void aLookThatBringsNothingTellsNothing() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        assertThat(endpoint.pipe.tryRead()).isNull();
        endpoint.signals.clear();

        endpoint.pipe.pull();
        assertThat(endpoint.signals).isEmpty();

        endpoint.link.onReceive = host -> host.deliver(ONE);
        endpoint.pipe.pull();
        assertThat(endpoint.signals).containsExactly(Signal.READABLE);
    }

    @Test
    void aLinkMayExchangeItsChannels() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        DatagramChannel old = endpoint.link.channel;
        endpoint.link.onReceive = host -> {
            endpoint.link.onReceive = ignored -> {};
            endpoint.link.exchangesItsChannel();
        };
        endpoint.pipe.pull();
        withToken(() -> {});
        assertThat(old.isRegistered()).as("what was closed is let go of").isFalse();

        endpoint.link.onReceive = host -> host.deliver(ONE);
        endpoint.link.somethingComes();

        awaitUntil("it is watched", () -> {
            select();
            return ONE.equals(endpoint.pipe.tryRead());
        });
        assertThat(endpoint.ended).isEmpty();
    }

    @Test
    void whoeverWaitsForAMessageReadsByHimself() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        endpoint.link.onReceive = host -> host.deliver(ONE);

        endpoint.pipe.pull();

        assertThat(endpoint.pipe.tryRead()).isEqualTo(ONE);
    }

    @Test
    void aFullQueueStopsReadingAndRoomBeginsItAgain() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        ScriptedLink link = endpoint.link;
        // Never read, so the channel stays ready: whoever watches for that is called each time.
        link.somethingComes();
        int idle = link.receives.get();
        awaitUntil("reading", () -> selectedMoreThan(link.receives, idle));

        link.onReceive = LinkSessionTest::fill;
        awaitUntil("full", () -> {
            select();
            return !endpoint.pipe.inbound().hasRoom();
        });
        select();
        int receives = link.receives.get();
        int transmits = link.transmits.get();
        select();
        select();
        assertThat(link.receives).as("while full").hasValue(receives);
        assertThat(link.transmits).as("nor woken for nothing").hasValue(transmits);
        endpoint.pipe.pull();
        assertThat(link.receives).as("nor by who waits").hasValue(receives);

        link.onReceive = host -> {};
        for (int i = 0; i < Endpoint.HIGH_WATER_MARK; i++) {
            assertThat(endpoint.pipe.tryRead()).isEqualTo(ONE);
        }
        endpoint.pipe.afterRead();
        assertThat(link.receives).hasValueGreaterThan(receives);
        int resumed = link.receives.get();
        assertThat(selectedMoreThan(link.receives, resumed)).as("watched again").isTrue();
    }

    @Test
    void theCaretakerLeavesWhoReadsBecauseOfRoomAlone() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        // Never read, so the channel stays ready: if the caretaker watched it, he would be called all the time.
        endpoint.link.somethingComes();
        long began = System.nanoTime();
        long polls = 0;

        while (System.nanoTime() - began < 5 * CARETAKER_NANOS) {
            long before = loop.polls();
            long asked = System.nanoTime();
            endpoint.session.onRoom();
            // A thread that is taken off its processor for so long is away.
            if (System.nanoTime() - asked < CARETAKER_NANOS / 2) {
                polls += loop.polls() - before;
            }
        }

        assertThat(polls).isLessThan(1_000);
    }

    private static void fill(LinkHost host) {
        for (int i = 0; i < Endpoint.HIGH_WATER_MARK && host.hasRoom(); i++) {
            host.deliver(ONE);
        }
    }

    private boolean selectedMoreThan(AtomicInteger calls, int before) {
        select();
        return calls.get() > before;
    }

    @Test
    void whatIsLostIsCountedAndTold() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        endpoint.link.onReceive = host -> host.lost(3, "10.0.0.7", "nobody had it");

        endpoint.pipe.pull();

        assertThat(endpoint.lostInTransport).hasValue(3);
        assertThat(endpoint.events)
                .endsWith(new SocketEvent(
                        SocketEvent.Type.DATA_LOST, "scripted://link", "10.0.0.7", null, "nobody had it", 3));
    }

    @Test
    void newsOfTheLinkAreTold() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        endpoint.link.onReceive = host -> host.event(SocketEvent.Type.SOURCE_JOINED, "10.0.0.7", "");

        endpoint.pipe.pull();

        assertThat(endpoint.events)
                .endsWith(new SocketEvent(SocketEvent.Type.SOURCE_JOINED, "scripted://link", "10.0.0.7", null, "", 0));
    }

    // ---- ending

    @Test
    void withoutLingerItEndsAtOnce() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.write(ONE);

        endpoint.session.close(0);

        endpoint.awaitEnd();
        endpoint.assertEnded("");
        assertThat(endpoint.link.finishes).hasValue(0);
    }

    @Test
    void withLingerItEndsWhenEverythingIsHandedOver() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.write(ONE);

        endpoint.session.close(-1);
        assertThat(endpoint.pipe.tryWrite(TWO)).as("what is sent now").isFalse();
        select();
        assertThat(endpoint.link.finishes).as("while a message waits").hasValue(0);

        endpoint.link.takes.set(1);
        endpoint.session.flush();
        assertThat(endpoint.link.taken).containsExactly(ONE);
        assertThat(endpoint.link.finishes).hasValue(1);
        endpoint.session.flush();
        select();
        assertThat(endpoint.link.finishes).as("goodbye is said once").hasValue(1);
        assertThat(endpoint.ended).isEmpty();

        endpoint.link.finished = true;
        endpoint.session.flush();
        endpoint.awaitEnd();
        endpoint.assertEnded("");
    }

    @Test
    void lingeringIsCutByItsTime() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.write(ONE);
        long began = System.nanoTime();

        endpoint.session.close(MILLISECONDS.toNanos(30));

        endpoint.awaitEnd();
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(MILLISECONDS.toNanos(30));
        endpoint.assertEnded("");
        assertThat(endpoint.link.finishes).hasValue(0);
    }

    @Test
    void aCloseWithoutLingerCutsTheLingeringBeforeIt() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.write(ONE);
        endpoint.session.close(-1);
        select();
        assertThat(endpoint.ended).isEmpty();

        endpoint.session.close(0);

        endpoint.awaitEnd();
        endpoint.assertEnded("");
    }

    static List<SocketType> thoseWhoSend() {
        return List.of(SocketType.PUB, SocketType.XPUB, DGRAM);
    }

    @ParameterizedTest
    @MethodSource("thoseWhoSend")
    void whatWillNeverBeHandedOverIsCounted(SocketType type) {
        var endpoint = new Endpoint(type).start();
        endpoint.write(ONE);
        endpoint.write(TWO);
        endpoint.session.flush();
        assertThat(endpoint.link.offered).as("in the link's hands").containsExactly(ONE);
        endpoint.session.close(0);
        endpoint.awaitEnd();

        assertThat(endpoint.session.takeLost()).isEqualTo(2);
        assertThat(endpoint.session.takeLost()).isZero();
    }

    @Test
    void whatTheLinkHadTakenAndNotSentIsCountedToo() {
        var endpoint = new Endpoint(SocketType.PUB).start();
        endpoint.write(ONE);
        endpoint.link.unsent = 2;
        endpoint.session.close(0);
        endpoint.awaitEnd();

        assertThat(endpoint.session.takeLost()).isEqualTo(3);
        assertThat(endpoint.session.takeLost()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUB", "XSUB"})
    void subscriptionsGoNowhereAndAreNoLoss(SocketType type) {
        var endpoint = new Endpoint(type).start();
        endpoint.write(Message.wrap(new byte[] {1}));
        endpoint.session.close(0);
        endpoint.awaitEnd();

        assertThat(endpoint.session.takeLost()).isZero();
        assertThat(endpoint.pipe.outbound().isEmpty()).isTrue();
    }

    // ---- failing

    @Test
    void aLinkThatFailsEndsItsEndpointAndSaysWhy() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        endpoint.link.onReceive = host -> {
            throw new IllegalStateException("the card is gone");
        };

        endpoint.pipe.pull();

        endpoint.awaitEnd();
        endpoint.assertEnded("java.lang.IllegalStateException: the card is gone");
    }

    @Test
    void aShortageOfMemoryPassesAndTheLinkGoesOn() {
        var endpoint = new Endpoint(SocketType.SUB).start();
        endpoint.link.onReceive = host -> {
            endpoint.link.onReceive = later -> later.deliver(ONE);
            throw new OutOfMemoryError("none left");
        };
        endpoint.pipe.pull();
        assertThat(endpoint.pipe.tryRead()).isNull();

        endpoint.session.flush();

        assertThat(endpoint.pipe.tryRead()).isEqualTo(ONE);
        assertThat(endpoint.ended).isEmpty();
    }

    @Test
    void aLinkThatFailsHurtsNobodyElse() {
        var doomed = new Endpoint(SocketType.PUB).start();
        var other = new Endpoint(SocketType.PUB).start();
        doomed.link.onTransmit = () -> {
            throw new AssertionError("broken");
        };
        doomed.session.flush();
        doomed.awaitEnd();
        int calls = doomed.link.transmits.get();

        doomed.session.flush();
        doomed.session.onRoom();
        doomed.session.close(-1);
        other.link.takes.set(1);
        other.write(ONE);
        other.session.flush();
        select();

        assertThat(doomed.link.transmits).as("calls after its end").hasValue(calls);
        doomed.assertEnded("java.lang.AssertionError: broken");
        assertThat(other.link.taken).containsExactly(ONE);
        assertThat(other.ended).isEmpty();
    }

    @Test
    void aChannelThatCannotBeWatchedEndsTheEndpoint() throws IOException {
        var endpoint = new Endpoint(SocketType.SUB);
        endpoint.link.channel.close();

        endpoint.start();

        endpoint.awaitEnd();
        endpoint.assertEnded("ClosedChannelException");
    }

    // ---- the loop

    /** Runs this while nobody else drives, and waits for it; whatever a driver was about to do before is done then. */
    private void withToken(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            task.run();
            done.complete(null);
        });
        done.orTimeout(DEADLINE_NANOS, NANOSECONDS).join();
    }

    /** Asks the selector once, without waiting, and lets those who watch for what is ready have their say. */
    private void select() {
        withToken(loop::releaseClosed);
        // What they gave the loop to do.
        withToken(() -> {});
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("in time: " + what).isNegative();
            Thread.onSpinWait();
        }
    }

    // ---- both ends

    /** An endpoint of a socket that notes what it is told. */
    private final class Endpoint implements SessionHost, PipeOwner {
        static final int HIGH_WATER_MARK = 4;

        final ScriptedLink link;
        final LinkSession session;
        final List<Integer> signals = new CopyOnWriteArrayList<>();
        final List<SocketEvent> events = new CopyOnWriteArrayList<>();
        final AtomicLong lostInTransport = new AtomicLong();
        final List<OpenEndpoint> ended = new CopyOnWriteArrayList<>();

        PipeEnd pipe;

        private final SocketType type;
        private final FlushPace pace = new FlushPace(() -> 0);

        Endpoint(SocketType type) {
            this(type, new ScriptedLink());
        }

        Endpoint(SocketType type, ScriptedLink link) {
            this.type = type;
            this.link = link;
            links.add(link);
            session = new LinkSession(this, new ProvidedEndpoint(link, Use.BIND, link), new OptionValues(type));
        }

        Endpoint start() {
            session.start();
            // Registration is the loop's.
            withToken(() -> {});
            return this;
        }

        void write(Message message) {
            assertThat(pipe.tryWrite(message)).isTrue();
        }

        void awaitEnd() {
            awaitUntil("the end", () -> !ended.isEmpty());
        }

        void assertEnded(String why) {
            assertThat(ended).containsExactly(session);
            assertThat(link.closes).hasValue(1);
            assertThat(pipe.isEnded()).isTrue();
            assertThat(signals).endsWith(Signal.ENDED);
            assertThat(events)
                    .endsWith(new SocketEvent(SocketEvent.Type.CLOSED, "scripted://link", null, null, why, 0))
                    .filteredOn(event -> event.type() == SocketEvent.Type.CLOSED)
                    .hasSize(1);
        }

        @Override
        public boolean hasDecider() {
            return false;
        }

        @Override
        public Runnable decide(ZapRequest request, Consumer<Verdict> answer) {
            throw new AssertionError("nobody is asked");
        }

        @Override
        public SocketType type() {
            return type;
        }

        @Override
        public boolean sends() {
            return type != SocketType.SUB;
        }

        @Override
        public boolean answers() {
            return false;
        }

        @Override
        public Loop loop() {
            return loop;
        }

        @Override
        public FlushPace pace() {
            return pace;
        }

        @Override
        public PipeEnd newPipe(Far far, OptionValues options, byte @Nullable [] assignedRoutingId) {
            var drops = new DropCounters();
            pipe = new PipeEnd(
                    this,
                    new PipeQueue(HIGH_WATER_MARK, false, drops),
                    new PipeQueue(HIGH_WATER_MARK, false, drops),
                    null);
            pipe.far(far);
            return pipe;
        }

        @Override
        public void eventLeftOut() {
            throw new AssertionError("memory is not short here");
        }

        @Override
        public void event(SocketEvent event) {
            events.add(event);
        }

        @Override
        public void lostInTransport(long count) {
            lostInTransport.addAndGet(count);
        }

        @Override
        public void endpointGivenUp(OpenEndpoint givenUp) {}

        @Override
        public void endpointEnded(OpenEndpoint endpoint) {
            ended.add(endpoint);
        }

        @Override
        public void signal(PipeEnd from, int bits) {
            signals.add(bits);
        }

        @Override
        public void flushLater(PipeEnd from) {}

        @Override
        public void holdBack(PipeEnd from) {}

        @Override
        public void wasRefused(PipeEnd refused) {}

        @Override
        public void wasRead(PipeEnd from) {}

        @Override
        public void wasExhausted(PipeEnd from) {}

        @Override
        public boolean tryLocked(BooleanSupplier action) {
            return false;
        }

        @Override
        public boolean traces() {
            return false;
        }

        @Override
        public Executor resolver() {
            throw new AssertionError("a link looks nothing up");
        }

        @Override
        public Executor workers() {
            throw new AssertionError("a link looks nothing up");
        }

        @Override
        public BufferPool buffers() {
            throw new AssertionError("a link has buffers of its own");
        }

        @Override
        public boolean takesAnotherPeer() {
            throw new AssertionError("a link is the only peer of its endpoint");
        }

        @Override
        public void unread() {
            throw new AssertionError("a link has no say in what is read");
        }
    }

    /** A link that does what the test says, at once or from then on, and notes what it is called for. */
    private static final class ScriptedLink implements Link, LinkEndpoint, LinkTransport {
        volatile DatagramChannel channel = newChannel();

        // ---- the script

        volatile @Nullable IOException refusal;
        volatile Consumer<LinkHost> onReceive = host -> {};
        volatile Runnable onTransmit = () -> {};
        /** How many messages it takes. */
        final AtomicInteger takes = new AtomicInteger();

        volatile boolean blocked;
        volatile long nanosToNext = Long.MAX_VALUE;
        volatile boolean finished;
        volatile long unsent;

        // ---- the notes

        final AtomicInteger receives = new AtomicInteger();
        final AtomicInteger transmits = new AtomicInteger();
        final AtomicInteger finishes = new AtomicInteger();
        final AtomicInteger closes = new AtomicInteger();
        final List<Message> offered = new CopyOnWriteArrayList<>();
        final List<Message> taken = new CopyOnWriteArrayList<>();
        private final List<Long> transmitTimes = new CopyOnWriteArrayList<>();

        private volatile @Nullable LinkHost host;

        private static DatagramChannel newChannel() {
            try {
                var opened = DatagramChannel.open();
                opened.configureBlocking(false);
                opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                return opened;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Has another channel from now on. */
        void exchangesItsChannel() {
            DatagramChannel old = channel;
            channel = newChannel();
            try {
                old.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            host().channelsChanged();
        }

        /** Makes its channel ready for reading. */
        void somethingComes() {
            try {
                channel.send(ByteBuffer.wrap(new byte[1]), channel.getLocalAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** When it was told to transmit for this time, from 1. */
        long transmitted(int time) {
            return transmitTimes.get(time - 1);
        }

        @Override
        public Set<String> schemes() {
            return Set.of("scripted");
        }

        @Override
        public boolean accepts(SocketType type, Use use) {
            return true;
        }

        @Override
        public LinkEndpoint parse(String endpoint, Use use) {
            return this;
        }

        @Override
        public String toString() {
            return "scripted://link";
        }

        @Override
        public Link open(SocketType type, OptionValues options, LinkHost linkHost) throws IOException {
            if (refusal != null) {
                throw refusal;
            }
            host = linkHost;
            return this;
        }

        private LinkHost host() {
            return Objects.requireNonNull(host);
        }

        @Override
        public List<DatagramChannel> channels() {
            return List.of(channel);
        }

        @Override
        public void receive(long nowNanos) {
            receives.incrementAndGet();
            onReceive.accept(host());
        }

        @Override
        public void transmit(long nowNanos) {
            transmitTimes.add(nowNanos);
            transmits.incrementAndGet();
            onTransmit.run();
            for (Message next = host().peek(); next != null; next = host().peek()) {
                offered.add(next);
                if (takes.get() == 0) {
                    return;
                }
                takes.decrementAndGet();
                host().take();
                taken.add(next);
            }
        }

        @Override
        public boolean isBlocked() {
            return blocked;
        }

        @Override
        public long nanosToNext(long nowNanos) {
            return nanosToNext;
        }

        @Override
        public void finish() {
            finishes.incrementAndGet();
        }

        @Override
        public boolean isFinished(long nowNanos) {
            return finished;
        }

        @Override
        public long unsent() {
            return unsent;
        }

        @Override
        public void close() {
            closes.incrementAndGet();
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
