package io.zmq4j.spring.autoconfigure;

import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * Options and their values as properties have them. Of a name only letters and digits count, as Spring takes underscores out of the
 * keys of a map, and environment variables have dots instead. A duration may be {@code 10s}, a size {@code 1MB}.
 */
final class OptionText {
    private static final Map<String, SocketOption<?>> BY_LETTERS = SocketOptions.all().stream()
            .collect(Collectors.toMap(option -> letters(option.name()), Function.identity()));

    private OptionText() {}

    static String letters(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    /**
     * The option of this key.
     *
     * @throws IllegalArgumentException if there is none; its message has the nearest names
     */
    static SocketOption<?> option(String key) {
        String letters = letters(key);
        SocketOption<?> option = BY_LETTERS.get(letters);
        if (option == null && letters.startsWith("ZMQ")) {
            option = BY_LETTERS.get(letters.substring("ZMQ".length()));
        }
        return option != null ? option : SocketOptions.named(key);
    }

    /** The value as the option itself reads it: what is no duration or size is left for the option to refuse. */
    static String plain(SocketOption<?> option, String text) {
        try {
            if (option.type() == Duration.class && !text.matches("-?\\d+")) {
                return String.valueOf(DurationStyle.detectAndParse(text).toMillis());
            }
            if (option.unit().equals("bytes") && !text.matches("-?\\d+")) {
                return String.valueOf(DataSize.parse(text).toBytes());
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // The option says what it takes.
        }
        return text;
    }
}
