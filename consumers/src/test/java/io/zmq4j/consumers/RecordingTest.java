package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flight Recorder and an application that is a module, from the jars alone. */
class RecordingTest {
    @TempDir
    Path directory;

    static List<Jdk> jdks() throws IOException {
        return Jdk.installed();
    }

    private String compile(Jdk jdk) throws Exception {
        String path = Repository.path("zmq4j", "zmtp", "curve");
        Application.write(directory, true);
        jdk.run(directory, "javac", "--module-path", path, "-d", "out", "module-info.java", "app/Main.java");
        return path + File.pathSeparator + "out";
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theEventsOfAModuleAreRecordedThoughNothingIsExportedForThat(Jdk jdk) throws Exception {
        String all = compile(jdk);
        jdk.run(
                directory,
                "java",
                "-XX:StartFlightRecording:filename=app.jfr",
                "--module-path",
                all,
                "--module",
                "app/app.Main");

        assertThat(jdk.run(directory, "jfr", "summary", "app.jfr"))
                .containsPattern("io\\.zmq4j\\.Connect +2 ")
                .containsPattern("io\\.zmq4j\\.Handshake +2 ");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anImageWithoutFlightRecorderWorks(Jdk jdk) throws Exception {
        String all = compile(jdk);
        jdk.run(
                directory,
                "jlink",
                "--module-path",
                all,
                "--add-modules",
                "app,io.zmq4j.curve,jdk.crypto.ec",
                "--output",
                "image");
        String java = directory.resolve("image/bin/java").toString();

        assertThat(Command.run(Map.of(), directory, java, "--list-modules"))
                .contains("io.zmq4j")
                .doesNotContain("jdk.jfr");
        assertThat(Command.run(Map.of(), directory, java, "--module", "app/app.Main"))
                .isEqualToIgnoringNewLines(Application.PRINTS);
    }
}
