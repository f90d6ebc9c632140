package io.zmq4j.options;

import io.zmq4j.zmtp.mechanism.Security;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the values of an option are in Java and in text.
 *
 * @param form what a text must look like, for error messages
 * @param parser text to value; fails with IllegalArgumentException or ArithmeticException
 * @param formatter value to text
 * @param copier the value as it is kept: nobody's but the option's, and rounded where the option rounds
 */
record ValueKind<T>(
        Class<T> type,
        String form,
        Function<String, T> parser,
        Function<T, String> formatter,
        UnaryOperator<T> copier) {
    private static final String HIDDEN = "***";

    static final ValueKind<Integer> INTEGER = immutable(Integer.class, "an integer", Integer::valueOf, String::valueOf);
    static final ValueKind<Long> LONG = immutable(Long.class, "an integer", Long::valueOf, String::valueOf);
    static final ValueKind<Boolean> BOOLEAN =
            immutable(Boolean.class, "a boolean (0, 1, true or false)", ValueKind::parseBoolean, String::valueOf);
    static final ValueKind<Duration> DURATION =
            immutable(Duration.class, "a duration in milliseconds", DurationText::parse, DurationText::format);
    static final ValueKind<Duration> TENTHS_OF_SECONDS = new ValueKind<>(
            Duration.class, DURATION.form, DURATION.parser, DURATION.formatter, ValueKind::roundedDownToTenths);
    static final ValueKind<byte[]> BYTES = new ValueKind<>(
            byte[].class,
            "bytes (UTF-8 text, or 0x and hex digits)",
            BytesText::parse,
            BytesText::format,
            byte[]::clone);
    static final ValueKind<String> TEXT =
            immutable(String.class, "a text", UnaryOperator.identity(), UnaryOperator.identity());
    static final ValueKind<String> PASSWORD =
            immutable(String.class, "a text", UnaryOperator.identity(), password -> password.isEmpty() ? "" : HIDDEN);
    static final ValueKind<Security> SECURITY = immutable(
            Security.class,
            "a security mechanism and its settings, such as NULL or PLAIN username=name password=word",
            SecurityText::parse,
            Security::toString);

    /** What may be shown of a text that could not be read. */
    String shown(String text) {
        return this == PASSWORD ? HIDDEN : isSecret() ? SecurityText.shown(text) : Shown.text(text);
    }

    /** What else is to be said of it. */
    String problem(RuntimeException why) {
        return isSecret() ? ": " + why.getMessage() : "";
    }

    private boolean isSecret() {
        return type == Security.class;
    }

    T parse(String text) {
        return parser.apply(text);
    }

    String format(T value) {
        return formatter.apply(value);
    }

    T copy(T value) {
        return copier.apply(value);
    }

    private static <T> ValueKind<T> immutable(
            Class<T> type, String form, Function<String, T> parser, Function<T, String> formatter) {
        return new ValueKind<>(type, form, parser, formatter, UnaryOperator.identity());
    }

    private static Boolean parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Duration roundedDownToTenths(Duration value) {
        return Duration.ofMillis(value.toMillis() / 100 * 100);
    }
}
