package io.zmq4j.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.bridge.sockets.SocketConnector;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.Connector;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsTest {
    @TempDir
    private Path folder;

    /** Of a class path on which a connector is named that is not there. */
    private Connector found(String address) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Connector.class.getName()), "no.such.Missing\n");
        var urls = new URL[] {folder.toUri().toURL()};
        try (var classes = new URLClassLoader(urls, Connector.class.getClassLoader())) {
            return Connectors.of(Address.parse(address), ServiceLoader.load(Connector.class, classes));
        }
    }

    /** The library of its engine is not there. */
    private static Connector broken() {
        throw new NoClassDefFoundError("org/engine/Client");
    }

    /** Each is made when it is asked for, as a loader does. */
    private static Iterable<Connector> made(Supplier<Connector> first, Supplier<Connector> second) {
        Iterator<Connector> made = Stream.of(first, second).map(Supplier::get).iterator();
        return () -> made;
    }

    @Test
    void oneThatIsNotThereKeepsNobodyFromTheOthers() throws IOException {
        assertThat(found("pull://*:1")).isInstanceOf(SocketConnector.class);
    }

    @Test
    void whoIsNotThereIsNamedIfNobodyOpensTheAddress() {
        assertThatThrownBy(() -> found("kafka://h:1/t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("pull", "broken", "no.such.Missing");
    }

    @Test
    void oneThatCannotBeMadeKeepsNobodyFromTheOthersAndIsNamed() {
        var pull = Address.parse("pull://*:1");
        var kafka = Address.parse("kafka://h:1/t");
        assertThat(Connectors.of(pull, made(ConnectorsTest::broken, SocketConnector::new)))
                .isInstanceOf(SocketConnector.class);
        assertThatThrownBy(() -> Connectors.of(kafka, made(ConnectorsTest::broken, SocketConnector::new)))
                .hasMessageContainingAll("pull", "broken", "org/engine/Client");
    }
}
