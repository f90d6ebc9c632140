package io.zmq4j.services.broker;

import java.lang.reflect.RecordComponent;
import java.util.Map;

/** A record of numbers, flags, names and maps of these as a line of JSON, such as what a broker says of itself. */
final class RecordJson {
    private RecordJson() {}

    static String of(Record values) {
        var json = new StringBuilder("{");
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            member(json, component.getName(), value(values, component));
        }
        return json.append('}').toString();
    }

    private static Object value(Record values, RecordComponent component) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static void member(StringBuilder json, String name, Object value) {
        if (json.charAt(json.length() - 1) != '{') {
            json.append(',');
        }
        json.append('"').append(name).append("\":");
        if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof Map<?, ?> map) {
            json.append('{');
            map.forEach((key, each) -> member(json, String.valueOf(key), each));
            json.append('}');
        } else {
            json.append('"').append(value).append('"');
        }
    }
}
