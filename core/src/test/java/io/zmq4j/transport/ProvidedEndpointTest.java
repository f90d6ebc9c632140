package io.zmq4j.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvidedEndpointTest {
    private static final Link LINK = nothing(Link.class);
    private static final LinkHost HOST = nothing(LinkHost.class);

    /** One way: who publishes connects, who subscribes binds. */
    private static final class OneWay implements LinkTransport {
        @Override
        public Set<String> schemes() {
            return Set.of("oneway");
        }

        @Override
        public boolean accepts(SocketType type, Use use) {
            return type.topics() == (use == Use.BIND ? SocketType.Topics.SUBSCRIBES : SocketType.Topics.PUBLISHES);
        }

        @Override
        public LinkEndpoint parse(String endpoint, Use use) {
            throw new AssertionError(endpoint);
        }
    }

    private record Somewhere(boolean isThere) implements LinkEndpoint {
        @Override
        public Link open(SocketType type, OptionValues options, LinkHost host) throws IOException {
            if (!isThere) {
                throw new IOException("no such card");
            }
            return LINK;
        }

        @Override
        public String toString() {
            return "oneway://here";
        }
    }

    private static <T> T nothing(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                }));
    }

    private static Link open(Use use, SocketType type, boolean isThere) {
        return new ProvidedEndpoint(new OneWay(), use, new Somewhere(isThere)).open(type, new OptionValues(type), HOST);
    }

    @Test
    void whoMayBindNeedNotConnect() {
        assertThat(open(Use.BIND, SocketType.SUB, true)).isSameAs(LINK);
        assertThat(open(Use.CONNECT, SocketType.PUB, true)).isSameAs(LINK);
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> open(Use.BIND, SocketType.PUB, true))
                .withMessage("Endpoint \"oneway://here\": not for a PUB socket to bind; allowed: [SUB, XSUB, DISH]");
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> open(Use.CONNECT, SocketType.SUB, true))
                .withMessage(
                        "Endpoint \"oneway://here\": not for a SUB socket to connect; allowed: [PUB, XPUB, RADIO]");
    }

    @Test
    void whatTheSystemRefusesIsTheCallersError() {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> open(Use.BIND, SocketType.SUB, false))
                .withMessage("Endpoint \"oneway://here\": no such card");
    }
}
