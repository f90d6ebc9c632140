/** The reliable patterns of the guide, each a package. */
module io.zmq4j.patterns {
    requires transitive io.zmq4j;
    requires static org.jspecify;

    exports io.zmq4j.patterns.lastvalue;
}
