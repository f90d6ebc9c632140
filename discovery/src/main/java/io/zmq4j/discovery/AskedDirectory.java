package io.zmq4j.discovery;

import io.zmq4j.discovery.asking.Asker;
import io.zmq4j.discovery.asking.Period;
import io.zmq4j.discovery.asking.Question;
import io.zmq4j.event.Registration;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.transport.spi.DirectoryListener;
import java.util.function.Function;

/**
 * A directory that has to be asked.
 *
 * @param question makes what is asked for a socket with these options
 */
record AskedDirectory(String text, Period period, Function<OptionValues, Question> question) implements Directory {
    @Override
    public Registration watch(OptionValues options, DirectoryListener listener) {
        return Asker.start(text, question.apply(options), period, listener);
    }

    @Override
    public String toString() {
        return text;
    }
}
