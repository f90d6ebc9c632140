package zmq.io.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;
import org.zeromq.ZMQException;
import zmq.ZError;

/** Addresses as texts and looked up. */
class AddressTest {
    @SuppressWarnings("deprecation") // programs use it all the same
    private static Address of(String protocol, String address) {
        return new Address(protocol, address);
    }

    @Test
    void anAddressOfTcp() {
        Address address = of("tcp", "127.0.0.1:5555");
        assertThat(address.address()).isEqualTo("127.0.0.1:5555");
        assertThat(address.host()).isEqualTo("127.0.0.1");
        assertThat(address.isResolved()).isFalse();
        assertThat(address.resolved()).isNull();

        Address.IZAddress found = address.resolve(false);
        assertThat(address.isResolved()).isTrue();
        assertThat(address.resolved()).isSameAs(found);
        assertThat(found.address()).isEqualTo(new InetSocketAddress("127.0.0.1", 5555));
        assertThat(found.family().name()).isEqualTo("INET");
        assertThat(found.sourceAddress()).isNull();
        assertThat(found.toString(77)).isEqualTo("tcp://127.0.0.1:5555");
        assertThat(found.resolve("*:*", false, true)).isEqualTo(new InetSocketAddress("0.0.0.0", 0));
        assertThat(address).hasToString("tcp://127.0.0.1:5555");
    }

    @Test
    void anAddressOfIpv6() {
        Address.IZAddress found = of("tcp", "[::1]:*").resolve(true);
        assertThat(found.family().name()).isEqualTo("INET6");
        assertThat(found.toString(77)).isEqualTo("tcp://[0:0:0:0:0:0:0:1]:77");
        assertThatThrownBy(() -> of("tcp", "[::1]:5").resolve(false))
                .isInstanceOfSatisfying(
                        ZMQException.class, e -> assertThat(e.getErrorCode()).isEqualTo(ZError.EADDRNOTAVAIL));
    }

    @Test
    void othersHaveNothingToLookUp() {
        assertThat(of("ipc", "/tmp/x").resolve(false)).isNull();
        assertThat(of("ipc", "/tmp/x")).hasToString("ipc:///tmp/x");
        assertThat(of("inproc", "x").host()).isEqualTo("x");
    }

    @Test
    void whatIsNoAddress() {
        assertThatThrownBy(() -> of("foo", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of("tcp", "x").resolve(false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of("tcp", "x:99999").resolve(false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address(UnixDomainSocketAddress.of("/tmp/x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Address(new InetSocketAddress("127.0.0.1", 99))).hasToString("tcp://127.0.0.1:99");
    }
}
