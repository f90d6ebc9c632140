/** For Kotlin: calls that suspend instead of blocking, and messages as a Flow. */
module io.zmq4j.kotlin {
    requires transitive io.zmq4j;
    requires transitive kotlin.stdlib;
    requires transitive kotlinx.coroutines.core;

    exports io.zmq4j.kotlin;
}
