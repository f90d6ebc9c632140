package programs;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/** What programs run on. */
public enum Jar {
    JEROMQ,
    OURS;

    /** The programs and what they run on. */
    public URL[] classPath() {
        var entries = new ArrayList<URL>();
        entries.add(url(ProgramsTest.CLASSES));
        entries.addAll(this == JEROMQ ? List.of(home(ZMQ.class), home(jnacl())) : ours());
        return entries.toArray(URL[]::new);
    }

    private static List<URL> ours() {
        var urls = new ArrayList<URL>();
        for (String directory : System.getProperty("programs.ours").split(":")) {
            Path path = Path.of(directory).normalize();
            if (!new File(path.toString()).isDirectory()) {
                throw new IllegalStateException("Build the modules first: there is no " + path);
            }
            urls.add(url(path));
        }
        return urls;
    }

    private static Class<?> jnacl() {
        try {
            return Class.forName("com.neilalexander.jnacl.crypto.curve25519");
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("JeroMQ's cipher is not on the class path", absent);
        }
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return this == JEROMQ ? "JeroMQ" : "zmq4j";
    }
}
