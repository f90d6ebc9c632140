/** Codecs that speak JSON, by Jackson. */
module io.zmq4j.jackson {
    requires transitive io.zmq4j;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports io.zmq4j.jackson;
}
