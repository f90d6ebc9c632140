package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final Jdk JDK_17 = new Jdk(Path.of("/opt/jdk 17"), "17", "17.0.1, Vendor");
    private static final Jdk JDK_25 = new Jdk(Path.of("/opt/jdk 25"), "25", "25.0.1, Vendor");
    private static final Row COLD = Row.coldThroughput(10, 1_000_000);
    private static final Row WARM = Row.throughput(Transport.TCP, 10);

    @TempDir
    Path home;

    private String classPath = "";

    @BeforeEach
    void setClassPath() {
        classPath = home.resolve("lib/core.jar") + ":" + home.resolve("lib/bench/jeromq.jar");
    }

    @Test
    void isNamedAfterTheHomeOfItsJdk() {
        assertThat(Archive.of(JDK_17, classPath).path()).isEqualTo(home.resolve("java-opt-jdk-17.jsa"));
        assertThat(Archive.of(JDK_25, classPath).path()).isEqualTo(home.resolve("java-opt-jdk-25.aot"));
    }

    @Test
    void isNamedAfterTheRealHomeWhereAJdkHasSeveralNames() throws Exception {
        var real = home.resolve("real");
        Files.createDirectories(real.resolve("bin"));
        Files.createFile(real.resolve("bin/java"));
        var link = Files.createSymbolicLink(home.resolve("link"), real);

        assertThat(Archive.of(new Jdk(link, "25", "25"), classPath))
                .isEqualTo(Archive.of(new Jdk(real.toRealPath(), "25", "25"), classPath));
    }

    @Test
    void aLongNameIsCut() {
        var jdk = new Jdk(Path.of("/" + "x".repeat(300)), "25", "25");

        assertThat(Archive.of(jdk, classPath).path()).hasFileName("java-" + "x".repeat(195) + ".aot");
    }

    @Test
    void withoutOneAJvmStartsAsItIs() {
        assertThat(Archive.of(JDK_25, classPath).options()).isEmpty();
    }

    @Test
    void anEmptyOneIsNone() throws Exception {
        Files.createFile(home.resolve("java-opt-jdk-25.aot"));

        assertThat(Archive.of(JDK_25, classPath).options()).isEmpty();
    }

    @Test
    void eachJdkStartsFromItsOwn() throws Exception {
        var cache = Files.writeString(home.resolve("java-opt-jdk-25.aot"), "cache");
        var archive = Files.writeString(home.resolve("java-opt-jdk-17.jsa"), "archive");

        assertThat(Archive.of(JDK_25, classPath).options()).containsExactly("-Xlog:disable", "-XX:AOTCache=" + cache);
        assertThat(Archive.of(JDK_17, classPath).options())
                .containsExactly("-Xlog:disable", "-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void onlyColdRolesOfZmq4jStartFromIt() throws Exception {
        var cache = Files.writeString(home.resolve("java-opt-jdk-25.aot"), "cache");
        var contestants = contestants("-Xmx1g");

        assertThat(zmq4j(contestants).command(COLD))
                .startsWith("/opt/jdk 25/bin/java", "-Xlog:disable", "-XX:AOTCache=" + cache, "-Xmx1g", "-cp");
        assertThat(zmq4j(contestants).command(WARM)).startsWith("/opt/jdk 25/bin/java", "-Xmx1g", "-cp");
        assertThat(contestants.first(Implementation.JEROMQ).orElseThrow().command(COLD))
                .startsWith("/opt/jdk 25/bin/java", "-Xmx1g", "-cp");
    }

    @Test
    void whoNamesAnArchiveHimselfStartsFromThat() throws Exception {
        Files.writeString(home.resolve("java-opt-jdk-25.aot"), "cache");

        assertThat(zmq4j(contestants("-XX:SharedArchiveFile=my.jsa")).command(COLD))
                .startsWith("/opt/jdk 25/bin/java", "-XX:SharedArchiveFile=my.jsa", "-cp");
    }

    private Contestants contestants(String... jvmOptions) {
        return Contestants.of(List.of(JDK_25), Path.of("/tmp/perf"), List.of(jvmOptions), classPath, Optional.empty());
    }

    private static Contestant zmq4j(Contestants contestants) {
        return contestants.zmq4js().get(0);
    }
}
