package io.zmq4j.test.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.event.DropReason;
import io.zmq4j.test.Peer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The extension in classes of tests that are run by this one. Surefire runs no nested class by itself. */
class ZmqTestTest {
    static final List<Context> CONTEXTS = new ArrayList<>();

    @BeforeEach
    void forget() {
        CONTEXTS.clear();
    }

    @ZmqTest
    static class Sound {
        Sound(Context context) {
            CONTEXTS.add(context);
        }

        @BeforeEach
        void before(Context context) {
            CONTEXTS.add(context);
        }

        @Test
        void one(Context context, PullSocket one, PullSocket another, Peer peer) {
            CONTEXTS.add(context);
            assertThat(one).isNotSameAs(another);
            assertThat(context.sockets()).contains(one, another);
        }

        @AfterEach
        void after(Context context) {
            assertThat(context.isClosed()).isFalse();
            CONTEXTS.add(context);
        }
    }

    @Test
    void aTestHasOneContextInAllItsPartsAndItIsClosedAtItsEnd() {
        assertThat(run(Sound.class)).isEmpty();
        assertThat(CONTEXTS).hasSize(4);
        assertThat(CONTEXTS).containsOnly(CONTEXTS.get(0));
        assertThat(CONTEXTS.get(0).isClosed()).isTrue();
    }

    @ZmqTest
    static class Two {
        @Test
        void one(Context context) {
            CONTEXTS.add(context);
        }

        @Test
        void two(Context context) {
            CONTEXTS.add(context);
        }
    }

    @Test
    void eachTestHasItsOwn() {
        assertThat(run(Two.class)).isEmpty();
        assertThat(CONTEXTS).hasSize(2).doesNotHaveDuplicates();
    }

    @ZmqTest
    static class Leaving {
        @Test
        void leavesASocket(Context context) {
            context.push();
        }

        @Test
        @ZmqTest(mayLeaveSocketsOpen = true)
        void isAllowedTo(Context context) {
            context.push();
        }
    }

    @Test
    void aSocketThatIsLeftOpenFailsTheTestThatDoesNotAllowIt() {
        assertThat(run(Leaving.class)).singleElement().asString().contains("left open: [");
    }

    @ZmqTest(mayDrop = DropReason.UNROUTABLE)
    static class Losing {
        @Test
        void losesAMessage(Context context) {
            lose(context);
        }

        @Nested
        class Inside {
            @Test
            void losesAMessage(Context context) {
                lose(context);
            }

            @Test
            @ZmqTest
            void isNotAllowedTo(Context context) {
                lose(context);
            }
        }

        static void lose(Context context) {
            try (var router = context.router()) {
                router.send("nobody", "lost");
            }
        }
    }

    @Test
    void aMessageThatIsLostFailsTheTestThatDoesNotAllowIt() {
        assertThat(run(Losing.class)).singleElement().asString().contains("messages lost: 1 for UNROUTABLE");
    }

    @ZmqTest
    static class TooEarly {
        @BeforeAll
        static void before(Context context) {
            CONTEXTS.add(context);
        }

        @Test
        void isNotCome() {}
    }

    @Test
    void whatIsOfOneTestIsNotThereBeforeAll() {
        assertThat(run(TooEarly.class)).singleElement().asString().contains("is of one test");
        assertThat(CONTEXTS).isEmpty();
    }

    /** The failures, as text. */
    private static List<String> run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.getSummary().getTestsFoundCount()).isPositive();
        return listener.getSummary().getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }
}
