package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The verbs of the types whose messages have one frame, against each other, in one virtual machine. */
@Timeout(20)
class SingleFrameVerbsTest {
    private final String endpoint = Ports.ipcEndpoint();

    @Test
    void aDishPrintsTheGroupAndWhatWasSentToIt() {
        var radio = Run.startedWith(
                new ByteArrayInputStream("sports\tgoal\nweather/nl\train\nweather\tsunny\n".getBytes()),
                false,
                "radio",
                "-b",
                endpoint,
                "--wait-for-peer",
                "--input",
                "text");
        var dish = Run.zmq("dish", "-c", endpoint, "-j", "weather", "-j", "weather", "-n", "1");
        assertThat(dish.out()).isEqualTo("weather\tsunny\n");
        assertThat(radio.join()).isEqualTo(new Run(Exit.DONE, "", ""));
    }

    @Test
    void aDishWithoutAGroupIsRefused() {
        var run = Run.zmq("dish", "-c", endpoint);
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("--join");
    }

    @Test
    void aRadioThatNobodyHearsSaysSo() {
        assertThat(Run.zmq("radio", "-b", endpoint, "weather", "sunny").code()).isEqualTo(Exit.NOBODY_LISTENS);
    }

    @Test
    void aServerPrintsTheNumberOfWhoAsks() {
        var server = Run.started("server", "-b", endpoint, "-n", "1");
        assertThat(Run.zmq("client", "-c", endpoint, "--send-only", "hello").code()).isEqualTo(Exit.DONE);
        assertThat(server.join().out()).matches(".+\\thello\\n");
    }

    @Test
    void whatIsScatteredIsGathered() {
        var gather = Run.started("gather", "-b", endpoint, "-n", "2");
        assertThat(Run.fed("one\ntwo\n", "scatter", "-c", endpoint).code()).isEqualTo(Exit.DONE);
        assertThat(gather.join().out()).isEqualTo("one\ntwo\n");
    }

    @Test
    void aChannelGoesBothWays() {
        var one = Run.started("channel", "-b", endpoint, "-n", "1", "there");
        assertThat(Run.zmq("channel", "-c", endpoint, "-n", "1", "back").out()).isEqualTo("there\n");
        assertThat(one.join().out()).isEqualTo("back\n");
    }

    @Test
    void twoFramesAreRefusedWithASentence() {
        var run = Run.zmq("scatter", "-c", endpoint, "two", "frames");
        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.err()).contains("a message of 2 frames: SCATTER sends one frame").doesNotContain("\tat ");
    }

    @Test
    void theOptionsOfARadioAreListed() {
        assertThat(Run.zmq("options", "radio").out()).contains("XPUB_NODROP").doesNotContain("XPUB_MANUAL");
    }
}
