/** Metrics and traces of sockets, by Micrometer. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // as Micrometer's jars have no descriptor
module io.zmq4j.micrometer {
    requires transitive io.zmq4j;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;
    requires transitive micrometer.commons;
    requires static org.jspecify;

    exports io.zmq4j.micrometer;
}
