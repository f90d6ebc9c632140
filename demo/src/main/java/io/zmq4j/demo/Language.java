package io.zmq4j.demo;

/** What a program is written in, and with it which library is at work: every example exists in both. */
enum Language {
    JAVA("zmq4j"),
    PYTHON("pyzmq");

    private final String library;

    Language(String library) {
        this.library = library;
    }

    @Override
    public String toString() {
        return library;
    }
}
