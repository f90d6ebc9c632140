package io.zmq4j.logging.jul;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A record in a line, {@code logger - message}, and its exception in the lines below. The topic has the level. Stateless. */
public final class LineFormatter extends Formatter {
    /** For {@code logging.properties} and for {@link PubHandler}. */
    public LineFormatter() {}

    @Override
    public String format(LogRecord record) {
        var text = new StringWriter();
        if (record.getLoggerName() != null) {
            text.append(record.getLoggerName()).append(" - ");
        }
        text.append(formatMessage(record)).append('\n');
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }
}
