package io.zmq4j.cli.probe;

import io.zmq4j.cli.names.NameService;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host and a port: each of the host's addresses in turn, until one takes a connection, which is the one from then on. */
final class TcpRoute implements Route {
    private static final int HIGHEST_PORT = 65535;

    private final String host;
    private final int port;
    private final NameService names;
    private @Nullable InetSocketAddress reached;

    TcpRoute(String host, int port, NameService names) {
        this.host = host;
        this.port = port;
        this.names = names;
    }

    static TcpRoute to(String hostAndPort) throws ObstacleException {
        int colon = hostAndPort.lastIndexOf(':');
        String host = colon < 0 ? "" : hostAndPort.substring(0, colon);
        String port = hostAndPort.substring(colon + 1);
        if (host.isEmpty() || hostAndPort.contains(";")) {
            throw notHere("is no host and port: tcp://HOST:PORT can be probed");
        }
        if (host.equals("*") || port.equals("*") || port.equals("0")) {
            throw notHere("is to be bound, not to be connected to: tcp://localhost:PORT, with the port that it became");
        }
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw notHere("has no port from 1 to " + HIGHEST_PORT);
        }
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        return new TcpRoute(
                isBracketed ? host.substring(1, host.length() - 1) : host,
                Integer.parseInt(port),
                NameService.ofThisMachine());
    }

    private static ObstacleException notHere(String sentence) {
        return new ObstacleException(Obstacle.NOT_HERE, sentence);
    }

    @Override
    public String transport() {
        return "tcp";
    }

    @Override
    public String address() {
        return reached == null ? host + ":" + port : text(reached);
    }

    @Override
    public Line open(Duration timeout) throws ObstacleException {
        InetSocketAddress known = reached;
        List<InetSocketAddress> addresses = known == null ? addresses(timeout) : List.of(known);
        Duration share = timeout.dividedBy(addresses.size());
        var failures = new ArrayList<TcpFailure>();
        for (InetSocketAddress address : addresses) {
            try {
                Line line = Line.connect(address, share);
                reached = address;
                return line;
            } catch (IOException e) {
                failures.add(new TcpFailure(text(address), obstacle(e), String.valueOf(e.getMessage())));
            }
        }
        throw TcpFailure.of(failures, timeout);
    }

    private static Obstacle obstacle(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return Obstacle.NO_ANSWER;
        }
        boolean isRefused =
                e instanceof ConnectException && String.valueOf(e.getMessage()).contains("refused");
        return isRefused ? Obstacle.NOBODY_LISTENS : Obstacle.UNREACHABLE;
    }

    private List<InetSocketAddress> addresses(Duration timeout) throws ObstacleException {
        Optional<List<InetAddress>> found = names.addressesOf(host, timeout);
        if (found.isEmpty()) {
            throw new ObstacleException(
                    Obstacle.UNKNOWN_NAME,
                    "has a name, " + host + ", about which the name service said nothing in time: see /etc/resolv.conf,"
                            + " or use the address");
        }
        if (found.get().isEmpty()) {
            throw new ObstacleException(
                    Obstacle.UNKNOWN_NAME,
                    "has a name that does not resolve, " + host + ": it is misspelt, or not known to this machine's"
                            + " name service; getent hosts " + host + " asks the same");
        }
        return found.get().stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    private static String text(InetSocketAddress address) {
        String ip = address.getAddress().getHostAddress();
        return (ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip) + ":" + address.getPort();
    }
}
