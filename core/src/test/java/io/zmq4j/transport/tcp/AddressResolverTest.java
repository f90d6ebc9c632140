package io.zmq4j.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressResolverTest {
    private static final Map<String, List<String>> INTERFACES = Map.of(
            "eth0", List.of("10.0.0.7", "fd00::7", "10.0.0.8"),
            "tun6", List.of("fd00::6"),
            "both", List.of("10.0.0.9"));
    private static final Map<String, List<String>> HOSTS = Map.of(
            "old", List.of("192.0.2.1", "192.0.2.2"),
            "dual", List.of("192.0.2.3", "2001:db8::3", "192.0.2.4", "2001:db8::4"),
            "new", List.of("2001:db8::5"),
            "both", List.of("192.0.2.9"),
            "void", List.of());

    private final List<String> lookedUp = new ArrayList<>();
    private final AddressResolver resolver =
            new AddressResolver(name -> addresses(INTERFACES.getOrDefault(name, List.of())), name -> {
                lookedUp.add(name);
                if (!HOSTS.containsKey(name)) {
                    throw new UnknownHostException(name + ": no such name");
                }
                return addresses(HOSTS.get(name));
            });

    @ParameterizedTest
    @CsvSource({
        "tcp://*:5, false, tcp://0.0.0.0:5",
        "tcp://*:5, true, tcp://[::]:5",
        "tcp://*:*, false, tcp://0.0.0.0:0",
        "tcp://127.0.0.1:5, false, tcp://127.0.0.1:5",
        "tcp://127.0.0.1:5, true, tcp://127.0.0.1:5",
        "tcp://[::1]:5, true, tcp://[::1]:5",
        "tcp://[::]:5, true, tcp://[::]:5",
        "tcp://[fe80::1%3]:5, true, tcp://[fe80::1%3]:5",
        "tcp://[::ffff:1.2.3.4]:5, false, tcp://1.2.3.4:5",
        "tcp://eth0:5, false, tcp://10.0.0.7:5 tcp://10.0.0.8:5",
        "tcp://eth0:5, true, tcp://[fd00::7]:5 tcp://10.0.0.7:5 tcp://10.0.0.8:5",
        "tcp://both:5, false, tcp://10.0.0.9:5",
        "tcp://old:5, false, tcp://192.0.2.1:5 tcp://192.0.2.2:5",
        "tcp://dual:5, true, tcp://[2001:db8::3]:5 tcp://[2001:db8::4]:5 tcp://192.0.2.3:5 tcp://192.0.2.4:5",
    })
    void bindsInterfacesBeforeHosts(String endpoint, boolean ipv6, String addresses) {
        assertThat(texts(resolver.bindAddresses((TcpEndpoint) Texts.bound(endpoint), ipv6)))
                .isEqualTo(addresses);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://127.0.0.1:5, false, tcp://127.0.0.1:5",
        "tcp://[2001:db8::1]:5, true, tcp://[2001:db8::1]:5",
        "tcp://both:5, false, tcp://192.0.2.9:5",
        "tcp://dual:5, false, tcp://192.0.2.3:5 tcp://192.0.2.4:5",
        "tcp://dual:5, true, tcp://[2001:db8::3]:5 tcp://[2001:db8::4]:5 tcp://192.0.2.3:5 tcp://192.0.2.4:5",
        "tcp://old:5, true, tcp://192.0.2.1:5 tcp://192.0.2.2:5",
        "tcp://new:5, true, tcp://[2001:db8::5]:5",
    })
    void connectsToAllAddressesOfAHost(String endpoint, boolean ipv6, String addresses) throws UnknownHostException {
        assertThat(texts(resolver.connectAddresses((TcpEndpoint) Texts.connected(endpoint), ipv6)))
                .isEqualTo(addresses);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://missing:5, true, no such name",
        "tcp://new:5, false, only IPv6 addresses",
        "tcp://void:5, true, void has no address",
        "tcp://[::1]:5, false, the option IPV6 is false",
    })
    void hostWithoutUsableAddressIsNamed(String endpoint, boolean ipv6, String problem) {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> resolver.bindAddresses((TcpEndpoint) Texts.bound(endpoint), ipv6))
                .withMessageStartingWith("Endpoint \"" + endpoint + "\" cannot be bound: ")
                .withMessageContaining(problem);
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> resolver.connectAddresses((TcpEndpoint) Texts.connected(endpoint), ipv6))
                .withMessageStartingWith("Endpoint \"" + endpoint + "\" cannot be connected: ")
                .withMessageContaining(problem);
    }

    @Test
    void interfaceWithoutIpv4NeedsTheOption() {
        TcpEndpoint endpoint = (TcpEndpoint) Texts.bound("tcp://tun6:5");

        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> resolver.bindAddresses(endpoint, false))
                .withMessageContaining("tun6 has only IPv6 addresses, and the option IPV6 is false");
        assertThat(texts(resolver.bindAddresses(endpoint, true))).isEqualTo("tcp://[fd00::6]:5");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://10.1.1.1:7;old:5, 192.0.2.1, tcp://10.1.1.1:7",
        "tcp://eth0:0;dual:5, 192.0.2.3, tcp://10.0.0.7:0",
        "tcp://eth0:0;dual:5, 2001:db8::3, tcp://[fd00::7]:0",
        "tcp://*:7;dual:5, 192.0.2.3, tcp://0.0.0.0:7",
        "tcp://*:7;dual:5, 2001:db8::3, tcp://[::]:7",
    })
    void sourceIsOfTheTargetsFamily(String endpoint, String target, String source) throws UnknownHostException {
        InetSocketAddress address = resolver.sourceAddress((TcpEndpoint) Texts.connected(endpoint), address(target));

        assertThat(address).isNotNull();
        assertThat(TcpEndpoint.format(address)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://10.1.1.1:7;new:5, 2001:db8::5, 10.1.1.1 has no IPv6 address",
        "tcp://tun6:7;old:5, 192.0.2.1, tun6 has no IPv4 address",
        "tcp://old:7;old:5, 192.0.2.1, old has no IPv4 address",
    })
    void sourceWithoutAddressOfTheTargetsFamilyIsNamed(String endpoint, String target, String problem) {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> resolver.sourceAddress((TcpEndpoint) Texts.connected(endpoint), address(target)))
                .withMessageStartingWith("Endpoint \"" + endpoint + "\" cannot be connected: ")
                .withMessageContaining(problem);
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void endpointWithoutSourceLeavesItToTheSystem() throws UnknownHostException {
        assertThat(resolver.sourceAddress((TcpEndpoint) Texts.connected("tcp://old:5"), address("192.0.2.1")))
                .isNull();
    }

    @Test
    void addressesAndInterfacesAreNotLookedUpAsHosts() throws UnknownHostException {
        resolver.bindAddresses((TcpEndpoint) Texts.bound("tcp://eth0:5"), false);
        resolver.bindAddresses((TcpEndpoint) Texts.bound("tcp://1.2.3.4:5"), false);
        resolver.connectAddresses((TcpEndpoint) Texts.connected("tcp://[::1]:5"), true);

        assertThat(lookedUp).isEmpty();
    }

    @Test
    void zoneOfNoInterfaceIsRefused() {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() ->
                        resolver.bindAddresses((TcpEndpoint) Texts.bound("tcp://[fe80::1%nosuchinterface]:5"), true))
                .withMessageContaining("nosuchinterface");
    }

    @Test
    void systemsInterfacesAreFound() throws Exception {
        for (NetworkInterface some : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            List<InetAddress> itsAddresses = Collections.list(some.getInetAddresses());
            if (!itsAddresses.isEmpty()) {
                assertThat(new AddressResolver()
                                .bindAddresses(new TcpEndpoint(new TcpAddress(some.getName(), 5), null), true))
                        .extracting(InetSocketAddress::getAddress)
                        .containsExactlyInAnyOrderElementsOf(itsAddresses);
            }
        }
    }

    private static List<InetAddress> addresses(List<String> texts) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            addresses.add(InetAddress.getByName(text));
        }
        return addresses;
    }

    private static InetSocketAddress address(String text) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(text), 5);
    }

    private static String texts(List<InetSocketAddress> addresses) {
        return String.join(" ", addresses.stream().map(TcpEndpoint::format).toList());
    }
}
