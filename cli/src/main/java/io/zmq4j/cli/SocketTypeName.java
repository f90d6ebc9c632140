package io.zmq4j.cli;

import io.zmq4j.zmtp.SocketType;
import java.util.Locale;
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
                    .toList();
            throw new TypeConversionException("'" + text + "' is no socket type: one of " + String.join(", ", names)
                    + " is allowed" + Nearest.question(text.toLowerCase(Locale.ROOT), names));
        }
    }
}
