package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.interop.OptionScene.Moment;
import io.zmq4j.interop.OptionScene.Side;
import io.zmq4j.options.SocketOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every option, over every transport, set by the side that binds and by the side that connects, before and afterwards; and
 * docs/options-by-transport.md says the same.
 */
class OptionsByTransportTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/options-by-transport.md");

    @RegisterExtension
    final Rig rig = new Rig();

    static Stream<Arguments> cells() {
        return OptionRows.all().stream()
                .flatMap(row -> Arrays.stream(Transport.values())
                        .flatMap(transport -> Arrays.stream(Side.values())
                                .filter(side -> row.isProbed(transport, side))
                                .map(side -> Arguments.of(row.option().name(), transport, side, row))));
    }

    @ParameterizedTest(name = "{0} over {1}, of the side that {2}")
    @MethodSource("cells")
    void hasItsEffectFromThePromisedMomentOn(String name, Transport transport, Side side, OptionRow<?> row) {
        for (Moment moment : Moment.values()) {
            assertThat(row.hasEffect(rig, transport, side, moment))
                    .as("%s has its effect when it was set %s", name, moment)
                    .isEqualTo(row.isExpected(moment));
        }
    }

    @Test
    void everyOptionHasARow() {
        assertThat(OptionRows.all().stream().map(row -> row.option().name()))
                .containsExactlyElementsOf(SocketOptions.all().stream()
                        .map(option -> option.name())
                        .toList());
    }

    @Test
    void everyTestThatACellRefersToIsThere() throws IOException {
        for (OptionRow<?> row : OptionRows.all()) {
            for (Transport transport : Transport.values()) {
                for (Side side : Side.values()) {
                    String test = row.test(transport, side);
                    if (test != null) {
                        assertThat(methodsOf("core", test)).contains(methodOf(test));
                    }
                }
            }
        }
    }

    @Test
    void everyPromiseHasATestThatRunsOverItsTransports() throws IOException {
        for (TransportPromise promise : TransportPromise.ALL) {
            for (String test : promise.tests()) {
                assertThat(sourceOf("interop", test))
                        .as(test)
                        .containsPattern(Pattern.compile(
                                promise.annotation() + "\\b[^{}]*\\svoid " + Pattern.quote(methodOf(test)) + "\\("));
            }
        }
    }

    /** To renew the page, copy what this test leaves in target. */
    @Test
    void thePageSaysTheSame() throws IOException {
        String page = OptionsPage.text();
        Files.writeString(Path.of("target", PAGE.getFileName().toString()), page);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String methodOf(String test) {
        return test.substring(test.indexOf('#') + 1);
    }

    private static String methodsOf(String module, String test) throws IOException {
        return sourceOf(module, test).replaceAll("(?m)^    +void (\\w+)\\(", "$1 ");
    }

    private static String sourceOf(String module, String test) throws IOException {
        String file = test.substring(0, test.indexOf('#')) + ".java";
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
            Path found = files.filter(path -> path.getFileName().toString().equals(file))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(test + ": no such class"));
            return Files.readString(found);
        }
    }
}
