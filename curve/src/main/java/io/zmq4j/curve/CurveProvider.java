package io.zmq4j.curve;

import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.SecurityProvider;
import io.zmq4j.zmtp.wire.Z85;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CURVE by name. A key is 40 characters of {@link Z85} or 64 hex digits.
 *
 * <pre>
 *   role=server    certificate=FILE | secretkey=KEY
 *   serverkey=KEY  [certificate=FILE | secretkey=KEY]     a client; without either, a pair that is thrown away
 * </pre>
 */
public final class CurveProvider implements SecurityProvider {
    private static final String ROLE = "role";
    private static final String SERVER_KEY = "serverkey";
    private static final String SECRET_KEY = "secretkey";
    private static final String CERTIFICATE = "certificate";
    private static final Set<String> SETTINGS = Set.of(ROLE, SERVER_KEY, SECRET_KEY, CERTIFICATE);

    private static final String ALLOWED =
            "CURVE has the settings role=server with certificate=FILE or secretkey=KEY, or serverkey=KEY and, if the client is to be"
                    + " known by its key, certificate or secretkey";

    /** For the service loader. */
    public CurveProvider() {}

    @Override
    public String mechanism() {
        return Curve.NAME;
    }

    /** Z85 has a % in its alphabet. */
    @Override
    public boolean isLiteral(String setting) {
        Objects.requireNonNull(setting, "setting");
        return setting.equals(SERVER_KEY) || setting.equals(SECRET_KEY);
    }

    @Override
    public Security create(Map<String, String> settings) {
        if (!SETTINGS.containsAll(settings.keySet())) {
            throw new IllegalArgumentException(ALLOWED);
        }
        String role = settings.get(ROLE);
        String serverKey = settings.get(SERVER_KEY);
        CurveKeyPair own = keyPair(settings.get(CERTIFICATE), settings.get(SECRET_KEY));
        if ("server".equals(role) && serverKey == null && own != null) {
            return Curve.server(own);
        }
        if ((role == null || role.equals("client")) && serverKey != null) {
            return Curve.client(
                    own == null ? CurveKeyPair.generate() : own, CurvePublicKey.of(octets(SERVER_KEY, serverKey)));
        }
        throw new IllegalArgumentException(ALLOWED);
    }

    private static @Nullable CurveKeyPair keyPair(@Nullable String certificate, @Nullable String secretKey) {
        if (certificate != null && secretKey != null) {
            throw new IllegalArgumentException(ALLOWED);
        }
        if (certificate != null) {
            return CurveCertificate.keyPairIn(certificate);
        }
        return secretKey == null ? null : CurveKeyPair.of(octets(SECRET_KEY, secretKey));
    }

    /** The text of a key that is none is shown to nobody: it may be a secret one with a slip of the pen in it. */
    private static byte[] octets(String setting, String key) {
        try {
            return key.length() == 2 * CurvePublicKey.SIZE ? HexFormat.of().parseHex(key) : Z85.decode(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the " + setting + " is neither 40 characters of Z85 nor 64 hex digits");
        }
    }
}
