package io.zmq4j.bench.compare;

/** How the two ends of a row reach each other. */
enum Transport {
    TCP("tcp"),
    IPC("ipc"),
    /** Both ends are in one process. */
    INPROC("inproc");

    private final String label;

    Transport(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
