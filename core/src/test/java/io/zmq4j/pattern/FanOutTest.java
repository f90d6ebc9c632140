package io.zmq4j.pattern;

import static io.zmq4j.pipe.HoldingFar.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import io.zmq4j.pipe.HoldingFar;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.QuietFar;
import java.lang.ref.WeakReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private final DropCounters drops = new DropCounters();
    private final FanOut out = new FanOut(drops);

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
    void whoLeftIsNeitherWaitedForNorCounted() {
        var there = new FakePipe(1);
        out.add(FakePipe.roomy().ended());
        out.add(FakePipe.roomy().gone());
        assertThat(out.hasRoom()).isTrue();
        out.add(there);
        assertThat(out.hasRoom()).isTrue();
        out.send(Message.of("x"));
        assertThat(there.received()).containsExactly(Message.of("x"));
        assertThat(drops.snapshot()).isEmpty();
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

    // ---- runs

    private final HoldingFar far = new HoldingFar();
    private final PipeEnd first = far.pipe(1000);
    private final HoldingFar secondFar = new HoldingFar();
    private final PipeEnd second = secondFar.pipe(1000);

    private static Message message(int number) {
        return Message.of(Integer.toString(100 + number));
    }

    private void sendTo(int from, int to, Pipe... pipes) {
        for (int i = from; i < to; i++) {
            out.restart();
            for (Pipe pipe : pipes) {
                out.add(pipe);
            }
            out.send(message(i));
        }
    }

    private static Message[] messages(int from, int to) {
        return IntStream.range(from, to).mapToObj(FanOutTest::message).toArray(Message[]::new);
    }

    @Test
    void whatGoesToTheSamePipesIsSharedByThem() {
        sendTo(0, 1 + 16 + 10, first, second);

        assertThat(far.grown).isEqualTo(2 * 26);
        assertThat(secondFar.grown).as("one of them is told").isZero();
        assertThat(far.ended).extracting(Run::count).containsExactly(16);
        assertThat(secondFar.ended).isEqualTo(far.ended);
        assertThat(queued(first)).containsExactly(messages(0, 27));
        assertThat(queued(second)).containsExactly(messages(0, 27));
    }

    @Test
    void whatGoesToOthersEndsTheRun() {
        PipeEnd third = new HoldingFar().pipe(1000);
        sendTo(0, 5, first, second);
        sendTo(5, 6, first);
        sendTo(6, 10, first, second);
        sendTo(10, 14, third, second);
        sendTo(14, 18, third, second, first);

        assertThat(queued(first)).containsExactly(concat(messages(0, 10), messages(14, 18)));
        assertThat(queued(second)).containsExactly(concat(messages(0, 5), messages(6, 18)));
        assertThat(queued(third)).containsExactly(messages(10, 18));
    }

    @Test
    void aRunEndsForThoseWhoDoNotGetTheNextMessage() {
        var thirdFar = new HoldingFar();
        PipeEnd third = thirdFar.pipe(1000);
        sendTo(0, 5, first, second, third);
        sendTo(5, 6, first, second);
        assertThat(thirdFar.ended).extracting(Run::count).containsExactly(4);
        assertThat(queued(third)).containsExactly(messages(0, 5));

        sendTo(6, 12, first, second);
        sendTo(12, 13, third, second);
        assertThat(far.ended)
                .extracting(Run::count)
                .as("one for itself between them")
                .containsExactly(4, 1, 6);
        assertThat(queued(first)).containsExactly(messages(0, 12));
    }

    @Test
    void whatGoesToOthersEachTimeIsNoRunOfAll() {
        var thirdFar = new HoldingFar();
        PipeEnd third = thirdFar.pipe(1000);
        for (int i = 0; i < 10; i++) {
            sendTo(2 * i, 2 * i + 1, first, second);
            sendTo(2 * i + 1, 2 * i + 2, first, third);
        }
        assertThat(far.grown).as("each for itself").isEqualTo(19);
        assertThat(secondFar.grown).isEqualTo(9);
        assertThat(queued(first)).containsExactly(messages(0, 20));
    }

    private static Message[] concat(Message[] a, Message[] b) {
        return Stream.of(a, b).flatMap(Stream::of).toArray(Message[]::new);
    }

    @Test
    void whoIsRemovedGetsWhatWasSentBefore() {
        sendTo(0, 5, first, second);
        out.remove(first);
        sendTo(5, 8, second);
        assertThat(far.ended).extracting(Run::count).containsExactly(4);
        assertThat(queued(first)).containsExactly(messages(0, 5));
        assertThat(queued(second)).containsExactly(messages(0, 8));
    }

    @Test
    void aListThatIsClearedEndsTheRun() {
        sendTo(0, 5, first, second);
        out.clear();
        assertThat(far.ended).extracting(Run::count).containsExactly(4);
        assertThat(secondFar.ended).isEqualTo(far.ended);
        sendTo(5, 8, first, second);
        assertThat(queued(first)).containsExactly(messages(0, 8));
    }

    @Test
    void aRunThatOneOfThePipesEndedIsFollowedByAnother() {
        sendTo(0, 5, first, second);
        second.write(Message.of("welcome"));
        sendTo(5, 8, first, second);

        assertThat(queued(first)).containsExactly(messages(0, 8));
        assertThat(queued(second))
                .containsExactly(concat(concat(messages(0, 5), new Message[] {Message.of("welcome")}), messages(5, 8)));
    }

    @Test
    void whoSharesNothingDoesNotEndTheRunsOfOthers() {
        PipeEnd alone = new QuietFar().pipe(0);
        sendTo(0, 1 + 16 + 64, first, alone);

        assertThat(far.ended).extracting(Run::count).containsExactly(16, 64);
        assertThat(queued(first)).containsExactly(messages(0, 81));
        assertThat(queued(alone)).containsExactly(messages(0, 81));
    }

    @Test
    void whoIsFullDoesNotGetWhatOthersGet() {
        PipeEnd small = new HoldingFar().pipe(30);
        sendTo(0, 50, first, small);

        assertThat(queued(first)).containsExactly(messages(0, 50));
        assertThat(queued(small)).containsExactly(messages(0, 30));
        assertThat(drops.count(DropReason.QUEUE_FULL)).isEqualTo(20);
    }

    @Test
    void aRunDoesNotHideThatThereIsNoRoom() {
        PipeEnd small = new HoldingFar().pipe(30);
        int sent = 0;
        out.add(first);
        out.add(small);
        while (sent < 100 && out.hasRoom()) {
            out.send(message(sent++));
        }
        assertThat(sent).isEqualTo(30);
        assertThat(queued(small)).hasSize(30);
        assertThat(out.hasRoom()).isTrue();
    }

    @Test
    void lookingForRoomAgainEndsTheRun() {
        sendTo(0, 5, first, second);
        out.lookAgain();
        assertThat(far.ended).hasSize(1);
        assertThat(secondFar.ended).isEqualTo(far.ended);
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
