/** The reliable patterns of the guide, each a package. */
module io.zmq4j.patterns {
    requires transitive io.zmq4j;
    requires static org.jspecify;

    exports io.zmq4j.patterns.binarystar;
    exports io.zmq4j.patterns.clone;
    exports io.zmq4j.patterns.delivery;
    exports io.zmq4j.patterns.freelance;
    exports io.zmq4j.patterns.lastvalue;
    exports io.zmq4j.patterns.majordomo;
    exports io.zmq4j.patterns.majordomo.protocol;
    exports io.zmq4j.patterns.pirate;
    exports io.zmq4j.patterns.titanic;
}
