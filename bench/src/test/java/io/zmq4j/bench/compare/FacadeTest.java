package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacadeTest {
    @TempDir
    Path directory;

    @Test
    void itIsFoundInABuild() {
        assertThat(Facade.ofThisInstallation())
                .hasValueSatisfying(facade -> assertThat(facade.classes().resolve("org/zeromq/ZMQ.class"))
                        .isRegularFile());
    }

    @Test
    void itIsFoundAmongTheJarsOfTheCommand() throws IOException {
        Path own = Files.createFile(
                Files.createDirectories(directory.resolve("bench")).resolve("bench-1.jar"));
        assertThat(Facade.beside(own)).isEmpty();
        Path jar = Files.createFile(
                Files.createDirectories(directory.resolve("jeromq")).resolve("jeromq-1.jar"));

        assertThat(Facade.beside(own)).contains(new Facade(jar));
    }

    @Test
    void itTakesThePlaceOfJeroMqAndOfNothingElse() {
        assertThat(new Facade(Path.of("/ours.jar"))
                        .inPlaceOfJeroMq(path("/jeromq/core.jar", "/m2/jeromq-0.6.0.jar", "/jnacl.jar")))
                .isEqualTo(path("/jeromq/core.jar", "/ours.jar", "/jnacl.jar"));
    }

    @Test
    void onlyThoseWhomItConcernsPlayItsRows() {
        Row row = Row.byJeroMqsApi(Row.throughput(Transport.TCP, Rows.TINY));

        assertThat(Field.ALL.all())
                .filteredOn(contestant -> contestant.plays(row))
                .containsExactly(Field.ZMQ4J, Field.JEROMQ, Field.FACADE);
        assertThat(Rows.ALL)
                .filteredOn(Field.FACADE::plays)
                .allMatch(played -> played.name().startsWith("jeromq "))
                .hasSize(6);
    }

    @Test
    void itPlaysOnEachJdkWhatIsWrittenForJeroMq() {
        List<Contestant> facades = Field.withTwoJdks().facades();

        assertThat(facades)
                .extracting(Contestant::name)
                .containsExactly("zmq4j by JeroMQ's API, JDK 17", "zmq4j by JeroMQ's API, JDK 25");
        assertThat(facades.get(1).command())
                .startsWith("/jdk-25/bin/java")
                .contains(path("/lib/core.jar", "/lib/bench.jar", "/lib/jeromq/jeromq-0.1.0.jar"))
                .endsWith("io.zmq4j.bench.role.JeroMq");
    }

    private static String path(String... entries) {
        return String.join(File.pathSeparator, entries);
    }
}
