package io.zmq4j.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MailboxTest {
    /** The common pool may have one thread only, for two tasks that wait for each other. */
    private static final Executor THREAD_EACH = task -> new Thread(task).start();

    private final Mailbox mailbox = new Mailbox();
    private final List<PipeEnd> pipes = new ArrayList<>();
    private final List<Integer> signals = new ArrayList<>();
    private final Mailbox.Handler recorder = (pipe, bits) -> {
        pipes.add(pipe);
        signals.add(bits);
    };

    @Test
    void aNewMailboxIsEmpty() {
        assertThat(mailbox.isEmpty()).isTrue();
        mailbox.drain(recorder);
        assertThat(pipes).isEmpty();
    }

    @Test
    void signalsOfOnePipeComeTogether() {
        PipeEnd pipe = Pipes.end();
        mailbox.post(pipe, Signal.ATTACH);
        mailbox.post(pipe, Signal.READABLE);
        mailbox.post(pipe, Signal.READABLE);

        mailbox.drain(recorder);

        assertThat(pipes).containsExactly(pipe);
        assertThat(signals).containsExactly(Signal.ATTACH | Signal.READABLE);
        assertThat(mailbox.isEmpty()).isTrue();
    }

    @Test
    void pipesComeInTheOrderOfTheirFirstSignal() {
        PipeEnd one = Pipes.end();
        PipeEnd two = Pipes.end();
        PipeEnd three = Pipes.end();
        mailbox.post(one, Signal.READABLE);
        mailbox.post(two, Signal.READABLE);
        mailbox.post(three, Signal.READABLE);
        mailbox.post(one, Signal.ENDED);

        mailbox.drain(recorder);

        assertThat(pipes).containsExactly(one, two, three);
    }

    @Test
    void aPipeCanBePostedAgainAfterwards() {
        PipeEnd pipe = Pipes.end();
        mailbox.post(pipe, Signal.READABLE);
        mailbox.drain(recorder);

        mailbox.post(pipe, Signal.ENDED);
        mailbox.drain(recorder);

        assertThat(signals).containsExactly(Signal.READABLE, Signal.ENDED);
    }

    @Test
    void whatIsPostedWhileDrainingIsThereForTheNextDrain() {
        PipeEnd first = Pipes.end();
        PipeEnd second = Pipes.end();
        mailbox.post(first, Signal.READABLE);
        mailbox.post(second, Signal.READABLE);

        mailbox.drain((pipe, bits) -> {
            recorder.onSignals(pipe, bits);
            mailbox.post(first, Signal.ENDED);
        });

        assertThat(pipes).containsExactly(first, second);
        mailbox.drain(recorder);
        assertThat(pipes).containsExactly(first, second, first);
        assertThat(signals.get(2)).isEqualTo(Signal.ENDED);
    }

    /** Posters store a number and post; the drainer reads the number after it got the signal: it must see the last one. */
    @Test
    void noSignalIsLostBetweenThreads() throws Exception {
        int rounds = 200_000;
        PipeEnd[] ends = {Pipes.end(), Pipes.end(), Pipes.end()};
        AtomicInteger[] stored = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        int[] seen = new int[ends.length];

        var posters = new ArrayList<CompletableFuture<Void>>();
        for (int p = 0; p < 2; p++) {
            posters.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < rounds; i++) {
                            int which = i % ends.length;
                            stored[which].incrementAndGet();
                            mailbox.post(ends[which], Signal.READABLE);
                        }
                    },
                    THREAD_EACH));
        }
        var all = CompletableFuture.allOf(posters.toArray(CompletableFuture[]::new));
        Mailbox.Handler handler = (pipe, bits) -> {
            int which = List.of(ends).indexOf(pipe);
            seen[which] = stored[which].get();
        };
        while (!all.isDone()) {
            mailbox.drain(handler);
        }
        all.get(10, TimeUnit.SECONDS);
        mailbox.drain(handler);

        for (int i = 0; i < ends.length; i++) {
            assertThat(seen[i]).isEqualTo(stored[i].get());
        }
        assertThat(mailbox.isEmpty()).isTrue();
    }
}
