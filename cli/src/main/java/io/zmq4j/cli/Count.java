package io.zmq4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of times on the command line: at least 1. */
final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw new TypeConversionException("'" + text + "' is no count: a whole number from 1 is allowed");
    }
}
