import io.zmq4j.discovery.StandardDirectories;
import io.zmq4j.transport.spi.DirectoryProvider;

/** Peers that move: what stands behind a name, a list, a file or gossip is connected, and followed while it changes. */
module io.zmq4j.discovery {
    requires transitive io.zmq4j;
    requires static org.jspecify;

    exports io.zmq4j.discovery;

    provides DirectoryProvider with
            StandardDirectories;
}
