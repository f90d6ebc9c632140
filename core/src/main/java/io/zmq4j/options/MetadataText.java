package io.zmq4j.options;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The properties of {@link SocketOptions#METADATA} as one text: {@code X-zone:eu;X-app:orders}. */
public final class MetadataText {
    /** Of all of them, so that a handshake's command has room for them. */
    static final int LONGEST = 4096;

    private static final String SEPARATOR = ";";

    /** RFC 37, "Connection Metadata", leaves names that begin with X- to applications. */
    private static final Pattern NAME = Pattern.compile("(?i)X-[-_.+0-9A-Za-z]{1,200}");

    private MetadataText() {}

    /**
     * The properties by name, in their order, unmodifiable; of a name that comes twice the last one.
     *
     * @throws IllegalArgumentException if one of them has no colon, or a name that does not begin with {@code X-}
     */
    public static Map<String, String> parse(String text) {
        Objects.requireNonNull(text, "text");
        if (text.isEmpty()) {
            return Map.of();
        }
        var properties = new LinkedHashMap<String, String>();
        for (String property : text.split(SEPARATOR, -1)) {
            int colon = property.indexOf(':');
            if (colon < 0 || !NAME.matcher(property.substring(0, colon)).matches()) {
                throw new IllegalArgumentException("\"" + Shown.text(property) + "\" is no X-name:value");
            }
            properties.put(property.substring(0, colon), property.substring(colon + 1));
        }
        return Map.copyOf(properties);
    }

    static boolean isAllowed(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return false;
        }
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
