package io.zmq4j.inproc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.pipe.Signal;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Links between sockets that are nothing but what a link needs of a socket. */
class InprocRegistryTest {
    private static final byte[] NO_ID = {};

    private final InprocRegistry registry = new InprocRegistry();

    /** Does at once what a socket does with its lock held or after its release, in the test's thread or the loop's. */
    private final class Host implements InprocHost, PipeOwner {
        private final SocketType type;
        private int sendMark = 1000;
        private int receiveMark = 1000;
        private boolean conflates;
        private byte[] routingId = NO_ID;
        private final DropCounters drops = new DropCounters();
        private final List<PipeEnd> attached = new CopyOnWriteArrayList<>();
        private final List<SocketEvent.Type> events = new CopyOnWriteArrayList<>();
        private final List<OpenEndpoint> ended = new CopyOnWriteArrayList<>();
        private final List<String> heard = new CopyOnWriteArrayList<>();
        /** What becomes of a peer that is offered. */
        private @Nullable CloseReason refusal;

        /** Happens in the moment in which the socket hears of a new pipe. */
        private Runnable beforeAttach = () -> {};

        private boolean closed;
        private int signals;
        /** Where memory is short, once: an event, "announce", "marks" or a signal. */
        private volatile @Nullable Object shortAt;

        private int leftOut;
        private boolean hasNoLoop;
        private boolean isBehind;

        Host(SocketType type) {
            this.type = type;
        }

        Host marks(int send, int receive) {
            sendMark = send;
            receiveMark = receive;
            return this;
        }

        private void mayBeShort(Object at) {
            if (at.equals(shortAt)) {
                shortAt = null;
                throw new OutOfMemoryError("planted");
            }
        }

        PipeEnd pipe() {
            assertThat(attached).hasSize(1);
            return attached.get(0);
        }

        int takeSignals() {
            int taken = signals;
            signals = 0;
            return taken;
        }

        @Override
        public PipeOwner pipeOwner() {
            return this;
        }

        @Override
        public SocketType type() {
            return type;
        }

        @Override
        public int sendHighWaterMark() {
            return sendMark;
        }

        @Override
        public int receiveHighWaterMark() {
            mayBeShort("marks");
            return receiveMark;
        }

        @Override
        public boolean conflatesInbound(OptionValues endpointOptions) {
            return conflates;
        }

        @Override
        public boolean conflatesOutbound(OptionValues endpointOptions) {
            return conflates;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public Loop loop() {
            if (hasNoLoop) {
                throw new OutOfMemoryError("planted");
            }
            return loop;
        }

        @Override
        public void isBehind() {
            isBehind = true;
        }

        @Override
        public void event(SocketEvent event) {
            mayBeShort(event.type());
            events.add(event.type());
        }

        @Override
        public void eventLeftOut() {
            leftOut++;
        }

        @Override
        public void endpointGivenUp(OpenEndpoint endpoint) {
            assertThat(events).doesNotContain(SocketEvent.Type.CLOSED);
        }

        @Override
        public void endpointEnded(OpenEndpoint endpoint) {
            ended.add(endpoint);
        }

        @Override
        public DropCounters drops() {
            return drops;
        }

        @Override
        public byte[] announcedRoutingId(OptionValues endpointOptions) {
            mayBeShort("announce");
            return routingId;
        }

        /** How many of its pipes have a peer. */
        long peers() {
            return attached.stream().filter(PipeEnd::isConnected).count();
        }

        @Override
        public void flushLater(PipeEnd pipe) {
            pipe.flush();
        }

        @Override
        public void holdBack(PipeEnd pipe) {}

        @Override
        public void wasRead(PipeEnd pipe) {
            pipe.afterRead();
        }

        @Override
        public void wasExhausted(PipeEnd pipe) {
            signals |= Signal.ENDED;
        }

        @Override
        public void wasRefused(PipeEnd pipe) {
            attached.remove(pipe);
        }

        @Override
        public void signal(PipeEnd pipe, int bits) {
            if ((bits & Signal.ATTACH) != 0) {
                Runnable before = beforeAttach;
                beforeAttach = () -> {};
                before.run();
                attached.add(pipe);
                heard.add("attach");
                if (refusal != null) {
                    pipe.refuse(refusal);
                    return;
                }
            }
            signals |= bits;
            // As of a socket whose pattern does not know the pipe yet, what comes before the attach is lost.
            if ((bits & Signal.CONNECTED) != 0 && attached.contains(pipe)) {
                heard.add("connected");
                pipe.accepted();
            }
            mayBeShort(bits);
        }
    }

    private final Loop loop = new Loop(new Daemons("inproc-under-test"));

    @AfterEach
    void close() {
        loop.close();
    }

    private InprocBinding bind(String name, Host host) {
        return registry.bind(name, host, new OptionValues(host.type));
    }

    private InprocConnection connection(String name, Host host, Consumer<OptionValues> options) {
        var values = new OptionValues(host.type);
        options.accept(values);
        InprocConnection connection = registry.connect(name, host, values);
        connection.start();
        return connection;
    }

    private InprocConnection connection(String name, Host host) {
        return connection(name, host, options -> {});
    }

    /** Connects and gives the pipe that the socket got. */
    private PipeEnd connect(String name, Host host) {
        connection(name, host);
        return host.attached.get(host.attached.size() - 1);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private Host dealer() {
        return new Host(SocketType.DEALER);
    }

    private static Message message(int number) {
        return Message.of(Integer.toString(number));
    }

    /** Writes until it is refused. */
    private static int fill(PipeEnd pipe) {
        int count = 0;
        while (count < 100_000 && pipe.tryWrite(message(count))) {
            count++;
        }
        return count;
    }

    @Test
    void messagesCrossInOrderBothWays() {
        Host bound = dealer();
        Host connecting = dealer();
        bind("a", bound);
        PipeEnd pipe = connect("a", connecting);

        for (int i = 0; i < 5; i++) {
            assertThat(pipe.tryWrite(message(i))).isTrue();
            assertThat(bound.pipe().tryWrite(message(10 + i))).isTrue();
        }

        for (int i = 0; i < 5; i++) {
            assertThat(bound.pipe().tryRead()).isEqualTo(message(i));
            assertThat(pipe.tryRead()).isEqualTo(message(10 + i));
        }
        assertThat(pipe.tryRead()).isNull();
    }

    @Test
    void eachSideHearsOfTheOther() {
        Host bound = dealer();
        Host connecting = dealer();
        bound.routingId = new byte[] {1, 2};
        connecting.routingId = new byte[] {3};
        bind("a", bound);

        PipeEnd pipe = connect("a", connecting);

        assertThat(connecting.attached).containsExactly(pipe);
        assertThat(connecting.takeSignals() & Signal.CONNECTED).isNotZero();
        assertThat(bound.takeSignals() & Signal.CONNECTED).isNotZero();
        assertThat(pipe.peerRoutingId()).containsExactly(1, 2);
        assertThat(bound.pipe().peerRoutingId()).containsExactly(3);
        assertThat(bound.peers()).isEqualTo(1);
        assertThat(connecting.peers()).isEqualTo(1);
    }

    @Test
    void theHighWaterMarksOfSenderAndReceiverAddUp() {
        Host bound = dealer().marks(7, 5);
        Host connecting = dealer().marks(3, 11);
        bind("a", bound);
        PipeEnd pipe = connect("a", connecting);

        assertThat(fill(pipe)).isEqualTo(3 + 5);
        assertThat(fill(bound.pipe())).isEqualTo(7 + 11);
    }

    @Test
    void noMarkOnOneSideIsNoMark() {
        Host bound = dealer().marks(7, 0);
        Host connecting = dealer().marks(3, 0);
        bind("a", bound);

        assertThat(fill(connect("a", connecting))).isEqualTo(100_000);
    }

    @Test
    void theLargestMarksDoNotOverflow() {
        Host bound = dealer().marks(1, Integer.MAX_VALUE);
        Host connecting = dealer().marks(Integer.MAX_VALUE, 1);
        bind("a", bound);

        assertThat(fill(connect("a", connecting))).isEqualTo(100_000);
    }

    @Test
    void beforeTheNameIsBoundTheConnectingSidesMarkHoldsAloneAndAfterwardsTheSum() {
        Host connecting = dealer().marks(3, 1);
        PipeEnd pipe = connect("a", connecting);
        assertThat(connecting.attached).containsExactly(pipe);
        assertThat(connecting.peers()).isZero();
        assertThat(fill(pipe)).isEqualTo(3);
        connecting.takeSignals();

        Host bound = dealer().marks(1, 5);
        bind("a", bound);

        assertThat(connecting.takeSignals()).isEqualTo(Signal.CONNECTED | Signal.WRITABLE);
        assertThat(fill(pipe)).isEqualTo(5);
        assertThat(bound.pipe().tryRead()).isEqualTo(message(0));
        assertThat(bound.peers()).isEqualTo(1);
    }

    @Test
    void whatWasSentBeforeTheBindIsSignalledToTheBoundSide() {
        PipeEnd pipe = connect("a", dealer());
        pipe.tryWrite(message(0));
        pipe.flush();

        Host bound = dealer();
        bind("a", bound);

        assertThat(bound.takeSignals() & Signal.READABLE).isNotZero();
    }

    @Test
    void allWhoWaitForANameAreLinked() {
        Host one = dealer();
        Host two = dealer();
        connect("a", one);
        connect("a", two);
        connect("b", dealer());

        Host bound = dealer();
        bind("a", bound);

        assertThat(bound.attached).hasSize(2);
        assertThat(one.peers()).isEqualTo(1);
        assertThat(two.peers()).isEqualTo(1);
    }

    @Test
    void aMessageWakesTheReaderThatWaitsAndRoomTheWriterThatWaits() {
        Host bound = dealer().marks(1, 1);
        Host connecting = dealer().marks(1, 1);
        bind("a", bound);
        PipeEnd pipe = connect("a", connecting);
        assertThat(bound.pipe().tryRead()).isNull();
        bound.takeSignals();
        connecting.takeSignals();

        pipe.tryWrite(message(0));
        assertThat(bound.takeSignals()).isEqualTo(Signal.READABLE);

        fill(pipe);
        assertThat(connecting.takeSignals()).isZero();
        bound.pipe().tryRead();
        assertThat(connecting.takeSignals()).isEqualTo(Signal.WRITABLE);
    }

    @Test
    void aNameIsBoundOnce() {
        bind("a", dealer());
        assertThatThrownBy(() -> bind("a", dealer()))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("inproc://a");
    }

    @Test
    void unbindingFreesTheNameAndEndsWhatWasConnectedThere() {
        Host first = dealer();
        InprocBinding binding = bind("a", first);
        Host connecting = dealer();
        PipeEnd pipe = connect("a", connecting);
        pipe.tryWrite(message(0));

        binding.close(0);

        assertThat(pipe.isGone()).isTrue();
        assertThat(first.peers()).isZero();
        assertThat(first.pipe().tryRead()).as("what was sent to it before").isEqualTo(message(0));
        Host second = dealer();
        bind("a", second);
        assertThat(second.peers()).isEqualTo(1);
        assertThat(connecting.peers()).isEqualTo(1);
        assertThat(second.pipe().tryRead()).as("nothing passes to the next").isNull();
    }

    @Test
    void socketsThatCannotTalkAreNotLinked() {
        bind("a", new Host(SocketType.PUB));
        assertThatThrownBy(() -> connect("a", new Host(SocketType.PULL)))
                .isInstanceOf(EndpointException.class)
                .hasMessageContainingAll("inproc://a", "PUB", "PULL");
    }

    @Test
    void whoDoesNotFitTheFirstBinderWaitsForTheNext() {
        Host push = new Host(SocketType.PUSH);
        connect("a", push);
        Host pub = new Host(SocketType.PUB);
        InprocBinding binding = bind("a", pub);
        assertThat(pub.attached).isEmpty();
        binding.close(0);

        Host pull = new Host(SocketType.PULL);
        bind("a", pull);

        assertThat(pull.attached).hasSize(1);
        assertThat(push.peers()).isEqualTo(1);
    }

    @Test
    void closingEitherSideEndsBothAndWhatWasSentCanStillBeRead() {
        for (boolean byConnecting : new boolean[] {true, false}) {
            String name = "close " + byConnecting;
            Host bound = dealer();
            Host connecting = dealer();
            bind(name, bound);
            PipeEnd here = connect(name, connecting);
            PipeEnd there = bound.pipe();
            here.tryWrite(message(1));
            there.tryWrite(message(2));
            bound.takeSignals();
            connecting.takeSignals();

            bound.closed = !byConnecting;
            (byConnecting ? here : there).close(CloseReason.CLOSED_LOCALLY);

            assertThat(bound.takeSignals() & Signal.ENDED).isNotZero();
            assertThat(connecting.takeSignals() & Signal.ENDED).isNotZero();
            assertThat(here.tryWrite(message(3))).isFalse();
            assertThat(there.canWrite()).isFalse();
            assertThat(there.tryRead()).isEqualTo(message(1));
            assertThat(here.tryRead()).isEqualTo(message(2));
            assertThat(here.isDrained()).isTrue();
            assertThat(bound.peers()).isZero();
            assertThat(connecting.peers()).isZero();
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Host bound = dealer();
        Host connecting = dealer();
        bind("a", bound);
        PipeEnd pipe = connect("a", connecting);

        pipe.close(CloseReason.CLOSED_LOCALLY);
        bound.pipe().close(CloseReason.CLOSED_LOCALLY);

        assertThat(bound.peers()).isZero();
        assertThat(connecting.peers()).isZero();
    }

    @Test
    void whoGaveUpBeforeTheBindIsNotLinkedAndLosesWhatHeSent() {
        Host connecting = dealer();
        PipeEnd pipe = connect("a", connecting);
        pipe.tryWrite(message(0));

        pipe.close(CloseReason.CLOSED_LOCALLY);
        Host bound = dealer();
        bind("a", bound);

        assertThat(bound.attached).isEmpty();
        assertThat(connecting.peers()).isZero();
        assertThat(pipe.takeLost()).isEqualTo(1);
    }

    @Test
    void aRoutingIdThatWasAssignedStaysWithThePipe() {
        bind("a", new Host(SocketType.ROUTER));
        Host connecting = new Host(SocketType.ROUTER);
        connection("a", connecting, options -> options.set(SocketOptions.CONNECT_ROUTING_ID, new byte[] {7}));
        assertThat(connecting.pipe().assignedRoutingId()).containsExactly(7);
    }

    /** A SUB subscribes, and a ROUTER knows its peer, from the moment they hear that they are connected: once. */
    @Test
    void aBindInTheVeryMomentOfTheConnectIsHeardAfterThePipeIsThere() {
        Host connecting = dealer();
        Host bound = dealer();
        connecting.beforeAttach = () -> bind("a", bound);

        connection("a", connecting);

        assertThat(connecting.heard).containsExactly("attach", "connected");
        assertThat(bound.heard).containsExactly("attach", "connected");
    }

    @Nested
    class Lingering {
        private final Host connecting = dealer();
        private final InprocConnection connection = connection("a", connecting);
        private final PipeEnd pipe = connecting.pipe();

        @Test
        void whatWasSentIsHandedOverToWhoBindsTheNameInTime() {
            pipe.tryWrite(message(1));
            connection.close(-1);
            assertThat(pipe.isGone()).as("nothing more is sent").isTrue();
            assertThat(connecting.ended).isEmpty();

            Host bound = dealer();
            bind("a", bound);

            assertThat(bound.pipe().tryRead()).isEqualTo(message(1));
            assertThat(bound.pipe().isEnded()).isTrue();
            assertThat(connecting.ended).containsExactly(connection);
            assertThat(pipe.takeLost()).as("it is the reader's").isZero();
        }

        @Test
        void itEndsWithTheLingerTime() {
            pipe.tryWrite(message(1));
            connection.close(TimeUnit.MILLISECONDS.toNanos(20));
            awaitUntil("the end", () -> !connecting.ended.isEmpty());
            assertThat(pipe.takeLost()).isEqualTo(1);
            Host bound = dealer();
            bind("a", bound);
            assertThat(bound.attached).isEmpty();
        }

        @Test
        void withNothingToHandOverItEndsAtOnce() {
            connection.close(-1);
            assertThat(connecting.ended).containsExactly(connection);
        }

        @Test
        void itEndsWithTheContextAsNobodyWillCome() {
            pipe.tryWrite(message(1));
            connection.close(-1);
            registry.close();
            assertThat(connecting.ended).containsExactly(connection);
            assertThat(pipe.takeLost()).isEqualTo(1);

            Host late = dealer();
            InprocConnection another = connection("a", late);
            late.pipe().tryWrite(message(2));
            another.close(-1);
            assertThat(late.ended).containsExactly(another);
        }

        @Test
        void whoDoesNotTakeItIsAskedAgain() {
            pipe.tryWrite(message(1));
            Host bound = dealer();
            bound.refusal = CloseReason.REFUSED_BY_SOCKET;
            bind("a", bound);
            connection.close(-1);
            bound.refusal = null;
            awaitUntil("it is taken", () -> !bound.attached.isEmpty());
            assertThat(bound.pipe().tryRead()).isEqualTo(message(1));
            awaitUntil("the end", () -> !connecting.ended.isEmpty());
        }
    }

    @Nested
    class Renewing {
        private final Host connecting = dealer();
        private final Host bound = dealer();

        @Test
        void whoIsRefusedKeepsWhatItSentAndTriesAgain() {
            bound.refusal = CloseReason.REFUSED_BY_SOCKET;
            bind("a", bound);
            PipeEnd pipe = connect("a", connecting);
            assertThat(pipe.tryWrite(message(1))).isTrue();
            assertThat(connecting.heard).containsExactly("attach");
            awaitUntil("it tries again", () -> connecting.events.contains(SocketEvent.Type.CONNECT_RETRIED));
            awaitUntil("it is refused", () -> bound.events.contains(SocketEvent.Type.HANDSHAKE_FAILED));

            bound.refusal = null;

            awaitUntil("it is taken", () -> connecting.heard.contains("connected"));
            assertThat(bound.pipe().tryRead()).isEqualTo(message(1));
        }

        /** A closing socket takes nobody, but its name will be free. */
        @Test
        void whoComesToAClosedSocketWaitsForTheNext() {
            bound.refusal = CloseReason.CLOSED_LOCALLY;
            bound.beforeAttach = () -> bound.closed = true;
            InprocBinding binding = bind("a", bound);
            PipeEnd pipe = connect("a", connecting);
            pipe.tryWrite(message(1));
            binding.close(0);

            Host next = dealer();
            bind("a", next);

            assertThat(next.pipe().tryRead()).isEqualTo(message(1));
        }

        /** As a socket does whose pattern fails with a peer. */
        @Test
        void whomTheBoundSocketGivesUpHearsOfItAndComesAgain() {
            bind("a", bound);
            PipeEnd pipe = connect("a", connecting);

            bound.pipe().refuse(CloseReason.INTERNAL_ERROR);

            assertThat(pipe.isConnected()).isFalse();
            awaitUntil("it is told", () -> connecting.events.contains(SocketEvent.Type.DISCONNECTED));
            awaitUntil("it is connected again", () -> bound.peers() == 1);
        }

        @Test
        void whoseOwnSocketDoesNotTakeItTriesAgainOnAnotherPipe() {
            connecting.refusal = CloseReason.REFUSED_BY_SOCKET;
            bind("a", bound);
            connection("a", connecting);
            assertThat(connecting.attached).isEmpty();
            assertThat(bound.attached).isEmpty();
            assertThat(connecting.ended).isEmpty();

            connecting.refusal = null;

            awaitUntil("it is connected", () -> connecting.heard.contains("connected"));
            assertThat(bound.peers()).isEqualTo(1);
        }

        @Test
        void withoutReconnectingTheEndpointEndsWithTheLink() {
            InprocBinding binding = bind("a", bound);
            InprocConnection connection = connection(
                    "a", connecting, options -> options.set(SocketOptions.RECONNECT_IVL, SocketOptions.FOREVER));
            binding.close(0);
            assertThat(connecting.ended).containsExactly(connection);
            assertThat(connecting.events).endsWith(SocketEvent.Type.DISCONNECTED, SocketEvent.Type.CLOSED);
            bind("a", dealer());
            assertThat(connecting.peers()).isZero();
        }

        @Test
        void withoutReconnectingARefusalEndsTheEndpoint() {
            bound.refusal = CloseReason.REFUSED_BY_SOCKET;
            bind("a", bound);
            InprocConnection connection = connection(
                    "a", connecting, options -> options.set(SocketOptions.RECONNECT_IVL, SocketOptions.FOREVER));
            assertThat(connecting.ended).containsExactly(connection);
        }

        @Test
        void whatTheConnectingSocketRefusesForGoodIsNotTriedAgain() {
            bind("a", bound);
            InprocConnection connection = connection("a", connecting);
            connecting.pipe().close(CloseReason.TOO_MANY_SUBSCRIPTIONS);
            assertThat(connecting.ended).containsExactly(connection);
            assertThat(bound.peers()).isZero();
        }

        @Test
        void withImmediateThereIsNoPipeBeforeTheNameIsBoundNorAfterItWasUnbound() {
            connection("a", connecting, options -> options.set(SocketOptions.IMMEDIATE, true));
            assertThat(connecting.attached).isEmpty();
            InprocBinding binding = bind("a", bound);
            assertThat(connecting.peers()).isEqualTo(1);
            binding.close(0);
            assertThat(connecting.attached).hasSize(1).allMatch(PipeEnd::isGone);
        }
    }

    /** What must happen does so though memory is short at one place. */
    @Nested
    class InAShortage {
        private final Host connecting = dealer();
        private final Host bound = dealer();

        @Test
        void aNameIsBoundThoughNobodyCouldBeTold() {
            bound.shortAt = SocketEvent.Type.LISTENING;
            bind("a", bound);
            connect("a", connecting);
            assertThat(bound.peers()).isEqualTo(1);
            assertThat(bound.leftOut).isEqualTo(1);
        }

        @Test
        void aNameIsBoundThoughOneWhoWaitsForItCannotBeMetAndThatOneIsTriedAgain() {
            Host other = dealer();
            connect("a", connecting);
            connect("a", other);
            connecting.shortAt = "announce";
            bind("a", bound);
            assertThat(other.peers()).isEqualTo(1);
            awaitUntil("the first one is linked", () -> connecting.peers() == 1);
        }

        @Test
        void whoCannotBeToldThatThePeerLeftFindsTheNextOne() {
            InprocBinding binding = bind("a", bound);
            connect("a", connecting);
            connecting.shortAt = SocketEvent.Type.DISCONNECTED;
            binding.close(0);
            Host next = dealer();
            bind("a", next);
            assertThat(next.peers()).isEqualTo(1);
            assertThat(connecting.leftOut).isEqualTo(1);
        }

        @Test
        void whoHasNoMemoryForAnotherLinkIsTriedAgain() {
            InprocBinding binding = bind("a", bound);
            connect("a", connecting);
            connecting.shortAt = "marks";
            binding.close(0);
            assertThat(connecting.shortAt).isNull();
            Host next = dealer();
            bind("a", next);
            awaitUntil("the next one is found", () -> next.peers() == 1);
        }

        @Test
        void whoHasNoLoopEitherCatchesUp() {
            InprocBinding binding = bind("a", bound);
            InprocConnection connection = connection("a", connecting);
            connecting.hasNoLoop = true;
            connecting.shortAt = "marks";
            binding.close(0);
            assertThat(connecting.isBehind).isTrue();
            Host next = dealer();
            bind("a", next);
            assertThat(next.peers()).isZero();
            connecting.shortAt = "marks";
            assertThat(connection.catchUp()).isFalse();
            assertThat(connection.catchUp()).isTrue();
            assertThat(next.peers()).isEqualTo(1);
        }

        @Test
        void whoHasNoLoopToRestInCatchesUp() {
            bind("a", bound);
            InprocConnection connection = connection("a", connecting);
            connecting.hasNoLoop = true;
            connecting.pipe().close(CloseReason.NO_REPLY);
            assertThat(connecting.isBehind).isTrue();
            assertThat(connection.catchUp()).isFalse();
            connecting.hasNoLoop = false;
            assertThat(connection.catchUp()).isTrue();
            awaitUntil("it is connected again", () -> bound.peers() == 1);
        }

        @Test
        void whoCannotBeToldOfTheRestIsConnectedAfterIt() {
            bind("a", bound);
            connect("a", connecting);
            connecting.shortAt = SocketEvent.Type.CONNECT_RETRIED;
            bound.pipe().refuse(CloseReason.INTERNAL_ERROR);
            awaitUntil("it is connected again", () -> bound.peers() == 1);
        }

        @Test
        void anUnbindThatFailsAtOnePeerEndsTheOthers() {
            Host other = dealer();
            InprocBinding binding = bind("a", bound);
            connect("a", connecting);
            connect("a", other);
            connecting.shortAt = Signal.ENDED;
            assertThatThrownBy(() -> binding.close(0)).isInstanceOf(OutOfMemoryError.class);
            binding.close(0);

            assertThat(bound.peers()).isZero();
            awaitUntil("it is told", () -> other.events.contains(SocketEvent.Type.DISCONNECTED));
            awaitUntil("it is told", () -> bound.events.contains(SocketEvent.Type.CLOSED));
            assertThat(bound.events).containsOnlyOnce(SocketEvent.Type.CLOSED);
            Host next = dealer();
            bind("a", next);
            assertThat(next.peers()).isEqualTo(2);
        }
    }

    @Test
    void aBoundSideThatConflatesMakesTheQueueKeepTheNewestOnly() {
        Host connecting = dealer();
        PipeEnd pipe = connect("a", connecting);
        pipe.tryWrite(message(1));
        pipe.tryWrite(message(2));
        Host bound = dealer();
        bound.conflates = true;

        bind("a", bound);

        assertThat(connecting.drops.count(DropReason.CONFLATED)).isEqualTo(1);
        pipe.tryWrite(message(3));
        assertThat(bound.pipe().tryRead()).isEqualTo(message(3));
        assertThat(bound.pipe().tryRead()).isNull();
        assertThat(connecting.drops.count(DropReason.CONFLATED)).isEqualTo(2);
        bound.pipe().tryWrite(message(4));
        bound.pipe().tryWrite(message(5));
        assertThat(pipe.tryRead()).isEqualTo(message(5));
    }

    /** Whoever takes leave last counts what nobody reads any more. */
    @Test
    void whatIsSentInTheMomentOfTheEndIsCounted() {
        Host bound = dealer();
        bind("a", bound);
        PipeEnd here = connect("a", dealer());
        PipeEnd there = bound.pipe();

        assertThat(there.takeUnread()).isZero();
        here.tryWrite(message(1));
        assertThat(here.takeLost()).as("the other one may still read").isZero();
        assertThat(there.takeLost()).isEqualTo(1);
    }

    @Test
    void whatIsSentAfterTheOtherHasTakenLeaveIsCounted() {
        Host bound = dealer();
        bind("a", bound);
        PipeEnd here = connect("a", dealer());
        PipeEnd there = bound.pipe();

        assertThat(there.takeUnread() + there.takeLost()).isZero();
        here.tryWrite(message(1));
        assertThat(here.takeLost()).isEqualTo(1);
    }
}
