package io.zmq4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.examples.houses.Certificates;
import io.zmq4j.examples.houses.Grasslands;
import io.zmq4j.examples.houses.Ironhouse;
import io.zmq4j.examples.houses.Stonehouse;
import io.zmq4j.examples.houses.Strawhouse;
import io.zmq4j.examples.houses.Woodhouse;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.PythonPeer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The five houses: each in Java and in Python on either side, and who may not come in. */
@Timeout(40)
class HousesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private enum House {
        GRASSLANDS(Grasslands::main, "anybody"),
        STRAWHOUSE(Strawhouse::main, "an allowed address"),
        WOODHOUSE(Woodhouse::main, "admin"),
        STONEHOUSE(Stonehouse::main, "anybody"),
        IRONHOUSE(Ironhouse::main, null);

        final Rehearsal.Main java;

        /** Null for the client's public key. */
        final String whoAsks;

        House(Rehearsal.Main java, String whoAsks) {
            this.java = java;
            this.whoAsks = whoAsks;
        }

        String python() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean hasKeys() {
            return this == STONEHOUSE || this == IRONHOUSE;
        }
    }

    private enum Cast {
        JAVA_SERVES_JAVA,
        JAVA_SERVES_PYTHON,
        PYTHON_SERVES_JAVA;

        boolean javaServes() {
            return this != PYTHON_SERVES_JAVA;
        }

        boolean javaAsks() {
            return this != JAVA_SERVES_PYTHON;
        }
    }

    private final String endpoint = Ports.tcpEndpoint();
    private Rehearsal rehearsal;
    private Path directory;

    @BeforeEach
    void open(@TempDir Path directory) {
        this.directory = directory;
        rehearsal = new Rehearsal(directory);
    }

    @AfterEach
    void close() throws InterruptedException {
        rehearsal.close();
    }

    private static PythonPeer python(String name, String... arguments) throws IOException {
        try (InputStream program = House.class.getResourceAsStream("/python/houses/" + name + ".py")) {
            String text = new String(Objects.requireNonNull(program, name).readAllBytes(), StandardCharsets.UTF_8);
            return new PythonPeer(text, arguments);
        }
    }

    private String keys() {
        return directory.resolve("keys").toString();
    }

    /** The arguments of a house: what only some have is left out by the others. */
    private String[] arguments(House house, String role, String... more) {
        Stream<String> own = house.hasKeys() ? Stream.of(keys()) : Stream.empty();
        return Stream.of(Stream.of(role, endpoint), own, Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    /** Keys by the one language's program or the other's. */
    private void makeKeys(boolean inJava) throws Exception {
        if (inJava) {
            rehearsal.perform(Certificates::main, keys());
            return;
        }
        try (PythonPeer made = python("certificates", keys())) {
            made.expectExit(PATIENCE);
        }
    }

    static Stream<Arguments> conversations() {
        return Stream.of(House.values())
                .flatMap(house -> Stream.of(Cast.values()).map(cast -> Arguments.of(house, cast)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("conversations")
    void whoMayComeInIsAnswered(House house, Cast cast) throws Exception {
        if (house.hasKeys()) {
            makeKeys(cast != Cast.JAVA_SERVES_PYTHON);
        }
        String served = "Hello from " + whoAsks(house) + " -> World";
        if (!cast.javaServes()) {
            try (PythonPeer server = python(house.python(), arguments(house, "server"))) {
                rehearsal.perform(house.java, arguments(house, "client"));
                rehearsal.await(1, "Hello -> World"::equals);
                server.expectLine(served, PATIENCE);
            }
            return;
        }
        rehearsal.start(house.java, arguments(house, "server"));
        if (cast.javaAsks()) {
            rehearsal.perform(house.java, arguments(house, "client"));
            rehearsal.await(1, "Hello -> World"::equals);
        } else {
            try (PythonPeer client = python(house.python(), arguments(house, "client"))) {
                client.expectLine("Hello -> World", PATIENCE);
                client.expectExit(PATIENCE);
            }
        }
        rehearsal.await(1, served::equals);
    }

    private String whoAsks(House house) {
        return house.whoAsks == null
                ? CurveCertificate.load(Path.of(keys(), "client.key"))
                        .publicKey()
                        .toString()
                : house.whoAsks;
    }

    /** What the server says besides, and the client. */
    private String[] refused(House house, String role) {
        boolean serves = role.equals("server");
        return switch (house) {
            case STRAWHOUSE -> arguments(house, role, "10.1.2.3");
            case WOODHOUSE -> arguments(house, role, serves ? "secret" : "guessed");
            case IRONHOUSE -> serves ? arguments(house, role) : arguments(house, role, "stranger");
            case GRASSLANDS, STONEHOUSE -> throw new IllegalArgumentException(house + " refuses nobody");
        };
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("refusals")
    void whoMayNotComeInIsTold(House house, Cast cast) throws Exception {
        if (house.hasKeys()) {
            makeKeys(true);
        }
        if (!cast.javaServes()) {
            try (PythonPeer server = python(house.python(), refused(house, "server"))) {
                rehearsal.perform(house.java, refused(house, "client"));
                rehearsal.await(1, "refused"::equals);
                assertThat(server.isAlive()).isTrue();
            }
            return;
        }
        rehearsal.start(house.java, refused(house, "server"));
        if (cast.javaAsks()) {
            rehearsal.perform(house.java, refused(house, "client"));
            rehearsal.await(1, "refused"::equals);
        } else {
            try (PythonPeer client = python(house.python(), refused(house, "client"))) {
                client.expectLine("refused", PATIENCE);
                client.expectExit(PATIENCE);
            }
        }
        assertThat(rehearsal.heard()).noneMatch(line -> line.startsWith("Hello"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(House.STRAWHOUSE, House.WOODHOUSE, House.IRONHOUSE)
                .flatMap(house -> Stream.of(Cast.values()).map(cast -> Arguments.of(house, cast)));
    }

    /** Nothing of the key is in the file that is given away, and the other is for its owner alone. */
    @ParameterizedTest(name = "in Java: {0}")
    @ValueSource(booleans = {true, false})
    void certificatesAreForTheirOwners(boolean inJava) throws Exception {
        makeKeys(inJava);
        for (String name : new String[] {"server", "client", "stranger"}) {
            Path secret = Path.of(keys(), name + ".key_secret");
            assertThat(CurveCertificate.load(Path.of(keys(), name + ".key")).keyPair())
                    .isEmpty();
            assertThat(CurveCertificate.load(secret).keyPair()).isPresent();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        assertThat(Path.of(keys(), "allowed").toFile().list()).containsExactly("client.key");
    }
}
