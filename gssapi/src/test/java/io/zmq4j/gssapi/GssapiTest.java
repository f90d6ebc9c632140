package io.zmq4j.gssapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.zmq4j.zmtp.wire.Metadata;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What an application sets. */
class GssapiTest {
    private static void nullIsNamed(ThrowingCallable call, String argument) {
        assertThatNullPointerException().isThrownBy(call).withMessage(argument);
    }

    @Test
    @SuppressWarnings("NullAway") // that is what is tried
    void everyNullIsToldByItsName() {
        Gssapi client = Gssapi.client(null, "zmq@localhost");
        nullIsNamed(() -> Gssapi.server(null), "principal");
        nullIsNamed(() -> Gssapi.client("anna", null), "servicePrincipal");
        nullIsNamed(() -> client.withPrincipalType(null), "type");
        nullIsNamed(() -> client.withServicePrincipalType(null), "type");
        nullIsNamed(() -> client.withCredential(null), "credential");
        nullIsNamed(() -> client.create(null, false), "own");
        nullIsNamed(() -> new GssapiProvider().create(null), "settings");
    }

    @Test
    void emptyPrincipalsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gssapi.server(""))
                .withMessageContaining("empty principal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gssapi.client("", "zmq@localhost"))
                .withMessageContaining("empty principal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gssapi.client(null, ""))
                .withMessageContaining("empty servicePrincipal");
    }

    @Test
    void onlyAPrincipalHasAType() {
        Gssapi client = Gssapi.client(null, "zmq@localhost");
        Gssapi server = Gssapi.server("zmq@localhost");
        assertThatIllegalStateException()
                .isThrownBy(() -> client.withPrincipalType(GssapiNameType.USER_NAME))
                .withMessageContaining("no principal");
        assertThatIllegalStateException()
                .isThrownBy(() -> server.withServicePrincipalType(GssapiNameType.USER_NAME))
                .withMessageContaining("a server");
    }

    @Test
    void isNeverChanged() {
        Gssapi client = Gssapi.client("anna", "zmq@localhost");

        Gssapi other = client.withPrincipalType(GssapiNameType.USER_NAME).withoutEncryption();

        assertThat(client).hasToString("GSSAPI role=client principal=anna serviceprincipal=zmq@localhost");
        assertThat(other)
                .hasToString(
                        "GSSAPI role=client principal=anna (username) serviceprincipal=zmq@localhost plaintext=true");
    }

    @Test
    void theServerIsSoInItsGreeting() {
        assertThat(Gssapi.server("zmq@localhost").isServer()).isTrue();
        assertThat(Gssapi.client(null, "zmq@localhost").isServer()).isFalse();
        assertThat(Gssapi.server("zmq@localhost").create(new Metadata(), false).name())
                .isEqualTo("GSSAPI");
    }
}
