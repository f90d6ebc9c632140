package io.zmq4j.cli;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date format as strftime(3) has it, in English. */
final class DateFormat implements ITypeConverter<DateTimeFormatter> {
    private static final Map<String, String> PATTERNS = new TreeMap<>(Map.ofEntries(
            Map.entry("Y", "yyyy"),
            Map.entry("y", "yy"),
            Map.entry("m", "MM"),
            Map.entry("b", "MMM"),
            Map.entry("B", "MMMM"),
            Map.entry("d", "dd"),
            Map.entry("j", "DDD"),
            Map.entry("a", "EEE"),
            Map.entry("A", "EEEE"),
            Map.entry("H", "HH"),
            Map.entry("I", "hh"),
            Map.entry("p", "a"),
            Map.entry("M", "mm"),
            Map.entry("S", "ss"),
            Map.entry("f", "SSSSSS"),
            Map.entry("z", "xx"),
            Map.entry("Z", "zzz"),
            Map.entry("F", "yyyy-MM-dd"),
            Map.entry("T", "HH:mm:ss"),
            Map.entry("%", "'%'")));

    /** A percent sign with what follows it, or a text without one. */
    private static final Pattern TOKEN = Pattern.compile("%(.?)|[^%]+", Pattern.DOTALL);

    @Override
    public DateTimeFormatter convert(String format) {
        var formatter = new DateTimeFormatterBuilder();
        for (var token : TOKEN.matcher(format).results().toList()) {
            if (token.group(1) == null) {
                formatter.appendLiteral(token.group());
                continue;
            }
            var pattern = PATTERNS.get(token.group(1));
            if (pattern == null) {
                throw new TypeConversionException("'" + format + "' is no date format: after % one of "
                        + String.join(" ", PATTERNS.keySet()) + " is allowed");
            }
            formatter.appendPattern(pattern);
        }
        return formatter.toFormatter(Locale.ENGLISH);
    }
}
