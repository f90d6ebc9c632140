package io.zmq4j.socket;

import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.ipc.IpcTransport;
import io.zmq4j.transport.spi.DirectoryProvider;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.transport.tcp.TcpTransport;
import io.zmq4j.transport.udp.UdpTransport;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The transports, a row each, and the transports and directories that other modules brought along. */
final class Schemes {
    private record Row(String name, Scheme<?> scheme) {}

    private static final List<Row> ROWS = List.of(
            new Row("tcp", new WireScheme<>(new TcpTransport())),
            new Row("ipc", new WireScheme<>(new IpcTransport())),
            new Row("inproc", new InprocScheme()),
            new Row("udp", new LinkScheme(new UdpTransport())));

    private Schemes() {}

    /**
     * The one of this text.
     *
     * @throws io.zmq4j.error.EndpointException if the text has no scheme, or it is unknown
     */
    static Scheme<?> of(EndpointText text) {
        for (int i = 0; i < ROWS.size(); i++) {
            if (ROWS.get(i).name.equals(text.scheme())) {
                return ROWS.get(i).scheme;
            }
        }
        LinkTransport transport = LinkTransports.of(text.scheme());
        if (transport != null) {
            return new LinkScheme(transport);
        }
        DirectoryProvider directories = Directories.of(text.scheme());
        if (directories != null) {
            return new DirectoryScheme(directories);
        }
        throw text.wrong(problem(text), known());
    }

    private static String problem(EndpointText text) {
        if (!text.hasScheme()) {
            return "there is no :// in it";
        }
        return text.scheme().isEmpty() ? "there is nothing before ://" : LinkTransports.problem(text.scheme());
    }

    /** The schemes here that sockets can use whose messages travel like this, in words. */
    static String carrying(SocketType.Speech speech) {
        return ROWS.stream()
                .filter(row -> row.scheme.carries(speech))
                .map(row -> row.name + "://")
                .collect(Collectors.joining(", "));
    }

    /** Every scheme that is there. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        ROWS.forEach(row -> names.add(row.name));
        names.addAll(LinkTransports.schemes());
        names.addAll(Directories.schemes());
        return names;
    }

    private static String known() {
        return names().stream().map(name -> name + "://").collect(Collectors.joining(", "));
    }
}
