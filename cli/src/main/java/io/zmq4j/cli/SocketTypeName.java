package io.zmq4j.cli;

import io.zmq4j.zmtp.SocketType;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A socket type on the command line, in any case. */
final class SocketTypeName implements ITypeConverter<SocketType> {
    @Override
    public SocketType convert(String text) {
        try {
            return SocketType.named(text);
        } catch (IllegalArgumentException e) {
            var names = SocketType.values().stream()
                    .map(type -> type.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new TypeConversionException("'" + text + "' is no socket type: one of " + names + " is allowed");
        }
    }
}
