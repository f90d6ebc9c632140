package io.zmq4j.options;

import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.SecurityProvider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Security as a line of text: {@code PLAIN username=admin password=secret}. No error has a value in it.
 *
 * <p>In values, {@code %} and two hex digits are an octet of UTF-8, so that any text can be written; but not in those that the
 * mechanism wants as they are.
 */
final class SecurityText {
    private SecurityText() {}

    static Security parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        SecurityProvider provider = SecurityProviders.of(words[0].toUpperCase(Locale.ROOT));
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("word " + (i + 1) + " is no setting: name=value");
            }
            String name = words[i].substring(0, equals).toLowerCase(Locale.ROOT);
            String value = words[i].substring(equals + 1);
            if (settings.put(name, provider.isLiteral(name) ? value : decoded(name, value)) != null) {
                throw new IllegalArgumentException("the setting " + Shown.text(name) + " comes twice");
            }
        }
        return provider.create(settings);
    }

    private static String decoded(String name, String value) {
        try {
            // A plus is a plus here.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "in the setting " + Shown.text(name) + ", % is not followed by two hex digits");
        }
    }

    /** The mechanism's name: all that is no secret for sure. */
    static String shown(String text) {
        String[] words = text.strip().split("\\s+", 2);
        return words.length == 1 ? Shown.text(words[0]) : Shown.text(words[0]) + " …";
    }
}
