package peers;

import java.util.List;
import programs.Jar;

/** What a side may be on. */
enum Implementation {
    OURS("zmq4j"),
    JEROMQ("JeroMQ"),
    PYZMQ("pyzmq");

    private final String name;

    Implementation(String name) {
        this.name = name;
    }

    /** The words are those of {@link Side}. */
    Peer play(List<String> words) {
        return switch (this) {
            case OURS -> new JavaSide(Jar.OURS, words);
            case JEROMQ -> new JavaSide(Jar.JEROMQ, words);
            case PYZMQ -> new PythonSide(words);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
