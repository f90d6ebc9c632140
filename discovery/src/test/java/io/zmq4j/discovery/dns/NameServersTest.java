package io.zmq4j.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** What resolv.conf says. */
class NameServersTest {
    @Test
    void serversDomainsAndDotsAreRead() {
        NameServers read = NameServers.parse("""
                # written by a kubelet
                nameserver 10.96.0.10
                nameserver fd00::10
                search default.svc.cluster.local svc.cluster.local cluster.local.
                options ndots:5 timeout:1
                nonsense
                nameserver not-an-address
                """);

        assertThat(read.servers())
                .containsExactly(new InetSocketAddress("10.96.0.10", 53), new InetSocketAddress("fd00::10", 53));
        assertThat(read.candidates("workers"))
                .containsExactly(
                        "workers.default.svc.cluster.local",
                        "workers.svc.cluster.local",
                        "workers.cluster.local",
                        "workers");
        assertThat(read.candidates("workers.prod.svc.cluster.local"))
                .startsWith("workers.prod.svc.cluster.local.default.svc.cluster.local");
        assertThat(read.candidates("a.b.c.d.e.f")).startsWith("a.b.c.d.e.f");
        assertThat(read.candidates("workers.")).containsExactly("workers");
    }

    @Test
    void withoutAWordANameIsTakenAsItIs() {
        NameServers read = NameServers.parse("nameserver 127.0.0.1\r\n");
        assertThat(read.candidates("workers")).containsExactly("workers");
        assertThat(NameServers.parse("").servers()).isEmpty();
    }
}
