/** Peers that move: what stands behind a name, a list, a file or gossip is connected, and followed while it changes. */
module io.zmq4j.discovery {
    requires transitive io.zmq4j;
    requires static org.jspecify;
}
