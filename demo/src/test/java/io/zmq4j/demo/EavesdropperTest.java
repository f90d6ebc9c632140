package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EavesdropperTest {
    private final List<String> told = new ArrayList<>();
    private final Eavesdropper eavesdropper = new Eavesdropper(told::add);

    private void hear(boolean fromClient, String text) {
        eavesdropper.hear(fromClient, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void tellsWhatCanBeReadAndWhoSaidIt() {
        hear(true, "\1\u00ffHello");
        hear(false, "x".repeat(81));
        assertThat(told)
                .containsExactly(
                        "on the wire, client to server    7 bytes: ..Hello",
                        "on the wire, server to client   81 bytes: " + "x".repeat(80) + "…");
    }

    @Test
    void knowsATextThatPassedInPiecesButNotOneOfBothSides() {
        hear(true, "sec");
        hear(false, "World");
        hear(true, "ret");
        assertThat(eavesdropper.heard("secret")).isTrue();
        assertThat(eavesdropper.heard("World")).isTrue();
        assertThat(eavesdropper.heard("secWorld")).isFalse();
        assertThat(eavesdropper.bytes()).isEqualTo(11);
    }
}
