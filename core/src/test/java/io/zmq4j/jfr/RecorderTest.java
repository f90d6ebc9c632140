package io.zmq4j.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Flight Recorder is not there, is not at work yet, or is never used: each needs a JVM of its own. */
class RecorderTest {
    @Test
    void withoutTheModuleEverythingElseWorks() throws Exception {
        assertThat(ChildJvm.run(NoRecorder.class, "--limit-modules", "java.base,jdk.net"))
                .isEqualTo("hello, recorder: false");
    }

    @Test
    void aRecordingThatIsBegunLaterHasTheContextsThatAreThere() throws Exception {
        assertThat(ChildJvm.run(LateRecording.class)).isEqualTo("early");
    }

    @Test
    void noEventIsLoadedUnlessSomebodyRecords() throws Exception {
        assertThat(ChildJvm.run(NoRecorder.class, "-Xlog:class+load:stdout"))
                .contains("hello, recorder: true", "io.zmq4j.jfr.JfrEvents ")
                .doesNotContain("io.zmq4j.jfr.OfSocket ", "io.zmq4j.jfr.ConnectEvent ");
    }
}
