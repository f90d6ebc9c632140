package io.zmq4j.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security as an option: one value, whose text keeps its secrets. */
class SecurityOptionTest {
    @Test
    void theDefaultIsNoSecurity() {
        var values = new OptionValues(SocketType.PULL);

        assertThat(values.get(SocketOptions.SECURITY)).isSameAs(Security.none());
        assertThat(values.format(SocketOptions.SECURITY)).isEqualTo("NULL");
        assertThat(values.get(SocketOptions.ZAP_DOMAIN)).isEmpty();
        assertThat(values.get(SocketOptions.ZAP_ENFORCE_DOMAIN)).isTrue();
    }

    @Test
    void theValueSetLastCountsAloneWhateverCameBefore() {
        var values = new OptionValues(SocketType.PULL);
        values.set("SECURITY", "PLAIN username=admin password=secret");
        values.set("MECHANISM", "plain role=server");
        assertThat(values.get(SocketOptions.SECURITY)).isSameAs(Plain.server());

        values.set("zmq_security", "NULL");
        assertThat(values.get(SocketOptions.SECURITY)).isSameAs(Security.none());
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN username=admin password=secret, 05 61646d696e 06 736563726574",
        "' plain  PASSWORD=  USERNAME=a ', 01 61 00",
        "PLAIN username=a%20b password=100%25+%C3%9F=, 03 612062 08 313030252bc39f3d",
    })
    void aClientIsReadFromItsText(String text, String credentials) throws Exception {
        Security security = SocketOptions.SECURITY.parse(text);

        assertThat(security.mechanism()).isEqualTo("PLAIN");
        assertThat(security.isServer()).isFalse();
        Command hello = security.create(new Metadata(), false).start().send().get(0);
        assertThat(java.util.HexFormat.of().formatHex(hello.body()))
                .isEqualTo("0548454c4c4f" + credentials.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PLAIN",
                "PLAIN username=admin",
                "PLAIN password=secret",
                "PLAIN username=admin password=secret role=server",
                "PLAIN username=admin password=secret password=secret",
                "PLAIN username=admin password=secret hunter=secret",
                "PLAIN role=secret",
                "PLAIN username=admin password=%secret",
                "PLAIN username=admin secret",
                "PLAIN =secret",
                "NULL secret=secret",
                "SECURE secret=secret",
                "CURVE key=secret",
                "secret%",
                ""
            })
    void aWrongTextIsRefusedAndItsSecretsNotShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.SECURITY.parse(text))
                .satisfies(e -> {
                    var shown = new StringWriter();
                    e.printStackTrace(new PrintWriter(shown));
                    if (text.contains(" ")) {
                        assertThat(shown.toString()).doesNotContain("secret");
                    }
                    assertThat(e).hasMessageContaining("SECURITY = ");
                });
    }

    @Test
    void aMechanismOfAModuleThatIsNotThereSaysWhichItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.SECURITY.parse("CURVE role=server"))
                .withMessageContaining("io.zmq4j:curve");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOptions.SECURITY.parse("OTHER"))
                .withMessageContaining("there are NULL, PLAIN");
    }

    @Test
    void theTextOfAValueHasNoPassword() {
        assertThat(SocketOptions.SECURITY.format(Plain.client("admin", "secret")))
                .isEqualTo("PLAIN username=admin");
        assertThat(SocketOptions.SECURITY.format(Plain.server())).isEqualTo("PLAIN role=server");
    }

    @Test
    void aDomainHasAtMost255Bytes() {
        var values = new OptionValues(SocketType.PULL);
        values.set(SocketOptions.ZAP_DOMAIN, "x".repeat(255));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values.set(SocketOptions.ZAP_DOMAIN, "ä".repeat(128)))
                .withMessageContaining("0 to 255 bytes");
    }

    @Test
    void securityIsNoSecretBetweenSocketsOfOneContext() {
        try (var context = Context.create()) {
            var rep = context.rep();
            var req = context.req();
            rep.set(SocketOptions.SECURITY, Plain.server());
            rep.bind("inproc://a");
            req.connect("inproc://a");
            req.send("hi");
            assertThat(rep.receive(Duration.ofSeconds(5))).isPresent();
        }
    }

    @Test
    void aNullIsRefused() {
        var values = new OptionValues(SocketType.PULL);
        assertThatThrownBy(() -> values.set(SocketOptions.SECURITY, null)).isInstanceOf(NullPointerException.class);
    }
}
