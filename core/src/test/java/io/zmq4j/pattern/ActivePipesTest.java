package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.pipe.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActivePipesTest {
    private final ActivePipes pipes = new ActivePipes();

    @Test
    void turnsGoRound() {
        var all = add(3);
        assertThat(turns(7))
                .containsExactly(all.get(0), all.get(1), all.get(2), all.get(0), all.get(1), all.get(2), all.get(0));
    }

    @Test
    void noneActiveMeansNoTurn() {
        assertThat(pipes.current()).isNull();
        add(1);
        pipes.deactivateCurrent();
        assertThat(pipes.current()).isNull();
        pipes.advance();
        assertThat(pipes.current()).isNull();
    }

    @Test
    void activatingTwiceGivesOneTurn() {
        var all = add(2);
        pipes.deactivateCurrent();
        pipes.activate(all.get(0));
        pipes.activate(all.get(0));
        assertThat(turns(2)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void pipesThatAreNotHereAreIgnored() {
        pipes.activate(FakePipe.roomy());
        pipes.remove(FakePipe.roomy());
        assertThat(pipes.current()).isNull();
    }

    /** Every sequence of events leaves each active pipe exactly one turn per round, and the others none. */
    @Test
    void eachActivePipeHasOneTurnPerRoundWhateverHappened() {
        var random = new Random(7);
        var attached = new ArrayList<Pipe>();
        var active = new ArrayList<Pipe>();
        for (int step = 0; step < 20_000; step++) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    if (attached.size() < 20) {
                        var pipe = FakePipe.roomy();
                        pipes.add(pipe);
                        attached.add(pipe);
                        active.add(pipe);
                    }
                }
                case 1 -> {
                    if (!attached.isEmpty()) {
                        var pipe = attached.remove(random.nextInt(attached.size()));
                        pipes.remove(pipe);
                        active.remove(pipe);
                    }
                }
                case 2 -> {
                    if (!attached.isEmpty()) {
                        var pipe = attached.get(random.nextInt(attached.size()));
                        pipes.activate(pipe);
                        if (!active.contains(pipe)) {
                            active.add(pipe);
                        }
                    }
                }
                case 3 -> {
                    if (pipes.current() != null) {
                        active.remove(pipes.current());
                        pipes.deactivateCurrent();
                    }
                }
                default -> pipes.advance();
            }
            assertThat(turns(active.size())).containsExactlyInAnyOrderElementsOf(active);
        }
    }

    private List<Pipe> add(int count) {
        var all = new ArrayList<Pipe>();
        for (int i = 0; i < count; i++) {
            all.add(FakePipe.roomy());
            pipes.add(all.get(i));
        }
        return all;
    }

    private List<Pipe> turns(int count) {
        var turns = new ArrayList<Pipe>();
        for (int i = 0; i < count; i++) {
            turns.add(pipes.current());
            pipes.advance();
        }
        return turns;
    }
}
