package io.zmq4j.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of JSON, field by field; what is null is left out. */
final class JsonFields {
    private final StringBuilder fields = new StringBuilder();

    JsonFields text(String name, @Nullable String value) {
        return value == null ? this : raw(name, quoted(value));
    }

    JsonFields number(String name, long value) {
        return raw(name, String.valueOf(value));
    }

    JsonFields bool(String name, boolean value) {
        return raw(name, String.valueOf(value));
    }

    JsonFields texts(String name, Map<String, String> values) {
        var inner = new JsonFields();
        values.forEach(inner::text);
        return raw(name, inner.toString());
    }

    JsonFields array(String name, List<JsonFields> values) {
        return raw(name, values.toString());
    }

    private JsonFields raw(String name, String value) {
        fields.append(fields.isEmpty() ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(value);
        return this;
    }

    private static String quoted(String text) {
        var out = new ByteArrayOutputStream();
        try {
            JsonLine.writeString(text.getBytes(StandardCharsets.UTF_8), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "{" + fields + "}";
    }
}
