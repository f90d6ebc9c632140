package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentBytesTest {
    @TempDir
    private Path directory;

    @Test
    void argumentsAreTheEndOfTheCommandLineByteForByte() throws IOException {
        var typed =
                typed("java\0-cp\0l\u00fcb\0Zmq\0push\0gr\u00c3\u00bc\0\0\u00ff\u00c3\0a\u00f0\u009f\u0098\u0080\0", 5);
        assertThat(typed).containsExactly("push", "gr\u00fc", "", "\udcff\udcc3", "a\ud83d\ude00");
        assertThat(bytes(typed[1])).isEqualTo("gr\u00c3\u00bc");
        assertThat(bytes(typed[3])).isEqualTo("\u00ff\u00c3");
        assertThat(bytes(typed[4])).isEqualTo("a\u00f0\u009f\u0098\u0080");
    }

    @Test
    void everyByteComesBack() throws IOException {
        var all = new StringBuilder();
        for (char b = 1; b < 256; b++) {
            all.append(b).append((char) (256 - b));
        }
        assertThat(bytes(typed("java\0" + all + "\0", 1)[0])).isEqualTo(all.toString());
    }

    @Test
    void whereTheCommandLineIsNotToldTheJvmsWordCounts() throws IOException {
        String[] args = {"\ufffd", "b"};
        assertThat(ArgumentBytes.asTyped(args, directory.resolve("missing"))).isSameAs(args);
        var fewer = Files.writeString(directory.resolve("fewer"), "b\0");
        assertThat(ArgumentBytes.asTyped(args, fewer)).isSameAs(args);
    }

    @Test
    void plainArgumentsAreLeftAlone() {
        String[] args = {"push", "~"};
        assertThat(ArgumentBytes.asTyped(args)).isSameAs(args);
    }

    @Test
    void anOptionAndAFrameMayHaveAnyByte() {
        var endpoint = Ports.ipcEndpoint();
        var router = Run.started("router", "-b", endpoint, "-n", "1");
        var dealer = Run.zmq("dealer", "-c", endpoint, "-o", "routing_id=\udcff", "--send-only", "\udcfe");
        assertThat(dealer).isEqualTo(new Run(Exit.DONE, "", ""));
        assertThat(router.join().out()).isEqualTo("\\xff\t\\xfe\n");
    }

    private String[] typed(String latin1, int count) throws IOException {
        var commandLine = Files.write(directory.resolve("cmdline"), latin1.getBytes(ISO_8859_1));
        return ArgumentBytes.asTyped(new String[count], commandLine);
    }

    private static String bytes(String argument) {
        return new String(ArgumentBytes.of(argument), ISO_8859_1);
    }
}
