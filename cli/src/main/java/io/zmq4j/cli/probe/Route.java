package io.zmq4j.cli.probe;

import java.time.Duration;

/** The way to an endpoint, for one connection after another. */
interface Route {
    /** "tcp" or "ipc". */
    String transport();

    /**
     * Connects.
     *
     * @throws ObstacleException with the reason in words, if it cannot be reached in time
     */
    Line open(Duration timeout) throws ObstacleException;

    /** The address or path that the last connection went to. */
    String address();

    /**
     * The way to what an endpoint names.
     *
     * @throws ObstacleException if there is none from here
     */
    static Route to(String endpoint) throws ObstacleException {
        int separator = endpoint.indexOf("://");
        String scheme = separator < 0 ? "" : endpoint.substring(0, separator);
        String address = separator < 0 ? endpoint : endpoint.substring(separator + 3);
        return switch (scheme) {
            case "tcp" -> TcpRoute.to(address);
            case "ipc" -> IpcRoute.to(address);
            case "inproc" ->
                throw new ObstacleException(
                        Obstacle.NOT_HERE,
                        "is a name within one context of one program, which no other program can reach:"
                                + " use socket.onEvent there");
            case "epgm", "pgm", "udp" ->
                throw new ObstacleException(
                        Obstacle.NOT_HERE,
                        "is multicast, where nobody answers and there is no handshake: listen with zmq sub -c ENDPOINT"
                                + " -vvv");
            case "dns+tcp", "srv+tcp", "file", "gossip+tcp" ->
                throw new ObstacleException(
                        Obstacle.NOT_HERE,
                        "says where others are, and is no place itself: see who they are with zmq monitor dealer -c ENDPOINT");
            default ->
                throw new ObstacleException(
                        Obstacle.NOT_HERE,
                        "has a transport that is not known here: tcp://HOST:PORT and ipc://PATH can be probed");
        };
    }
}
