package io.zmq4j.jackson;

import io.zmq4j.codec.Codec;
import io.zmq4j.message.Message;
import java.util.Objects;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes codecs that speak JSON, as pyzmq's {@code send_json} and {@code recv_json} do: a message is one frame, UTF-8 without a
 * byte order mark.
 *
 * <pre>{@code
 * record Order(String item, int count) {}
 *
 * static final Codec<Order> ORDER = JsonCodec.of(Order.class);
 *
 * push.send(new Order("tea", 3), ORDER);
 * }</pre>
 *
 * <p>Without a mapper of the application's own, a codec has Jackson's defaults and, like Python, the numbers {@code NaN},
 * {@code Infinity} and {@code -Infinity}, which standard JSON has not. JSON's {@code null}, a message of several frames, and what
 * Jackson refuses are unreadable: a {@link io.zmq4j.error.DecodeException} that has the message.
 */
public final class JsonCodec {
    private static final JsonMapper AS_PYTHON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private JsonCodec() {}

    /** A codec of values of this class. */
    public static <T> Codec<T> of(Class<T> type) {
        return of(AS_PYTHON, type);
    }

    /** A codec of values of a generic type: {@code JsonCodec.of(new TypeReference<List<Order>>() {})}. */
    public static <T> Codec<T> of(TypeReference<T> type) {
        return of(AS_PYTHON, type);
    }

    /** A codec of values of this class, as this mapper has them. */
    public static <T> Codec<T> of(ObjectMapper mapper, Class<T> type) {
        Objects.requireNonNull(mapper, "mapper");
        return codec(mapper, mapper.constructType(Objects.requireNonNull(type, "type")));
    }

    /** A codec of values of a generic type, as this mapper has them. */
    public static <T> Codec<T> of(ObjectMapper mapper, TypeReference<T> type) {
        Objects.requireNonNull(mapper, "mapper");
        return codec(mapper, mapper.constructType(Objects.requireNonNull(type, "type")));
    }

    private static <T> Codec<T> codec(ObjectMapper mapper, JavaType type) {
        var writer = mapper.writerFor(type);
        var reader = mapper.readerFor(type);
        return Codec.<T>of(value -> Message.wrap(writer.writeValueAsBytes(value)), message -> {
                    if (message.frameCount() != 1) {
                        throw new IllegalArgumentException("JSON is one frame");
                    }
                    return reader.readValue(message.array(0));
                })
                .named("JSON " + type.toCanonical());
    }
}
