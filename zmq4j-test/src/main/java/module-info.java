/** For the tests of applications that use ZeroMQ: scripted peers, networks that break, fakes, and an extension of JUnit. */
module io.zmq4j.test {
    requires transitive io.zmq4j;
    requires static org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.zmq4j.test;
    exports io.zmq4j.test.junit;
}
