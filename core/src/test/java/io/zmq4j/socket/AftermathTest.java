package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AftermathTest {
    private final ContextCore context = new ContextCore(ContextSettings.standard());
    private final SocketCore socket = context.open(SocketType.DEALER);
    private final Aftermath aftermath = new Aftermath(1, List::of);
    private final Aftermath other = new Aftermath(2, List::of);
    private final PipeEnd one = pipe();
    private final PipeEnd two = pipe();
    private final PipeEnd three = pipe();

    private PipeEnd pipe() {
        var drops = new DropCounters();
        return new PipeEnd(socket.pipeOwner(), new PipeQueue(1, false, drops), new PipeQueue(1, false, drops), null);
    }

    @AfterEach
    void close() {
        socket.close();
        context.close(Duration.ofSeconds(1));
    }

    @Test
    void withoutPipesThereIsNothing() {
        assertThat(aftermath.takeFirst()).isNull();
        assertThat(aftermath.takeOthers()).isNull();
    }

    @Test
    void onePipeIsTheFirstAndThereAreNoOthers() {
        aftermath.add(one);
        aftermath.add(one);

        assertThat(aftermath.takeFirst()).isSameAs(one);
        assertThat(aftermath.takeOthers()).isNull();
        assertThat(aftermath.takeFirst()).isNull();
    }

    @Test
    void eachPipeIsThereOnceHoweverOftenItWasAdded() {
        for (int i = 0; i < 100; i++) {
            aftermath.add(one);
            aftermath.add(two);
            aftermath.add(three);
        }

        assertThat(aftermath.takeFirst()).isSameAs(one);
        assertThat(aftermath.takeOthers()).containsExactly(two, three);
    }

    @Test
    void whatWasTakenCanBeAddedAgain() {
        aftermath.add(one);
        aftermath.add(two);
        aftermath.takeFirst();
        aftermath.takeOthers();

        aftermath.add(two);
        aftermath.add(one);

        assertThat(aftermath.takeFirst()).isSameAs(two);
        assertThat(aftermath.takeOthers()).containsExactly(one);
    }

    @Test
    void twoOfOneSocketDoNotMindEachOther() {
        aftermath.add(one);
        other.add(one);

        assertThat(aftermath.takeFirst()).isSameAs(one);
        assertThat(other.takeFirst()).isSameAs(one);
    }
}
