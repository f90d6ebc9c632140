package io.zmq4j.inproc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links between sockets that are nothing but what a link needs of a socket. */
class InprocRegistryTest {
    private static final byte[] NO_ID = {};

    private final InprocRegistry registry = new InprocRegistry();

    /** Does at once what a socket does with its lock held or after its release. */
    private static final class Host implements InprocHost, PipeOwner {
        private final SocketType type;
        private int sendMark = 1000;
        private int receiveMark = 1000;
        private boolean conflates;
        private byte[] routingId = NO_ID;
        private final DropCounters drops = new DropCounters();
        private final List<PipeEnd> attached = new ArrayList<>();
        private int signals;

        Host(SocketType type) {
            this.type = type;
        }

        Host marks(int send, int receive) {
            sendMark = send;
            receiveMark = receive;
            return this;
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
            return receiveMark;
        }

        @Override
        public boolean conflatesInbound() {
            return conflates;
        }

        @Override
        public boolean conflatesOutbound() {
            return conflates;
        }

        @Override
        public DropCounters drops() {
            return drops;
        }

        @Override
        public byte[] announcedRoutingId() {
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
        public void signal(PipeEnd pipe, int bits) {
            signals |= bits;
            if ((bits & Signal.ATTACH) != 0) {
                attached.add(pipe);
            }
        }
    }

    private static Host dealer() {
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
        registry.bind("a", bound);
        PipeEnd pipe = registry.connect("a", connecting, null);

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
        registry.bind("a", bound);

        PipeEnd pipe = registry.connect("a", connecting, null);

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
        registry.bind("a", bound);
        PipeEnd pipe = registry.connect("a", connecting, null);

        assertThat(fill(pipe)).isEqualTo(3 + 5);
        assertThat(fill(bound.pipe())).isEqualTo(7 + 11);
    }

    @Test
    void noMarkOnOneSideIsNoMark() {
        Host bound = dealer().marks(7, 0);
        Host connecting = dealer().marks(3, 0);
        registry.bind("a", bound);

        assertThat(fill(registry.connect("a", connecting, null))).isEqualTo(100_000);
    }

    @Test
    void theLargestMarksDoNotOverflow() {
        Host bound = dealer().marks(1, Integer.MAX_VALUE);
        Host connecting = dealer().marks(Integer.MAX_VALUE, 1);
        registry.bind("a", bound);

        assertThat(fill(registry.connect("a", connecting, null))).isEqualTo(100_000);
    }

    @Test
    void beforeTheNameIsBoundTheConnectingSidesMarkHoldsAloneAndAfterwardsTheSum() {
        Host connecting = dealer().marks(3, 1);
        PipeEnd pipe = registry.connect("a", connecting, null);
        assertThat(connecting.attached).containsExactly(pipe);
        assertThat(connecting.peers()).isZero();
        assertThat(fill(pipe)).isEqualTo(3);
        connecting.takeSignals();

        Host bound = dealer().marks(1, 5);
        registry.bind("a", bound);

        assertThat(connecting.takeSignals()).isEqualTo(Signal.CONNECTED | Signal.WRITABLE);
        assertThat(fill(pipe)).isEqualTo(5);
        assertThat(bound.pipe().tryRead()).isEqualTo(message(0));
        assertThat(bound.peers()).isEqualTo(1);
    }

    @Test
    void whatWasSentBeforeTheBindIsSignalledToTheBoundSide() {
        PipeEnd pipe = registry.connect("a", dealer(), null);
        pipe.tryWrite(message(0));
        pipe.flush();

        Host bound = dealer();
        registry.bind("a", bound);

        assertThat(bound.takeSignals() & Signal.READABLE).isNotZero();
    }

    @Test
    void allWhoWaitForANameAreLinked() {
        Host one = dealer();
        Host two = dealer();
        registry.connect("a", one, null);
        registry.connect("a", two, null);
        registry.connect("b", dealer(), null);

        Host bound = dealer();
        registry.bind("a", bound);

        assertThat(bound.attached).hasSize(2);
        assertThat(one.peers()).isEqualTo(1);
        assertThat(two.peers()).isEqualTo(1);
    }

    @Test
    void aMessageWakesTheReaderThatWaitsAndRoomTheWriterThatWaits() {
        Host bound = dealer().marks(1, 1);
        Host connecting = dealer().marks(1, 1);
        registry.bind("a", bound);
        PipeEnd pipe = registry.connect("a", connecting, null);
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
        registry.bind("a", dealer());
        assertThatThrownBy(() -> registry.bind("a", dealer()))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("inproc://a");
    }

    @Test
    void unbindingFreesTheNameAndPipesLiveOn() {
        Host first = dealer();
        registry.bind("a", first);
        PipeEnd pipe = registry.connect("a", dealer(), null);

        registry.unbind("a", first);
        Host second = dealer();
        registry.bind("a", second);

        pipe.tryWrite(message(0));
        assertThat(first.pipe().tryRead()).isEqualTo(message(0));
        registry.connect("a", dealer(), null);
        assertThat(second.attached).hasSize(1);
    }

    @Test
    void unbindingByAnotherDoesNothing() {
        registry.bind("a", dealer());
        registry.unbind("a", dealer());
        assertThatThrownBy(() -> registry.bind("a", dealer())).isInstanceOf(EndpointException.class);
    }

    @Test
    void socketsThatCannotTalkAreNotLinked() {
        registry.bind("a", new Host(SocketType.PUB));
        assertThatThrownBy(() -> registry.connect("a", new Host(SocketType.PULL), null))
                .isInstanceOf(EndpointException.class)
                .hasMessageContainingAll("inproc://a", "PUB", "PULL");
    }

    @Test
    void whoDoesNotFitTheFirstBinderWaitsForTheNext() {
        Host push = new Host(SocketType.PUSH);
        registry.connect("a", push, null);
        Host pub = new Host(SocketType.PUB);
        registry.bind("a", pub);
        assertThat(pub.attached).isEmpty();
        registry.unbind("a", pub);

        Host pull = new Host(SocketType.PULL);
        registry.bind("a", pull);

        assertThat(pull.attached).hasSize(1);
        assertThat(push.peers()).isEqualTo(1);
    }

    @Test
    void closingEitherSideEndsBothAndWhatWasSentCanStillBeRead() {
        for (boolean byConnecting : new boolean[] {true, false}) {
            String name = "close " + byConnecting;
            Host bound = dealer();
            Host connecting = dealer();
            registry.bind(name, bound);
            PipeEnd here = registry.connect(name, connecting, null);
            PipeEnd there = bound.pipe();
            here.tryWrite(message(1));
            there.tryWrite(message(2));
            bound.takeSignals();
            connecting.takeSignals();

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
        registry.bind("a", bound);
        PipeEnd pipe = registry.connect("a", connecting, null);

        pipe.close(CloseReason.CLOSED_LOCALLY);
        bound.pipe().close(CloseReason.CLOSED_LOCALLY);

        assertThat(bound.peers()).isZero();
        assertThat(connecting.peers()).isZero();
    }

    @Test
    void whoGaveUpBeforeTheBindIsNotLinkedAndLosesWhatHeSent() {
        Host connecting = dealer();
        PipeEnd pipe = registry.connect("a", connecting, null);
        pipe.tryWrite(message(0));

        pipe.close(CloseReason.CLOSED_LOCALLY);
        Host bound = dealer();
        registry.bind("a", bound);

        assertThat(bound.attached).isEmpty();
        assertThat(connecting.peers()).isZero();
        assertThat(pipe.takeLost()).isEqualTo(1);
    }

    @Test
    void aRoutingIdThatWasAssignedStaysWithThePipe() {
        registry.bind("a", new Host(SocketType.ROUTER));
        PipeEnd pipe = registry.connect("a", new Host(SocketType.ROUTER), new byte[] {7});
        assertThat(pipe.assignedRoutingId()).containsExactly(7);
    }
}
