package peers;

import io.zmq4j.testkit.PythonPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A side on pyzmq. */
final class PythonSide implements Peer {
    private static final String PROGRAM = program();

    private final PythonPeer process;

    PythonSide(List<String> words) {
        process = new PythonPeer(PROGRAM, words.toArray(String[]::new));
    }

    @Override
    public String hear() {
        return process.nextLine(PATIENCE);
    }

    @Override
    public void tell(String word) {
        process.sendLine(word);
    }

    @Override
    public void close() {
        process.close();
    }

    private static String program() {
        try (var in = PythonSide.class.getResourceAsStream("side.py")) {
            if (in == null) {
                throw new IllegalStateException("side.py is not beside " + PythonSide.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
