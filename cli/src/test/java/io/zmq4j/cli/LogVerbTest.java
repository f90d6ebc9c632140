package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.PythonPeer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Log records in the frames of pyzmq's {@code PUBHandler}. */
@Timeout(40)
class LogVerbTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String endpoint = Ports.ipcEndpoint();

    /** An XPUB instead of a PUB, which says when there is a subscriber. */
    private static final String PYTHON = """
            import logging, sys, zmq
            from zmq.log.handlers import PUBHandler
            socket = zmq.Context().socket(zmq.XPUB)
            socket.bind(sys.argv[1])
            handler = PUBHandler(socket)
            handler.setRootTopic("shop")
            log = logging.getLogger("shop")
            log.setLevel(logging.DEBUG)
            log.addHandler(handler)
            socket.recv()
            log.info("orders.eu::gr\\u00f6\\u00dfer")
            log.debug("unwanted")
            try:
                raise ValueError("none left")
            except ValueError:
                log.exception("sold out")
            print("said")
            sys.stdin.readline()
            """;

    @Test
    void whatPyzmqPublishesIsPrinted() {
        try (var python = new PythonPeer(PYTHON, endpoint)) {
            var log = Run.started("log", endpoint, "--level", "info", "-n", "2");
            python.expectLine("said", PATIENCE);

            var run = log.join();
            assertThat(run.code()).isEqualTo(Exit.DONE);
            assertThat(run.out())
                    .startsWith("shop.INFO.orders.eu | größer\nshop.ERROR | ERROR <string>:")
                    .contains(" - sold out - ")
                    .contains("\n    Traceback (most recent call last):\n")
                    .endsWith("\n    ValueError: none left\n");
        }
    }

    @Test
    void whatIsBoundTakesRecordsFromThoseThatConnect() {
        var log = Run.started("log", "@" + endpoint, "-n", "1");
        publish("-c", "shop.INFO", "here\n");

        assertThat(log.join()).isEqualTo(new Run(Exit.DONE, "shop.INFO | here\n", ""));
    }

    @Test
    void aTopicIsASubscription() {
        var log = Run.started("log", "-c", endpoint, "-t", "shop.ERROR", "-t", "store", "-n", "2", "--separator", ": ");
        var pub = Run.fed(
                "shop.INFO\ta\nshop.ERROR\tb\nstore.INFO\tc\n",
                "pub",
                "-b",
                endpoint,
                "--wait-for-peer",
                "--input",
                "text");
        assertThat(pub.code()).isEqualTo(Exit.DONE);

        assertThat(log.join().out()).isEqualTo("shop.ERROR: b\nstore.INFO: c\n");
    }

    @Test
    void aRecordIsALineOfJson() {
        var log = Run.started("log", endpoint, "-n", "1", "--json");
        publish("-b", "shop.WARNING.a", "\"two\"\nlines\n");

        assertThat(log.join().out())
                .matches(
                        "\\{\"time\":\"\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\",\"topic\":\"shop.WARNING.a\",\"level\":\"WARNING\","
                                + "\"text\":\"\\\\\"two\\\\\"\\\\nlines\"}\n");
    }

    @Test
    void timeAndColourAreThereIfTheyAreWanted() {
        var log = Run.started("log", endpoint, "-n", "1", "--timestamp", "--dateformat", "%H:%M", "--color");
        publish("-b", "shop.ERROR", "sold out");

        assertThat(log.join().out()).matches("\\d\\d:\\d\\d \u001b\\[91mshop.ERROR \\| sold out\u001b\\[0m\n");
    }

    @Test
    void onATerminalThereIsColour() throws IOException {
        try (var log = ZmqProcess.onTerminal("log", endpoint, "-n", "1")) {
            publish("-b", "shop.WARNING", "low on tea");

            assertThat(log.nextLine()).isEqualTo("\u001b[33mshop.WARNING | low on tea\u001b[0m");
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(Run.zmq("log")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(Exit.USAGE);
            assertThat(run.err()).contains("there is no endpoint");
        });
        assertThat(Run.zmq("log", endpoint, "--dateformat", "%Q").err()).contains("'%Q' is no date format");
        assertThat(Run.zmq("log", endpoint, "--level", "loud").code()).isEqualTo(Exit.USAGE);
        assertThat(Run.zmq("log", endpoint, "--timeout", "0.1").code()).isEqualTo(Exit.TIMED_OUT);
    }

    private void publish(String bindOrConnect, String topic, String text) {
        assertThat(Run.zmq("pub", bindOrConnect, endpoint, "--wait-for-peer", topic, text)
                        .code())
                .isEqualTo(Exit.DONE);
    }
}
