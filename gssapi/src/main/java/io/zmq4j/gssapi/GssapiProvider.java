package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.SecurityProvider;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GSSAPI by name.
 *
 * <pre>
 *   role=server  principal=NAME                        [principalnametype=TYPE] [plaintext=true]
 *   serviceprincipal=NAME  [principal=NAME]            [serviceprincipalnametype=TYPE] [principalnametype=TYPE] [plaintext=true]
 *
 *   TYPE    hostbased (default), username or krb5: see {@link GssapiNameType}
 * </pre>
 */
public final class GssapiProvider implements SecurityProvider {
    private static final String ROLE = "role";
    private static final String PRINCIPAL = "principal";
    private static final String PRINCIPAL_TYPE = "principalnametype";
    private static final String SERVICE = "serviceprincipal";
    private static final String SERVICE_TYPE = "serviceprincipalnametype";
    private static final String PLAINTEXT = "plaintext";
    private static final Set<String> SETTINGS =
            Set.of(ROLE, PRINCIPAL, PRINCIPAL_TYPE, SERVICE, SERVICE_TYPE, PLAINTEXT);

    private static final String ALLOWED =
            "GSSAPI has the settings role=server with principal, or serviceprincipal and, for a client that is not who has logged in,"
                    + " principal; for each of these principalnametype and serviceprincipalnametype, which are hostbased, username or"
                    + " krb5; and plaintext, which is true or false";

    /** For the service loader. */
    public GssapiProvider() {}

    @Override
    public String mechanism() {
        return Gssapi.NAME;
    }

    @Override
    public Security create(Map<String, String> settings) {
        if (!SETTINGS.containsAll(Objects.requireNonNull(settings, "settings").keySet())) {
            throw new IllegalArgumentException(ALLOWED);
        }
        try {
            Gssapi security = security(settings.get(ROLE), settings.get(PRINCIPAL), settings.get(SERVICE));
            String principalType = settings.get(PRINCIPAL_TYPE);
            String serviceType = settings.get(SERVICE_TYPE);
            if (principalType != null) {
                security = security.withPrincipalType(type(principalType));
            }
            if (serviceType != null) {
                security = security.withServicePrincipalType(type(serviceType));
            }
            return isPlaintext(settings.getOrDefault(PLAINTEXT, "false")) ? security.withoutEncryption() : security;
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    private static Gssapi security(@Nullable String role, @Nullable String principal, @Nullable String service) {
        if ("server".equals(role) && principal != null && service == null) {
            return Gssapi.server(principal);
        }
        if ((role == null || role.equals("client")) && service != null) {
            return Gssapi.client(principal, service);
        }
        throw new IllegalArgumentException(ALLOWED);
    }

    private static GssapiNameType type(String setting) {
        for (GssapiNameType type : GssapiNameType.values()) {
            if (type.setting().equals(setting)) {
                return type;
            }
        }
        throw new IllegalArgumentException(ALLOWED);
    }

    private static boolean isPlaintext(String setting) {
        return switch (setting) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(ALLOWED);
        };
    }
}
