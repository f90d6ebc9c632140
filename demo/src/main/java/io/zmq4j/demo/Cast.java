package io.zmq4j.demo;

/**
 * Who plays which side: once zmq4j against pyzmq, once the other way round.
 *
 * @param server the side that usually binds
 * @param client the side that usually connects
 */
record Cast(Language server, Language client) {
    @Override
    public String toString() {
        return server + " serves, " + client + " asks";
    }
}
