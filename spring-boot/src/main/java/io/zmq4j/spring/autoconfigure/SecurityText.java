package io.zmq4j.spring.autoconfigure;

import io.zmq4j.zmtp.mechanism.SecurityProvider;
import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.springframework.util.ResourceUtils;

/** The map {@code security} of a socket as the text that its option {@code SECURITY} reads: {@code CURVE role=server …}. */
final class SecurityText {
    private static final String MECHANISM = "mechanism";

    private SecurityText() {}

    /** @throws IllegalArgumentException if the mechanism is not named, or a file is not there; without a value that may be secret */
    static String of(Map<String, String> security) {
        String mechanism = security.get(MECHANISM);
        if (mechanism == null) {
            throw new IllegalArgumentException("it names no mechanism: PLAIN, CURVE, GSSAPI or NULL");
        }
        var text = new StringBuilder(mechanism.toUpperCase(Locale.ROOT));
        security.forEach((key, value) -> {
            if (!key.equals(MECHANISM)) {
                String setting = OptionText.letters(key).toLowerCase(Locale.ROOT);
                text.append(' ').append(setting).append('=').append(encoded(mechanism, setting, value));
            }
        });
        return text.toString();
    }

    private static String encoded(String mechanism, String setting, String value) {
        boolean isLiteral = ServiceLoader.load(SecurityProvider.class, SecurityProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .anyMatch(provider -> provider.mechanism().equalsIgnoreCase(mechanism) && provider.isLiteral(setting));
        String text = setting.equals("certificate") ? file(value) : value;
        return isLiteral
                ? text
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A path, which may begin with {@code file:} or {@code classpath:}. */
    private static String file(String location) {
        try {
            return ResourceUtils.getFile(location).getPath();
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException("there is no file " + location, e);
        }
    }
}
