package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications that are built by a JDK's own tools, from the jars alone: no annotations, no warnings. */
class JavacTest {
    @TempDir
    Path directory;

    static List<Jdk> jdks() throws IOException {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void onTheClassPathItCompilesWithoutAWarningAndRuns(Jdk jdk) throws Exception {
        String path = Repository.path("zmq4j", "zmtp", "curve");
        Application.write(directory, false);

        assertThat(jdk.run(directory, "javac", "-Xlint:all", "-Werror", "-cp", path, "-d", "out", "app/Main.java"))
                .isEmpty();
        assertThat(jdk.run(directory, "java", "-cp", path + File.pathSeparator + "out", "app.Main"))
                .isEqualToIgnoringNewLines(Application.PRINTS);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void asAModuleItCompilesWithoutAWarningAndRunsAlsoFromAnImageOfItsOwn(Jdk jdk) throws Exception {
        String path = Repository.path("zmq4j", "zmtp", "curve");
        Application.write(directory, true);

        assertThat(jdk.run(
                        directory,
                        "javac",
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        path,
                        "-d",
                        "out",
                        "module-info.java",
                        "app/Main.java"))
                .isEmpty();
        String all = path + File.pathSeparator + "out";
        assertThat(jdk.run(directory, "java", "--module-path", all, "--module", "app/app.Main"))
                .isEqualToIgnoringNewLines(Application.PRINTS);

        // The last module has X25519 until JDK 21; from 22 on it is empty.
        jdk.run(
                directory,
                "jlink",
                "--module-path",
                all,
                "--add-modules",
                "app,io.zmq4j.curve,jdk.crypto.ec",
                "--launcher",
                "app=app/app.Main",
                "--output",
                "image");
        assertThat(Command.run(
                        Map.of(), directory, directory.resolve("image/bin/app").toString()))
                .isEqualToIgnoringNewLines(Application.PRINTS);
    }

    /** Its sources, against our jar in place of JeroMQ's. */
    @ParameterizedTest
    @MethodSource("jdks")
    void anApplicationForJeroMqCompilesWithoutAWarningAndRuns(Jdk jdk) throws Exception {
        String path = Repository.path("jeromq", "zmq4j", "zmtp", "curve");
        JeroMqApplication.write(directory, true);

        assertThat(jdk.run(
                        directory,
                        "javac",
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        path,
                        "-d",
                        "out",
                        "module-info.java",
                        "app/Main.java"))
                .isEmpty();
        String all = path + File.pathSeparator + "out";
        assertThat(jdk.run(directory, "java", "--module-path", all, "--module", "app/app.Main"))
                .isEqualToIgnoringNewLines(JeroMqApplication.PRINTS);
        assertThat(jdk.run(directory, "java", "-cp", all, "app.Main"))
                .isEqualToIgnoringNewLines(JeroMqApplication.PRINTS);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theTestKitIsUsedByAModuleThatHasNoFrameworkOfTests(Jdk jdk) throws Exception {
        String path = Repository.path("zmq4j", "zmtp", "zmq4j-test");
        Files.writeString(directory.resolve("module-info.java"), "module app { requires io.zmq4j.test; }");
        Files.createDirectory(directory.resolve("app"));
        Files.writeString(directory.resolve("app/Main.java"), """
                package app;

                import io.zmq4j.ReqSocket;
                import io.zmq4j.test.FaultProxy;
                import io.zmq4j.test.TestBed;

                public final class Main {
                    private Main() {}

                    public static void main(String[] arguments) {
                        try (var bed = new TestBed();
                                var link = FaultProxy.to(bed.peer().on("buy", "ok").uri())) {
                            var req = bed.socket(ReqSocket.class);
                            req.connect(link.uri());
                            System.out.println(req.request("buy").text());
                        }
                    }
                }
                """);

        assertThat(jdk.run(
                        directory,
                        "javac",
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        path,
                        "-d",
                        "out",
                        "module-info.java",
                        "app/Main.java"))
                .isEmpty();
        String all = path + File.pathSeparator + "out";
        assertThat(jdk.run(directory, "java", "--module-path", all, "--module", "app/app.Main"))
                .isEqualToIgnoringNewLines("ok");
    }
}
