package io.zmq4j.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointSourceTest {
    private static final Duration BRIEF = Duration.ofMillis(300);

    private Context context;

    @BeforeEach
    void makeContext() {
        context = Context.builder().name("served").build();
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    private static EndpointSource at(String endpoint, Duration patience) throws ViewException {
        return EndpointSource.connect(endpoint, patience, socket -> {});
    }

    private static void assertRefused(EndpointSource source, String sentence) {
        assertThatExceptionOfType(ViewException.class)
                .isThrownBy(source::look)
                .withMessageContaining(source.name() + ": ")
                .withMessageContaining(sentence);
    }

    @Test
    void whatAContextServesIsSeen() throws Exception {
        context.pub().named("ticker").bind("tcp://127.0.0.1:*");
        try (var served = context.serveStatistics("tcp://127.0.0.1:*");
                var source = Source.open(served.uri(), false, Asking.OPENLY)) {
            assertThat(source.look()).first().satisfies(seen -> {
                assertThat(seen.name()).isEqualTo("served");
                assertThat(seen.sockets()).extracting(socket -> socket.name()).containsExactly("ticker");
            });
        }
    }

    @Test
    void aPortAloneIsOneOfThisMachine() throws Exception {
        try (var served = context.serveStatistics("tcp://127.0.0.1:*");
                var source = Source.open(served.uri().replace("tcp://127.0.0.1", ""), false, Asking.OPENLY)) {
            assertThat(source.look()).hasSize(1);
        }
    }

    @Test
    void aServerThatIsStartedAgainIsSeenAgain() throws Exception {
        var served = context.serveStatistics("tcp://127.0.0.1:*");
        try (var source = at(served.uri(), Duration.ofSeconds(2))) {
            source.look();
            served.close();
            assertThatExceptionOfType(ViewException.class).isThrownBy(source::look);

            context.serveStatistics(served.uri());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (true) {
                try {
                    assertThat(source.look()).hasSize(1);
                    break;
                } catch (ViewException e) {
                    assertThat(System.nanoTime()).as(e.getMessage()).isLessThan(deadline);
                }
            }
        }
    }

    @Test
    void whereNobodyListensTheSentenceSaysSo() throws Exception {
        String free;
        try (var bound = context.rep().bind("tcp://127.0.0.1:*")) {
            free = bound.uri();
        }
        try (var source = at(free, BRIEF)) {
            assertRefused(source, "nobody could be asked");
        }
    }

    @Test
    void whoIsSilentIsASentence() throws Exception {
        var silent = context.router();
        try (var source = at(silent.bind("tcp://127.0.0.1:*").uri(), Duration.ofSeconds(1))) {
            assertRefused(source, "does not answer 'stats 1'");
        }
    }

    @Test
    void anotherKindOfSocketIsASentence() throws Exception {
        var pub = context.pub();
        try (var source = at(pub.bind("tcp://127.0.0.1:*").uri(), Duration.ofSeconds(1))) {
            assertRefused(source, "PUB");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "",
                "[[[[[[[[[[[[[[[[[[[[",
                "{\"schema\":1}",
                "{\"schema\":2}",
                "{\"error\":\"go away\"}"
            })
    void whoLiesIsASentence(String lie) throws Exception {
        var rep = context.rep();
        rep.serve(request -> Message.of(lie));
        try (var source = at(rep.bind("tcp://127.0.0.1:*").uri(), Duration.ofSeconds(20))) {
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(source::look)
                    .withMessageStartingWith(source.name() + ": ");
        }
    }

    @Test
    void anAnswerInBytesThatAreNoTextIsASentence() throws Exception {
        var rep = context.rep();
        rep.serve(request -> Message.wrap(new byte[] {(byte) 0xff}));
        try (var source = at(rep.bind("tcp://127.0.0.1:*").uri(), Duration.ofSeconds(20))) {
            assertRefused(source, "it is not UTF-8");
        }
    }

    @Test
    void anAnswerInSeveralFramesIsASentence() throws Exception {
        var rep = context.rep();
        rep.serve(request -> Message.of("{}", "{}"));
        try (var source = at(rep.bind("tcp://127.0.0.1:*").uri(), Duration.ofSeconds(20))) {
            assertRefused(source, "2 frames instead of one");
        }
    }

    @Test
    void anAnswerThatIsTooLongIsASentence() throws Exception {
        var rep = context.rep();
        rep.serve(request -> Message.wrap(new byte[3 * SnapshotReader.MAX_LENGTH + 1]));
        try (var source = at(rep.bind("tcp://127.0.0.1:*").uri(), Duration.ofSeconds(5))) {
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(source::look)
                    .withMessageStartingWith(source.name() + ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "", "-1", "99999999999", "tcp:/x", "4711 ", ":", "\u001b[2J"})
    void whatIsNeitherAProcessNorAnEndpointIsASentence(String target) {
        assertThatExceptionOfType(ViewException.class)
                .isThrownBy(() -> Source.open(target, false, Asking.OPENLY))
                .withMessageContaining("is neither a process id, such as 4711, nor an endpoint")
                .withMessageNotContaining("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://localhost", "tcp://localhost:99999", "nonsense://x", ":99999"})
    void anEndpointThatCannotBeIsASentence(String endpoint) {
        assertThatExceptionOfType(ViewException.class)
                .isThrownBy(() -> Source.open(endpoint, false, Asking.OPENLY))
                .withMessageContaining(endpoint);
    }

    @Test
    void aContextOfThisProcessIsASourceToo() throws Exception {
        try (var source = Source.of(context)) {
            assertThat(source.look()).extracting(seen -> seen.name()).containsExactly("served");
        }
        assertThat(context.isClosed()).isFalse();
    }
}
