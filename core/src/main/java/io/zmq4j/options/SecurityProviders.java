package io.zmq4j.options;

import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.SecurityProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mechanisms that can be asked for by name, and those that other modules brought along. Looked up once. */
final class SecurityProviders {
    private static final List<SecurityProvider> ALL = Stream.concat(
                    Stream.of(new NullProvider(), new PlainProvider()),
                    ServiceLoader.load(SecurityProvider.class, SecurityProviders.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get))
            .toList();

    /** Where to look for what is not there. */
    private static final Map<String, String> MODULES = Map.of("CURVE", "curve", "GSSAPI", "gssapi");

    private SecurityProviders() {}

    static List<String> mechanisms() {
        return ALL.stream().map(SecurityProvider::mechanism).toList();
    }

    static SecurityProvider of(String mechanism) {
        return ALL.stream()
                .filter(provider -> provider.mechanism().equals(mechanism))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(problem(mechanism)));
    }

    private static String problem(String mechanism) {
        String module = MODULES.get(mechanism);
        return module == null
                ? "there is no such mechanism; there are "
                        + ALL.stream().map(SecurityProvider::mechanism).collect(Collectors.joining(", "))
                : mechanism + " needs the module io.zmq4j." + module + " (Maven: io.zmq4j:" + module
                        + ") and it is not there";
    }

    private static final class NullProvider implements SecurityProvider {
        @Override
        public String mechanism() {
            return NullMechanism.NAME;
        }

        @Override
        public Security create(Map<String, String> settings) {
            if (!settings.isEmpty()) {
                throw new IllegalArgumentException("NULL has no settings");
            }
            return Security.none();
        }
    }

    private static final class PlainProvider implements SecurityProvider {
        @Override
        public String mechanism() {
            return Plain.NAME;
        }

        @Override
        public Security create(Map<String, String> settings) {
            if (settings.equals(Map.of("role", "server"))) {
                return Plain.server();
            }
            String username = settings.get("username");
            String password = settings.get("password");
            if (username == null || password == null || settings.size() != 2) {
                throw new IllegalArgumentException("PLAIN has the settings role=server, or username and password");
            }
            return Plain.client(username, password);
        }
    }
}
