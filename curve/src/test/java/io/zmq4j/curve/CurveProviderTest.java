package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Z85;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveProviderTest {
    private static final String SECRET = Z85.encode(Keys.SERVER_SECRET);
    private static final String PUBLIC = Keys.SERVER.publicKey().toString();

    private final CurveProvider provider = new CurveProvider();

    @Test
    void aServerHasItsSecretKey() {
        Security security = provider.create(Map.of("role", "server", "secretkey", SECRET));
        assertThat(security.isServer()).isTrue();
        assertThat(security).hasToString("CURVE role=server publickey=" + PUBLIC);
    }

    @Test
    void keysMayBeHexDigits() {
        Security security = provider.create(
                Map.of("role", "server", "secretkey", HexFormat.of().formatHex(Keys.SERVER_SECRET)));
        assertThat(security).hasToString("CURVE role=server publickey=" + PUBLIC);
    }

    /** Z85 has the % in its alphabet; a path may want a space. */
    @Test
    void keysStandInALineAsTheyAre() {
        assertThat(List.of("serverkey", "secretkey")).allMatch(provider::isLiteral);
        assertThat(List.of("certificate", "role")).noneMatch(provider::isLiteral);
    }

    @Test
    void aClientKnowsItsServer() {
        Security security = provider.create(Map.of("serverkey", PUBLIC, "secretkey", Z85.encode(Keys.CLIENT_SECRET)));
        assertThat(security.isServer()).isFalse();
        assertThat(security)
                .hasToString("CURVE role=client publickey=" + Keys.CLIENT.publicKey() + " serverkey=" + PUBLIC);
    }

    @Test
    void aClientWithoutKeysThrowsThemAway() {
        assertThat(provider.create(Map.of("serverkey", PUBLIC)).toString())
                .isNotEqualTo(provider.create(Map.of("serverkey", PUBLIC)).toString());
    }

    @Test
    void keysMayBeInACertificate(@TempDir Path folder) {
        Path file = folder.resolve("server.key_secret");
        CurveCertificate.of(Keys.SERVER, Map.of()).saveSecret(file);
        assertThat(provider.create(Map.of("role", "server", "certificate", file.toString())))
                .hasToString("CURVE role=server publickey=" + PUBLIC);

        Path open = folder.resolve("server.key");
        CurveCertificate.of(Keys.SERVER, Map.of()).savePublic(open);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider.create(Map.of("role", "server", "certificate", open.toString())))
                .withMessageContaining("has no secret key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider.create(Map.of("role", "server", "certificate", folder + "/nowhere")))
                .withMessageContaining("cannot be read");
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("role", "server"),
                Map.of("role", "server", "secretkey", SECRET, "serverkey", PUBLIC),
                Map.of("role", "server", "secretkey", SECRET, "certificate", "file"),
                Map.of("role", "servant", "serverkey", PUBLIC),
                Map.of("serverkey", PUBLIC, "password", "x"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> provider.create(wrong))
                    .withMessageContaining("CURVE has the settings");
        }
    }

    @Test
    void aWrongKeyIsNotShown() {
        String wrong = SECRET.substring(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider.create(Map.of("role", "server", "secretkey", wrong)))
                .withMessage("the secretkey is neither 40 characters of Z85 nor 64 hex digits")
                .withNoCause();
    }
}
