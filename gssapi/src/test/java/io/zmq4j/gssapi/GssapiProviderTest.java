package io.zmq4j.gssapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.zmtp.mechanism.Security;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GssapiProviderTest {
    private final GssapiProvider provider = new GssapiProvider();

    @Test
    void aServerHasAPrincipal() {
        Security security = provider.create(Map.of("role", "server", "principal", "zmq@localhost"));
        assertThat(security.isServer()).isTrue();
        assertThat(security.mechanism()).isEqualTo("GSSAPI");
        assertThat(security).hasToString("GSSAPI role=server principal=zmq@localhost");
    }

    @Test
    void aClientKnowsItsServer() {
        Security security = provider.create(Map.of("serviceprincipal", "zmq@localhost"));
        assertThat(security.isServer()).isFalse();
        assertThat(security).hasToString("GSSAPI role=client serviceprincipal=zmq@localhost");
    }

    @Test
    void everythingElseMayBeSaid() {
        assertThat(provider.create(Map.of(
                        "role", "client",
                        "principal", "anna",
                        "principalnametype", "username",
                        "serviceprincipal", "zmq/localhost@EXAMPLE",
                        "serviceprincipalnametype", "krb5",
                        "plaintext", "true")))
                .hasToString(
                        "GSSAPI role=client principal=anna (username) serviceprincipal=zmq/localhost@EXAMPLE (krb5) plaintext=true");
        assertThat(provider.create(Map.of(
                        "role", "server",
                        "principal", "zmq@localhost",
                        "principalnametype", "hostbased",
                        "plaintext", "false")))
                .hasToString("GSSAPI role=server principal=zmq@localhost");
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("role", "server"),
                Map.of("role", "server", "principal", "a", "serviceprincipal", "b"),
                Map.of("role", "server", "principal", "a", "serviceprincipalnametype", "krb5"),
                Map.of("role", "servant", "serviceprincipal", "b"),
                Map.of("principal", "a"),
                Map.of("serviceprincipal", "b", "principalnametype", "krb5"),
                Map.of("serviceprincipal", "b", "serviceprincipalnametype", "KRB5"),
                Map.of("serviceprincipal", "b", "plaintext", "yes"),
                Map.of("serviceprincipal", "b", "password", "x"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> provider.create(wrong))
                    .withMessageContaining("GSSAPI has the settings");
        }
    }
}
